package dev.rulecast.cli;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.output.CheckResult;
import dev.rulecast.output.FolderCheck;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rulecast check}. */
@Command(
    name = "check",
    description = "Like export, but change nothing: exit 1 and a unified diff if DIR differs.",
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample, as a step of CI:%n",
    footer = "  rulecast check -e production.yaml rules/")
final class CheckCommand implements Callable<Integer> {
  @Mixin private InputOptions input;
  @Mixin private OutputOptions output;
  @Mixin private PluginFolders plugins;
  @Mixin private CommonOptions common;

  private final Session session;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return new ExporterRuns(session, input, output, plugins, common).runAll(this::check);
  }

  private int check(ExportRun run, String id, RunReport report) throws IOException {
    try (FolderCheck folder = FolderCheck.open(output.dir(), id)) {
      ExportResult result = run.run(folder.staging(), folder.previous());
      report.outcomes(result);
      if (report.isRefused(result)) {
        report.kept(result);
        return ExitCode.UNSUPPORTED;
      }
      CheckResult differences = folder.compare(result);
      report.compared(result, differences);
      report.diffs(differences, folder);
      return differences.isClean() ? ExitCode.OK : ExitCode.DIFFERENT;
    }
  }
}

package dev.rulecast.cli;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.output.CheckResult;
import dev.rulecast.output.FolderCheck;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rulecast check}. */
final class CheckCommand implements Callable<Integer> {
  private final InputOptions input = new InputOptions();
  private final OutputOptions output = new OutputOptions();
  private final PluginFolders plugins = new PluginFolders();
  private final CommonOptions common = new CommonOptions();
  private final Session session;

  CheckCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("check", this);
    spec.usageMessage()
        .description("Like export, but change nothing: exit 1 and a unified diff if DIR differs.")
        .footerHeading("%nExample, as a step of CI:%n")
        .footer("  rulecast check -e production.yaml rules/");
    input.addTo(spec);
    output.addTo(spec);
    plugins.addTo(spec);
    common.addTo(spec);
    return spec;
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

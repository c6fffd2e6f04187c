package dev.rulecast.cli;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.output.Changes;
import dev.rulecast.output.OutputFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rulecast export}. */
@Command(
    name = "export",
    description = "Write the outputs: each exporter's files into DIR/ID/.",
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  rulecast export -e production.yaml rules/",
      "  rulecast export -t terraform -o iac 'catalog:netwrix-auditor/*'"
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private InputOptions input;
  @Mixin private OutputOptions output;
  @Mixin private PluginFolders plugins;
  @Mixin private CommonOptions common;

  @Option(names = "--force", description = "Overwrite and delete files that somebody edited.")
  private boolean force;

  private final Session session;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return new ExporterRuns(session, input, output, plugins, common).runAll(this::export);
  }

  private int export(ExportRun run, String id, RunReport report) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output.dir(), id)) {
      if (folder.finishedEarlierRun()) {
        report.finishedEarlierRun(id);
      }
      ExportResult result = run.run(folder.staging(), folder.previous());
      report.outcomes(result);
      if (report.isRefused(result)) {
        report.kept(result);
        return ExitCode.UNSUPPORTED;
      }
      Changes changes = folder.commit(result, force);
      report.written(result, changes);
      return ExitCode.OK;
    }
  }
}

package dev.rulecast.cli;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.output.Changes;
import dev.rulecast.output.OutputFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rulecast export}. */
final class ExportCommand implements Callable<Integer> {
  private final InputOptions input = new InputOptions();
  private final OutputOptions output = new OutputOptions();
  private final PluginFolders plugins = new PluginFolders();
  private final CommonOptions common = new CommonOptions();
  private final OptionSpec force =
      Options.flag("--force", "Overwrite and delete files that somebody edited.");
  private final Session session;

  ExportCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("export", this);
    spec.usageMessage()
        .description("Write the outputs: each exporter's files into DIR/ID/.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  rulecast export -e production.yaml rules/",
            "  rulecast export -t terraform -o iac 'catalog:netwrix-auditor/*'");
    input.addTo(spec);
    output.addTo(spec);
    plugins.addTo(spec);
    common.addTo(spec);
    return spec.addOption(force);
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
      Changes changes = folder.commit(result, Options.isGiven(force));
      report.written(result, changes);
      return ExitCode.OK;
    }
  }
}

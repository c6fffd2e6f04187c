package dev.rulecast.cli;

import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** Runs the chosen exporters one after the other; what one of them does never stops the others. */
final class ExporterRuns {
  private final Session session;
  private final InputOptions input;
  private final OutputOptions output;
  private final PluginFolders plugins;
  private final CommonOptions common;

  ExporterRuns(
      Session session,
      InputOptions input,
      OutputOptions output,
      PluginFolders plugins,
      CommonOptions common) {
    this.session = session;
    this.input = input;
    this.output = output;
    this.plugins = plugins;
    this.common = common;
  }

  /** What a command does with one exporter; returns the exit code that this is worth. */
  interface Step {
    int run(ExportRun run, String id, Path dir, RunReport report) throws IOException;
  }

  /** Reads the input and runs every chosen exporter. */
  int runAll(Step step) throws IOException {
    Exporters exporters = plugins.exporters(session);
    int exitCode = plugins.reportProblems(exporters, session, common);
    SortedMap<String, RuleExporter> chosen = output.chosen(exporters);
    Map<String, OptionValues> options = output.values(exporters, chosen);
    Reporter reporter = common.reporter(session);
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      Policy policy = new PolicyReader(session, exporters, reporter).read(input);
      RunReport report = new RunReport(session, output, common.json(), reporter);
      for (Map.Entry<String, RuleExporter> entry : chosen.entrySet()) {
        String id = entry.getKey();
        progress.at(id);
        OptionValues values = options.getOrDefault(id, OptionValues.none());
        ExportRun run = new ExportRun(entry.getValue(), values, policy);
        exitCode = ExitCode.worse(exitCode, run(step, run, id, report));
      }
      return exitCode;
    }
  }

  private int run(Step step, ExportRun run, String id, RunReport report) {
    try {
      return step.run(run, id, output.dir(), report);
    } catch (IOException | RuntimeException | Error e) {
      int exitCode = new Failures(session).report(e, common);
      report.failed(id);
      return exitCode;
    }
  }
}

package dev.rulecast.cli;

import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
    Map<String, OutputOptions.Parsed> options = output.parsed(exporters);
    Reporter reporter = common.reporter(session);
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      Policy policy = new PolicyReader(session, exporters, reporter).read(input);
      RunReport report = new RunReport(session, output, common.json(), reporter);
      for (Map.Entry<String, RuleExporter> entry : chosen.entrySet()) {
        String id = entry.getKey();
        progress.at(id);
        Work work =
            () -> {
              OptionValues values = Objects.requireNonNull(options.get(id)).values();
              ExportRun run = new ExportRun(entry.getValue(), values, policy);
              return step.run(run, id, output.dir(), report);
            };
        exitCode = ExitCode.worse(exitCode, run(work, id, report));
      }
      return exitCode;
    }
  }

  /** Everything that may fail because of one exporter. */
  private interface Work {
    int run() throws IOException;
  }

  private int run(Work work, String id, RunReport report) {
    try {
      return work.run();
    } catch (IOException | RuntimeException | Error e) {
      int exitCode = Failures.of(id, session).report(e, common);
      report.failed(id);
      return exitCode;
    }
  }
}

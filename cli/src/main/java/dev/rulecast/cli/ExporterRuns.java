package dev.rulecast.cli;

import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Runs the chosen exporters side by side; what one of them does never stops the others. */
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

  /**
   * What a command does with one exporter; returns the exit code that this is worth. Runs in any
   * thread.
   */
  interface Step {
    int run(ExportRun run, String id, RunReport report) throws IOException;
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
      List<SideBySide.Job> jobs = new ArrayList<>();
      chosen.forEach(
          (id, exporter) -> {
            OutputOptions.Parsed parsed = Objects.requireNonNull(options.get(id));
            jobs.add(
                new OneExporter(
                    id,
                    report ->
                        step.run(new ExportRun(exporter, parsed.values(), policy), id, report)));
          });
      int processors = Runtime.getRuntime().availableProcessors();
      return ExitCode.worse(exitCode, new SideBySide(session, progress, processors).run(jobs));
    }
  }

  /** Everything that may fail because of one exporter. */
  private interface Work {
    int run(RunReport report) throws IOException;
  }

  private final class OneExporter implements SideBySide.Job {
    private final String id;
    private final Work work;

    OneExporter(String id, Work work) {
      this.id = id;
      this.work = work;
    }

    @Override
    public String name() {
      return id;
    }

    @Override
    public int run(Session printing) throws IOException {
      return work.run(report(printing));
    }

    @Override
    public int failed(Throwable e, Session printing) {
      int exitCode = Failures.of(id, printing).report(e, common);
      report(printing).failed(id);
      return exitCode;
    }

    private RunReport report(Session printing) {
      return new RunReport(printing, output, common.json(), common.reporter(printing));
    }
  }
}

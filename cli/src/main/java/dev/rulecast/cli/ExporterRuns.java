package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.PluginException;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.output.EditedFilesException;
import dev.rulecast.output.OutputException;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Runs the chosen exporters one after the other; what one of them does never stops the others. */
final class ExporterRuns {
  private final Session session;
  private final InputOptions input;
  private final OutputOptions output;
  private final CommonOptions common;

  ExporterRuns(Session session, InputOptions input, OutputOptions output, CommonOptions common) {
    this.session = session;
    this.input = input;
    this.output = output;
    this.common = common;
  }

  /** What a command does with one exporter; returns the exit code that this is worth. */
  interface Step {
    int run(ExportRun run, String id, Path dir, RunReport report) throws IOException;
  }

  /** Reads the input and runs every chosen exporter. */
  int runAll(Step step) {
    Reporter reporter = common.reporter(session);
    Exporters exporters = common.exporters(session);
    SortedMap<String, RuleExporter> chosen = output.chosen(exporters);
    Map<String, OptionValues> options = output.values(exporters, chosen);
    try (Progress progress = Progress.start(session, common.json())) {
      progress.at("reading");
      Policy policy = new PolicyReader(session, exporters, reporter).read(input);
      RunReport report = new RunReport(session, output, common.json(), reporter);
      int exitCode = ExitCode.OK;
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
      return step.run(run, id, output.output(), report);
    } catch (EditedFilesException e) {
      List<String> files =
          e.files().stream().map(file -> file.path() + " " + file.reason().phrase()).toList();
      report.failed(id, error("edited-files", e.getMessage(), e.hint()).about(files));
      return ExitCode.IO;
    } catch (OutputException e) {
      report.failed(id, error("output", e.getMessage(), e.hint()));
      return ExitCode.IO;
    } catch (IOException e) {
      report.failed(id, error("output", "Writing failed: " + IoErrors.message(e), ""));
      return ExitCode.IO;
    } catch (PluginException e) {
      if (common.debug()) {
        e.printStackTrace(session.err());
      }
      report.failed(
          id,
          error(
              "plugin", e.getMessage(), "report it to the exporter's author; --debug tells more"));
      return ExitCode.INTERNAL;
    }
  }

  private static Diagnostic error(String id, String message, String hint) {
    Diagnostic error = Diagnostic.of(Severity.ERROR, id, message);
    return hint.isEmpty() ? error : error.withHint(hint);
  }
}

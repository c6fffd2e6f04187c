package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.output.Changes;
import dev.rulecast.output.CheckResult;
import dev.rulecast.output.Difference;
import dev.rulecast.output.FolderCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What a run tells: diagnostics about outcomes, and a result for each exporter. */
final class RunReport {
  private final PrintWriter out;
  private final OutputOptions options;
  private final boolean json;
  private final Reporter reporter;

  RunReport(Session session, OutputOptions options, boolean json, Reporter reporter) {
    this.out = session.out();
    this.options = options;
    this.json = json;
    this.reporter = reporter;
  }

  /** Whether what an exporter could not express exactly keeps its folder as it was. */
  boolean isRefused(ExportResult result) {
    boolean wider = result.counts().getOrDefault(Outcome.Kind.WIDER, 0) > 0;
    return (result.hasUnsupported() && !options.allowUnsupported()) || (wider && options.strict());
  }

  /** Tells what is not exact, and what else the exporter has to say. */
  void outcomes(ExportResult result) {
    OutcomeReport outcomes = new OutcomeReport(result, this::severity);
    List<Diagnostic> diagnostics = new ArrayList<>(json ? outcomes.complete() : outcomes.summary());
    for (String warning : result.warnings()) {
      diagnostics.add(
          Diagnostic.of(Severity.WARNING, "exporter", result.exporter() + ": " + warning));
    }
    reporter.report(diagnostics);
  }

  private Severity severity(Outcome.Kind kind) {
    return switch (kind) {
      case NOT_APPLICABLE, EXACT -> Severity.NOTE;
      case WIDER -> options.strict() ? Severity.ERROR : Severity.WARNING;
      case UNSUPPORTED -> options.allowUnsupported() ? Severity.WARNING : Severity.ERROR;
    };
  }

  /** The exporter's folder is as it was, because something could not be expressed. */
  void kept(ExportResult result) {
    boolean unsupported = result.hasUnsupported() && !options.allowUnsupported();
    String message =
        "%s: nothing was written, because something is %s."
            .formatted(result.exporter(), unsupported ? "unsupported" : "wider");
    String hint =
        unsupported
            ? "leave the exporter out with -t, or write the rest with --allow-unsupported"
            : "leave out --strict to accept it";
    reporter.report(List.of(Diagnostic.of(Severity.ERROR, "kept", message).withHint(hint)));
    line(result, "kept", "not written", more -> {});
  }

  /** An export that was killed has been finished before this one. */
  void finishedEarlierRun(String exporter) {
    String message =
        "An interrupted export into `" + options.shown(exporter) + "` was finished first.";
    reporter.report(List.of(Diagnostic.of(Severity.NOTE, "interrupted", message)));
  }

  void written(ExportResult result, Changes changes) {
    String folder = options.shown(result.exporter());
    String status = "written";
    String words = folder + ": " + changes.written().size() + " written";
    if (!changes.deleted().isEmpty()) {
      words += ", " + changes.deleted().size() + " deleted";
    }
    if (changes.isEmpty()) {
      status = result.applies() ? "unchanged" : "not-applicable";
      words = result.applies() ? folder + " is up to date" : "nothing to write";
    }
    line(
        result,
        status,
        words,
        more -> {
          JsonLines.strings(more, "written", changes.written());
          JsonLines.strings(more, "deleted", changes.deleted());
        });
  }

  void compared(ExportResult result, CheckResult check) {
    String folder = options.shown(result.exporter());
    if (check.pending()) {
      reporter.report(
          List.of(
              Diagnostic.of(
                      Severity.WARNING,
                      "interrupted",
                      "An export into `" + folder + "` was interrupted.")
                  .withHint("the next export finishes it")));
    }
    int count = check.differences().size();
    String words = folder + ": " + Plural.of(count, "file") + (count == 1 ? " differs" : " differ");
    line(
        result,
        check.isClean() ? "unchanged" : "different",
        check.isClean() ? folder + " is up to date" : words,
        more -> {
          more.writeObjectPropertyStart("differences");
          for (Difference difference : check.differences()) {
            more.writeStringProperty(difference.path(), difference.kind().word());
          }
          more.writeEndObject();
        });
  }

  /** Shows people how files differ; programs have been told that they do. */
  void diffs(CheckResult check, FolderCheck folder) throws IOException {
    if (!json) {
      for (Difference difference : check.differences()) {
        folder.writeDiff(difference, out);
      }
    }
  }

  /** The exporter has no result; why, was told. */
  void failed(String exporter) {
    if (json) {
      new JsonLines(out)
          .print(
              line -> {
                line.writeStringProperty("exporter", exporter);
                line.writeStringProperty("status", "failed");
              });
    } else {
      out.println(exporter + ": failed");
      out.flush();
    }
  }

  private void line(
      ExportResult result, String status, String words, Consumer<JsonGenerator> more) {
    if (json) {
      new JsonLines(out)
          .print(
              line -> {
                line.writeStringProperty("exporter", result.exporter());
                line.writeStringProperty("status", status);
                line.writeStringProperty("folder", options.shown(result.exporter()));
                result.counts().forEach((kind, n) -> line.writeNumberProperty(kind.word(), n));
                more.accept(line);
              });
      return;
    }
    List<String> parts = new ArrayList<>();
    result
        .counts()
        .forEach((kind, count) -> parts.add(count + " " + kind.word().replace('-', ' ')));
    out.println(result.exporter() + ": " + String.join(", ", parts) + " - " + words);
    out.flush();
  }
}

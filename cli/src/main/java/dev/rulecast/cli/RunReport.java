package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.output.Changes;
import dev.rulecast.output.CheckResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run tells: diagnostics grouped by reason, and a line of results for each exporter. */
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
    return !options.allowUnsupported() && result.hasUnsupported() || options.strict() && wider;
  }

  /** Tells what is not exact, and what else the exporter has to say. */
  void outcomes(ExportResult result) {
    Map<Reason, Set<String>> rules = new LinkedHashMap<>();
    for (ReportedOutcome reported : result.outcomes()) {
      Outcome outcome = reported.outcome();
      if (outcome.kind() != Outcome.Kind.EXACT) {
        rules
            .computeIfAbsent(
                new Reason(outcome.kind(), outcome.reason()), any -> new LinkedHashSet<>())
            .add(reported.rule());
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    rules.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Reason::kind)))
        .forEach(entry -> diagnostics.add(diagnostic(result, entry.getKey(), entry.getValue())));
    for (String warning : result.warnings()) {
      diagnostics.add(
          Diagnostic.of(Severity.WARNING, "exporter", result.exporter() + ": " + warning));
    }
    reporter.report(diagnostics);
  }

  private record Reason(Outcome.Kind kind, String reason) {}

  private Diagnostic diagnostic(ExportResult result, Reason reason, Set<String> rules) {
    Severity severity =
        switch (reason.kind) {
          case NOT_APPLICABLE, EXACT -> Severity.NOTE;
          case WIDER -> options.strict() ? Severity.ERROR : Severity.WARNING;
          case UNSUPPORTED -> options.allowUnsupported() ? Severity.WARNING : Severity.ERROR;
        };
    String message = "%s: %s.".formatted(result.exporter(), reason.reason);
    return Diagnostic.of(severity, reason.kind.word(), message).about(List.copyOf(rules));
  }

  /** The exporter's folder is as it was, because something could not be expressed. */
  void kept(ExportResult result) {
    String why = result.hasUnsupported() ? "unsupported" : "wider";
    String hint =
        result.hasUnsupported()
            ? "leave the exporter out with -t, or write the rest with --allow-unsupported"
            : "leave out --strict to accept it";
    reporter.report(
        List.of(
            Diagnostic.of(
                    Severity.ERROR,
                    "kept",
                    result.exporter() + ": nothing was written, because something is " + why + ".")
                .withHint(hint)));
    line(result, "kept", "not written");
  }

  void written(ExportResult result, Changes changes) {
    String folder = options.output() + "/" + result.exporter();
    if (!result.applies() && changes.isEmpty()) {
      line(result, "not-applicable", "nothing to write");
    } else if (changes.isEmpty()) {
      line(result, "unchanged", folder + " is up to date");
    } else {
      String deleted =
          changes.deleted().isEmpty() ? "" : ", " + changes.deleted().size() + " deleted";
      line(result, "written", folder + ": " + changes.written().size() + " written" + deleted);
    }
  }

  void compared(ExportResult result, CheckResult differences) {
    String folder = options.output() + "/" + result.exporter();
    if (differences.pending()) {
      reporter.report(
          List.of(
              Diagnostic.of(
                      Severity.WARNING,
                      "interrupted",
                      "An export into `" + folder + "` was interrupted.")
                  .withHint("the next export finishes it")));
    }
    int count = differences.differences().size();
    if (differences.isClean()) {
      line(result, "unchanged", folder + " is up to date");
    } else {
      line(
          result,
          "different",
          folder + ": " + count + (count == 1 ? " file differs" : " files differ"));
    }
  }

  void failed(String exporter, Diagnostic error) {
    reporter.report(List.of(error));
    if (!json) {
      out.println(exporter + ": failed");
      out.flush();
    }
  }

  private void line(ExportResult result, String status, String words) {
    Map<Outcome.Kind, Integer> counts = result.counts();
    if (json) {
      new JsonSummary(out).write(result.exporter(), status, counts);
      return;
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count + " " + kind.word().replace('-', ' ')));
    out.println(result.exporter() + ": " + String.join(", ", parts) + " - " + words);
    out.flush();
  }
}

package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rules that an exporter did not write exactly: grouped by reason, in canonical order. */
final class OutcomeReport {
  private final ExportResult result;
  private final Function<Outcome.Kind, Severity> severity;
  private final Map<Outcome.Kind, Map<String, Set<String>>> rules =
      new EnumMap<>(Outcome.Kind.class);

  OutcomeReport(ExportResult result, Function<Outcome.Kind, Severity> severity) {
    this.result = result;
    this.severity = severity;
    for (ReportedOutcome reported : result.outcomes()) {
      Outcome outcome = reported.outcome();
      if (outcome.kind() != Outcome.Kind.EXACT) {
        rules
            .computeIfAbsent(outcome.kind(), any -> new LinkedHashMap<>())
            .computeIfAbsent(outcome.reason(), any -> new LinkedHashSet<>())
            .add(reported.rule());
      }
    }
  }

  /** A diagnostic for each reason. */
  List<Diagnostic> complete() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    rules.forEach((kind, reasons) -> diagnostics.addAll(each(kind, reasons)));
    return diagnostics;
  }

  /**
   * The same for people: there can be a reason for each pair of endpoints why rules are not the
   * exporter's business, and none of them asks for anything to be done.
   */
  List<Diagnostic> summary() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    rules.forEach(
        (kind, reasons) ->
            diagnostics.addAll(
                kind == Outcome.Kind.NOT_APPLICABLE
                    ? List.of(notApplicable(reasons))
                    : each(kind, reasons)));
    return diagnostics;
  }

  private List<Diagnostic> each(Outcome.Kind kind, Map<String, Set<String>> reasons) {
    return reasons.entrySet().stream()
        .map(reason -> diagnostic(kind, reason.getKey(), reason.getValue()))
        .toList();
  }

  private Diagnostic notApplicable(Map<String, Set<String>> reasons) {
    Set<String> about = new LinkedHashSet<>();
    reasons.values().forEach(about::addAll);
    String message = reasons.keySet().iterator().next();
    if (reasons.size() > 1) {
      message += ", and " + Plural.of(reasons.size() - 1, "more reason");
    }
    if (!result.applies()) {
      message = "nothing to write, since no rule is for this exporter: " + message;
    }
    return diagnostic(Outcome.Kind.NOT_APPLICABLE, message, about);
  }

  private Diagnostic diagnostic(Outcome.Kind kind, String reason, Set<String> about) {
    return Diagnostic.of(severity.apply(kind), kind.word(), result.exporter() + ": " + reason + ".")
        .about(List.copyOf(about));
  }
}

package dev.rulecast.testkit;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.policy.Side;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Outcomes as short texts, to compare them with what was expected. */
public final class Outcomes {
  private Outcomes() {}

  /**
   * The outcomes of an export, each once: {@code set/rule inbound wider program}, or without a side
   * where neither end is managed. Reasons are left out.
   */
  public static SortedSet<String> of(ExportResult result) {
    return result.outcomes().stream()
        .map(Outcomes::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(ReportedOutcome reported) {
    String lost =
        reported.outcome().lost().stream()
            .map(dimension -> " " + dimension.word())
            .collect(Collectors.joining());
    return reported.rule()
        + reported.side().map(Side::word).map(" "::concat).orElse("")
        + " "
        + reported.outcome().kind().word()
        + lost;
  }
}

package dev.rulecast.exporter;

import dev.rulecast.policy.Side;
import java.util.Comparator;
import java.util.Optional;

/**
 * The outcome of one rule at one side, as reports have it.
 *
 * @param rule {@code rule-set/rule}
 * @param side absent where the platform manages neither end
 * @param outcome what became of it
 */
public record ReportedOutcome(String rule, Optional<Side> side, Outcome outcome)
    implements Comparable<ReportedOutcome> {
  private static final Comparator<ReportedOutcome> ORDER =
      Comparator.comparing(ReportedOutcome::rule)
          .thenComparing(reported -> reported.side().map(Side::ordinal).orElse(-1))
          .thenComparing(reported -> reported.outcome().kind())
          .thenComparing(reported -> reported.outcome().reason());

  @Override
  public int compareTo(ReportedOutcome other) {
    return ORDER.compare(this, other);
  }
}

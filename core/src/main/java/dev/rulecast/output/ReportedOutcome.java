package dev.rulecast.output;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.policy.Side;
import java.util.Optional;

/**
 * What became of a rule, where that is not what the rule says exactly.
 *
 * @param rule as {@code rule-set/rule}
 * @param side the end at which it is needed, if that makes a difference
 * @param outcome anything but exact
 */
public record ReportedOutcome(String rule, Optional<Side> side, Outcome outcome) {
  /** Refuses an outcome that is exact: those are only counted. */
  public ReportedOutcome {
    if (outcome.kind() == Outcome.Kind.EXACT) {
      throw new IllegalArgumentException("Only outcomes that are not exact are reported.");
    }
  }
}

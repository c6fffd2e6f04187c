package dev.rulecast.exporter;

import dev.rulecast.policy.Side;
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
  /** Compares references: the slash ends the rule set's name, so that a/x is before a-b/x. */
  private static int byRuleSetThenRule(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return a == '/' ? -1 : b == '/' ? 1 : Character.compare(a, b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof ReportedOutcome reported
        && rule.equals(reported.rule)
        && side.equals(reported.side)
        && outcome.equals(reported.outcome);
  }

  @Override
  public int hashCode() {
    return (rule.hashCode() * 31 + side.hashCode()) * 31 + outcome.hashCode();
  }

  @Override
  public int compareTo(ReportedOutcome other) {
    int order = byRuleSetThenRule(rule, other.rule);
    if (order == 0) {
      order = compareSide(other);
    }
    if (order == 0) {
      order = outcome.kind().compareTo(other.outcome.kind());
    }
    return order == 0 ? outcome.reason().compareTo(other.outcome.reason()) : order;
  }

  private int compareSide(ReportedOutcome other) {
    return side.isPresent() && other.side.isPresent()
        ? side.get().compareTo(other.side.get())
        : Boolean.compare(side.isPresent(), other.side.isPresent());
  }
}

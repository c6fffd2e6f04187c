package dev.rulecast.testkit.reference;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What becomes of a rule, or of some part of it, in security groups.
 *
 * @param rule rule set and id: {@code logon-activity/ldap}
 * @param side {@code inbound} or {@code outbound}; empty: AWS manages neither end
 * @param kind {@code exact}, {@code wider}, {@code unsupported} or {@code not-applicable}
 * @param lost what a wider permission does not match: {@code sourcePorts}, {@code program}
 */
public record AwsOutcome(String rule, String side, String kind, SortedSet<String> lost)
    implements Comparable<AwsOutcome> {
  /** Copies the set. */
  public AwsOutcome {
    lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
  }

  /** An outcome of the kind; an empty kind is wider or exact, as the lost dimensions tell. */
  static AwsOutcome of(String rule, String side, String kind, SortedSet<String> lost) {
    if (!kind.isEmpty()) {
      return new AwsOutcome(rule, side, kind, new TreeSet<>());
    }
    return new AwsOutcome(rule, side, lost.isEmpty() ? "exact" : "wider", lost);
  }

  @Override
  public int compareTo(AwsOutcome other) {
    return Comparator.<String>naturalOrder().compare(toString(), other.toString());
  }

  /** On one line, for failure messages. */
  @Override
  public String toString() {
    return "%s %s %s %s".formatted(rule, side, kind, lost);
  }
}

package dev.rulecast.testkit;

import java.util.stream.LongStream;

/**
 * The seeds of random cases. {@code -Drulecast.seed=N} begins with another, and {@code
 * -Drulecast.cases=N} has that many; without them every run has the same.
 */
public final class Seeds {
  private Seeds() {}

  /** So many seeds, unless a system property says something else. */
  public static LongStream of(int cases) {
    long first = Long.getLong("rulecast.seed", 0);
    return LongStream.range(first, first + Long.getLong("rulecast.cases", cases));
  }
}

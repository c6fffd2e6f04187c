package dev.rulecast.bench;

/** How rules are spread over endpoints. */
public enum Shape {
  /** Distinct endpoints, with at most 50 permissions a group and direction. */
  WIDE,
  /** Ten pairs of endpoints, whatever the rules. */
  DEEP;

  private static final int WIDE_PERMISSIONS = 50;
  private static final int DEEP_PAIRS = 10;

  /** The rules that a pair of endpoints has. */
  int rulesOfPair(int rules, int addresses) {
    return this == DEEP
        ? (rules + DEEP_PAIRS - 1) / DEEP_PAIRS
        : Math.max(1, WIDE_PERMISSIONS / addresses);
  }
}

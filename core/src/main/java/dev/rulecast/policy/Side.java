package dev.rulecast.policy;

/** The end of a flow at which a platform writes a rule. */
public enum Side {
  /** At the source: new connections leave. */
  OUTBOUND,
  /** At the destination: new connections arrive. */
  INBOUND;

  /** The word in reports: {@code outbound} or {@code inbound}. */
  public String word() {
    return this == OUTBOUND ? "outbound" : "inbound";
  }
}

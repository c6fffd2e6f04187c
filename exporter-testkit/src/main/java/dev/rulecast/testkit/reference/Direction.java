package dev.rulecast.testkit.reference;

/** The side of an endpoint on which a permission works. */
public enum Direction {
  /** Into the endpoint; the peer opens the connections. */
  INGRESS,
  /** Out of the endpoint; the peer accepts the connections. */
  EGRESS
}

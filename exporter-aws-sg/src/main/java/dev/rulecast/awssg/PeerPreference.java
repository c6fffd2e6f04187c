package dev.rulecast.awssg;

/** What stands for an endpoint that has addresses and a security group of the plan. */
public enum PeerPreference {
  /** Its addresses: reviewable, and visible to static analysers. */
  ADDRESSES,
  /** A reference to its group: what joins the group later is permitted too. */
  GROUP
}

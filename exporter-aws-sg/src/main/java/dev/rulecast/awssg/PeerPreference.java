package dev.rulecast.awssg;

import dev.rulecast.exporter.Option;

/** What stands for an endpoint that has addresses and a security group of the plan. */
public enum PeerPreference {
  /** Its addresses: reviewable, and visible to static analysers. */
  ADDRESSES,
  /** A reference to its group: what joins the group later is permitted too. */
  GROUP;

  /** The option that every exporter for security groups takes. */
  public static final Option<PeerPreference> OPTION =
      Option.choice(
          "peers",
          "What stands for an endpoint that has both addresses and a security group of the output.",
          PeerPreference.class,
          ADDRESSES);
}

package dev.rulecast.awssg;

/**
 * What becomes of the outbound permission that AWS adds to every new group: everything to everybody
 * ("Security group rules", Amazon VPC User Guide).
 */
public enum DefaultEgress {
  /** The language removes it, as Terraform does. */
  REMOVED,
  /**
   * The language keeps it unless it is given another: the plan has {@link NoTraffic} in every group
   * that it makes, whatever else is in it.
   */
  REPLACED
}

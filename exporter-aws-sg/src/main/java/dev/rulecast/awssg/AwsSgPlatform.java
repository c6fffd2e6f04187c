package dev.rulecast.awssg;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.model.Platform;

/** What every exporter for EC2 security groups declares. */
public final class AwsSgPlatform {
  /** The platform as documents name it in {@code managedBy} and {@code settings}. */
  public static final Platform PLATFORM =
      Platform.of("aws-sg", "EC2 security groups").withSettings(AwsSgSettings.class);

  /**
   * Permissions match protocol, destination ports, ICMP type and code, and the other end; neither
   * source ports nor programs, and they only allow ("Security group rules", Amazon VPC User Guide).
   */
  public static final Capabilities CAPABILITIES =
      Capabilities.exact().widening(Dimension.SOURCE_PORTS, Dimension.PROGRAM).withoutDeny();

  private AwsSgPlatform() {}
}

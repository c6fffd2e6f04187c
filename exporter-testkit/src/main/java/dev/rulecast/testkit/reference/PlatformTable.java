package dev.rulecast.testkit.reference;

/**
 * A column of DESIGN.md's table of what may be wider, and where.
 *
 * @param id as documents name the platform
 * @param sourcePorts whether rules match source ports
 * @param icmpTypes whether rules match ICMP types
 * @param programs whether inbound rules match programs
 * @param everyProtocol whether rules match every protocol; else TCP, UDP, ICMP, ESP, AH and "any"
 * @param denies whether there are rules that deny
 * @param outbound whether there are rules for outbound connections
 */
public record PlatformTable(
    String id,
    boolean sourcePorts,
    boolean icmpTypes,
    boolean programs,
    boolean everyProtocol,
    boolean denies,
    boolean outbound) {
  /** Security groups of EC2. */
  public static final PlatformTable AWS =
      new PlatformTable("aws-sg", false, true, false, true, false, true);

  /** Network security groups of Azure. */
  public static final PlatformTable NSG =
      new PlatformTable("azure-nsg", true, false, false, false, true, true);

  /** Windows Firewall. */
  public static final PlatformTable WINDOWS =
      new PlatformTable("ansible", true, true, true, true, true, true);

  /** Policies of ONTAP; which services they know depends on the release. */
  public static final PlatformTable ONTAP =
      new PlatformTable("netapp-ontap", false, false, false, true, false, false);

  boolean knows(int protocol) {
    return everyProtocol
        || switch (protocol) {
          case Protocols.ANY, Protocols.ICMP, Protocols.TCP, Protocols.UDP, 50, 51 -> true;
          default -> false;
        };
  }
}

package dev.rulecast.awssg;

import dev.rulecast.model.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * An outbound permission that matches nothing: an ICMP message without a meaning, to the limited
 * broadcast address, which no router forwards. It stands in groups that AWS would otherwise open,
 * as the AWS CDK has it ({@code MATCH_NO_TRAFFIC} in its {@code SecurityGroup}).
 */
public final class NoTraffic {
  /** The permission; the same in every group. */
  public static final Permission PERMISSION =
      new Permission(
          "icmp-252-86-255.255.255.255/32",
          new IpPermission("icmp", Optional.of(new IpPermission.FromTo(252, 86))),
          new Peer.Block(Cidr.parse("255.255.255.255/32")),
          "No other outbound traffic",
          List.of());

  private NoTraffic() {}

  /** Whether it is {@link #PERMISSION}; a rule that asks for the same traffic has another text. */
  public static boolean is(Permission permission) {
    return permission.key().equals(PERMISSION.key())
        && permission.description().equals(PERMISSION.description())
        && permission.widenings().isEmpty();
  }
}

package dev.rulecast.awssg;

import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Traffic;
import java.util.Optional;

/**
 * The traffic of a permission in EC2's terms (API reference, {@code IpPermission}).
 *
 * @param ipProtocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, a number, or {@code -1}
 *     for every protocol
 * @param ports what {@code FromPort} and {@code ToPort} hold; absent where the protocol has none.
 *     EC2 ignores ports of protocols that have none, and opens everything of these.
 */
public record IpPermission(String ipProtocol, Optional<FromTo> ports) {
  /**
   * Ports, or ICMP type and code, of which -1 stands for all.
   *
   * @param from the lowest port, or the type
   * @param to the highest port, or the code
   */
  public record FromTo(int from, int to) {}

  /** The traffic as EC2 sees it: without source ports and program. */
  public static IpPermission of(Traffic traffic) {
    if (traffic.ports().isPresent()) {
      return new IpPermission(
          traffic.protocol().toString(), Optional.of(fromTo(traffic.ports().get())));
    }
    if (traffic.protocol().isIcmp()) {
      return new IpPermission(
          traffic.protocol().toString(), Optional.of(fromTo(traffic.icmpType())));
    }
    return new IpPermission(Integer.toString(traffic.protocol().number()), Optional.empty());
  }

  /** EC2's own words for every port are 0-65535; nothing listens on port 0. */
  private static FromTo fromTo(PortRange range) {
    return range.isAll() ? new FromTo(0, 65_535) : new FromTo(range.first(), range.last());
  }

  private static FromTo fromTo(Optional<IcmpType> type) {
    return type.map(icmp -> new FromTo(icmp.type(), icmp.code().orElse(-1)))
        .orElse(new FromTo(-1, -1));
  }
}

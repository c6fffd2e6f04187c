package dev.rulecast.testkit.reference;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One permission of a security group, as the reference expects it or as a reader of some output
 * found it.
 *
 * @param group the id of the endpoint for which the group is made, or {@code sg-…} of a group that
 *     exists already
 * @param direction into the group or out of it
 * @param ipProtocol as EC2 writes it: {@code tcp udp icmp icmpv6}, a number, or {@code -1} for all
 * @param fromPort the lowest port or the ICMP type, -1 for every type; absent for other protocols
 * @param toPort the highest port or the ICMP code, -1 for every code; absent for other protocols
 * @param peer {@code cidr:10.20.0.10/32}, {@code group:domain-controllers}, {@code group:sg-1},
 *     {@code prefix-list:pl-1}, or {@code input:dns-server:ipv4} where nobody said what the input
 *     is
 */
public record Permission(
    String group,
    Direction direction,
    String ipProtocol,
    OptionalInt fromPort,
    OptionalInt toPort,
    String peer)
    implements Comparable<Permission> {
  private static final Comparator<Permission> ORDER =
      Comparator.comparing(Permission::group)
          .thenComparing(Permission::direction)
          .thenComparing(Permission::ipProtocol)
          .thenComparingInt(permission -> permission.fromPort.orElse(-2))
          .thenComparingInt(permission -> permission.toPort.orElse(-2))
          .thenComparing(Permission::peer);

  /** A permission with ports, or with ICMP type and code. */
  public static Permission of(
      String group, Direction direction, String ipProtocol, int from, int to, String peer) {
    return new Permission(
        group, direction, ipProtocol, OptionalInt.of(from), OptionalInt.of(to), peer);
  }

  /** A permission for a whole protocol. */
  public static Permission of(String group, Direction direction, String ipProtocol, String peer) {
    return new Permission(
        group, direction, ipProtocol, OptionalInt.empty(), OptionalInt.empty(), peer);
  }

  @Override
  public int compareTo(Permission other) {
    return ORDER.compare(this, other);
  }

  /** On one line, for failure messages. */
  @Override
  public String toString() {
    return "%s %s %s %s..%s %s"
        .formatted(
            group,
            direction.name().toLowerCase(Locale.ROOT),
            ipProtocol,
            text(fromPort),
            text(toPort),
            peer);
  }

  private static String text(OptionalInt port) {
    return port.isPresent() ? Integer.toString(port.getAsInt()) : "none";
  }
}

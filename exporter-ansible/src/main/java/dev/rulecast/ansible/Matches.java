package dev.rulecast.ansible;

import dev.rulecast.ansible.FirewallRule.Match;
import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import dev.rulecast.policy.Traffic;
import java.util.List;
import java.util.stream.Collectors;

/** Flows and predefined rules in the words of {@code win_firewall_rule}. */
final class Matches {
  private static final String ANY = "any";

  private Matches() {}

  /** What matches a flow at one of its ends. */
  static Match of(Flow flow, Side side) {
    Traffic traffic = flow.traffic();
    String destinationPorts = traffic.ports().map(PortRange::toString).orElse(ANY);
    String sourcePorts = ports(traffic.sourcePorts());
    boolean inbound = side == Side.INBOUND;
    return new Match(
        side,
        flow.action(),
        protocol(traffic.protocol()),
        inbound ? destinationPorts : sourcePorts,
        inbound ? sourcePorts : destinationPorts,
        icmpTypeCode(traffic),
        inbound ? traffic.program().orElse(ANY) : ANY,
        ANY);
  }

  /** What matches as a rule of Windows does. */
  static Match of(WindowsRule rule) {
    return new Match(
        Side.INBOUND,
        Action.ALLOW,
        rule.protocol(),
        rule.localPort(),
        ANY,
        rule.icmpTypeCode().orElse(""),
        rule.program(),
        rule.service());
  }

  private static String ports(List<PortRange> ranges) {
    return ranges.isEmpty()
        ? ANY
        : ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
  }

  private static String protocol(Protocol protocol) {
    if (protocol.isAny() || protocol.hasPorts()) {
      return protocol.toString();
    }
    return switch (protocol.number()) {
      case 1 -> "icmpv4";
      case 58 -> "icmpv6";
      default -> Integer.toString(protocol.number());
    };
  }

  private static String icmpTypeCode(Traffic traffic) {
    if (!traffic.protocol().isIcmp()) {
      return "";
    }
    return traffic.icmpType().map(Matches::text).orElse("*");
  }

  private static String text(IcmpType type) {
    return type.type() + ":" + (type.code().isPresent() ? type.code().getAsInt() : "*");
  }
}

package dev.rulecast.testkit.tools;

import dev.rulecast.testkit.reference.Direction;
import dev.rulecast.testkit.reference.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A rule of a security group as the server has it.
 *
 * @param fields what the server says of it, by the names of DescribeSecurityGroupRules; the id of a
 *     peer group as {@code referencedGroupId}
 */
public record GroupRule(Map<String, String> fields) {
  /** The protocols whose rules have ports, or ICMP types and codes. */
  private static final Set<String> PROTOCOLS_WITH_PORTS = Set.of("tcp", "udp", "icmp", "icmpv6");

  /** The id of the rule. */
  public String id() {
    return field("securityGroupRuleId");
  }

  /** The id of its group. */
  public String group() {
    return field("groupId");
  }

  /**
   * The rule as a permission.
   *
   * @param names what groups are called, by id; the others are called after their id
   */
  public Permission permission(Map<String, String> names) {
    List<String> peers = new ArrayList<>();
    addPeer(peers, "cidrIpv4", "cidr:");
    addPeer(peers, "cidrIpv6", "cidr:");
    addPeer(peers, "prefixListId", "prefix-list:");
    String peerGroup = fields.get("referencedGroupId");
    if (peerGroup != null) {
      peers.add("group:" + names.getOrDefault(peerGroup, peerGroup));
    }
    if (peers.size() != 1) {
      throw new AssertionError("moto lists a rule with the peers " + peers);
    }
    String protocol = field("ipProtocol");
    // EC2 lists -1 as the ports of protocols that have none.
    boolean ports = PROTOCOLS_WITH_PORTS.contains(protocol);
    return new Permission(
        names.getOrDefault(group(), group()),
        Boolean.parseBoolean(field("isEgress")) ? Direction.EGRESS : Direction.INGRESS,
        protocol,
        ports ? OptionalInt.of(Integer.parseInt(field("fromPort"))) : OptionalInt.empty(),
        ports ? OptionalInt.of(Integer.parseInt(field("toPort"))) : OptionalInt.empty(),
        peers.get(0));
  }

  private void addPeer(List<String> peers, String name, String kind) {
    Optional.ofNullable(fields.get(name)).ifPresent(value -> peers.add(kind + value));
  }

  private String field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}

package dev.rulecast.awssg;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what one security group needs. */
final class GroupBuilder {
  final Optional<String> existing;
  final TreeMap<String, Endpoint> endpoints = new TreeMap<>();
  private final DirectionBuilder ingress = new DirectionBuilder();
  private final DirectionBuilder egress = new DirectionBuilder();

  GroupBuilder(Optional<String> existing) {
    this.existing = existing;
  }

  DirectionBuilder direction(Side side) {
    return side == Side.INBOUND ? ingress : egress;
  }

  String firstEndpoint() {
    return endpoints.firstKey();
  }

  /** Decides which permissions of a direction are kept. */
  interface Accountant {
    List<Permission> permissions(GroupBuilder group, Side side, DirectionBuilder direction);
  }

  SecurityGroup build(Accountant accountant) {
    return new SecurityGroup(
        List.copyOf(endpoints.values()),
        existing,
        accountant.permissions(this, Side.INBOUND, ingress),
        accountant.permissions(this, Side.OUTBOUND, egress));
  }
}

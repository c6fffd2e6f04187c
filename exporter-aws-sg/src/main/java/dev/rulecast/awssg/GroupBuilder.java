package dev.rulecast.awssg;

import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects what asks for one security group. Its permissions are made when it is built, group by
 * group: one demand may need as many as its peer has addresses.
 */
final class GroupBuilder {
  final Optional<String> existing;
  final TreeMap<String, Endpoint> endpoints = new TreeMap<>();
  private final List<FlowDemand> ingress = new ArrayList<>();
  private final List<FlowDemand> egress = new ArrayList<>();

  GroupBuilder(Optional<String> existing) {
    this.existing = existing;
  }

  void add(FlowDemand demand) {
    endpoints.put(demand.endpoint().id(), demand.endpoint());
    (demand.side() == Side.INBOUND ? ingress : egress).add(demand);
  }

  String firstEndpoint() {
    return endpoints.firstKey();
  }

  /** Makes the permissions of a direction, if there can be as many. */
  interface Accountant {
    List<Permission> permissions(GroupBuilder group, Side side, List<FlowDemand> demands);
  }

  SecurityGroup build(Accountant accountant) {
    return new SecurityGroup(
        List.copyOf(endpoints.values()),
        existing,
        accountant.permissions(this, Side.INBOUND, ingress),
        accountant.permissions(this, Side.OUTBOUND, egress));
  }
}

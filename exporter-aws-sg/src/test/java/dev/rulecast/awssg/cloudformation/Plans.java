package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.IpPermission.FromTo;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans made by hand, and what they consist of. */
final class Plans {
  static final IpPermission HTTPS = new IpPermission("tcp", Optional.of(new FromTo(443, 443)));
  static final IpPermission EVERYTHING = new IpPermission("-1", Optional.empty());
  static final Set<IpFamily> IPV4 = Set.of(IpFamily.IPV4);
  static final Set<IpFamily> IPV6 = Set.of(IpFamily.IPV6);
  static final Set<IpFamily> EITHER = Set.of(IpFamily.IPV4, IpFamily.IPV6);

  private Plans() {}

  static Endpoint endpoint(String id) {
    return endpoint(id, id, List.of());
  }

  static Endpoint endpoint(String id, String title, List<String> fqdns) {
    return new Endpoint(id, title, true, fqdns, AddressSet.empty(), Set.of(), Map.of());
  }

  static Permission permission(IpPermission traffic, Peer peer, String... widenings) {
    return new Permission("key", traffic, peer, "Why", List.of(widenings));
  }

  static Peer block(String cidr) {
    return new Peer.Block(Cidr.parse(cidr));
  }

  static Peer input(String endpoint) {
    return new Peer.Input(endpoint(endpoint), EITHER);
  }

  /** A group that the template makes. */
  static SecurityGroup group(String id, List<Permission> ingress, List<Permission> egress) {
    return new SecurityGroup(List.of(endpoint(id)), Optional.empty(), ingress, egress);
  }

  /** A group that exists. */
  static SecurityGroup existing(String id, List<Permission> ingress, List<Permission> egress) {
    return new SecurityGroup(List.of(endpoint("any-name")), Optional.of(id), ingress, egress);
  }

  static AwsSgPlan plan(List<SecurityGroup> groups, InputNeeds... inputs) {
    return new AwsSgPlan(groups, List.of(inputs), List.of(), List.of());
  }
}

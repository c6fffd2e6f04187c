package dev.rulecast.awssg;

import dev.rulecast.exporter.DenyConflicts;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.SharedEndpoints;
import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpRange;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Endpoints for which one existing group or prefix list stands. What EC2 is told of one of them
 * holds for all, wherever they are, so that a deny for one concerns the others too.
 */
final class SharedPeers {
  static final Outcome UNSUPPORTED =
      Outcome.unsupported(
          "a deny rule is about an endpoint with the same security group or prefix list, and"
              + " EC2 security groups cannot deny");

  private final SharedEndpoints shared;

  /** By the id of the first of those that share. */
  private final Map<String, Endpoint> joined = new HashMap<>();

  private SharedPeers(SharedEndpoints shared) {
    this.shared = shared;
  }

  /**
   * The flows that allow what a deny may refuse, for no other reason than that they share; and
   * these denies.
   */
  static Set<Flow> denied(Policy policy) {
    if (policy.flows().stream().noneMatch(flow -> flow.action() == Action.DENY)) {
      return Set.of();
    }
    SharedEndpoints shared = SharedEndpoints.of(policy.endpoints(), SharedPeers::names);
    if (shared.isEmpty()) {
      return Set.of();
    }
    List<Flow> denies = new ArrayList<>();
    List<Flow> allows = new ArrayList<>();
    for (Flow flow : policy.flows()) {
      (flow.action() == Action.DENY ? denies : allows).add(flow);
    }
    return DenyConflicts.between(denies, allows, new SharedPeers(shared)::together);
  }

  private static List<String> names(Endpoint endpoint) {
    Optional<AwsSgSettings> settings =
        endpoint.settings(AwsSgPlatform.PLATFORM.id(), AwsSgSettings.class);
    return settings
        .map(s -> Stream.concat(s.securityGroup().stream(), s.prefixList().stream()).toList())
        .orElse(List.of());
  }

  /** The same flow between the ends and all that share something with them. */
  private Flow together(Flow flow) {
    return flow.with(together(flow.source()), together(flow.destination()), flow.traffic());
  }

  private Endpoint together(Endpoint endpoint) {
    List<Endpoint> all = shared.with(endpoint);
    return all.size() == 1 ? endpoint : joined.computeIfAbsent(all.get(0).id(), any -> join(all));
  }

  /** An endpoint where all of them are; unbound where one is, for it may be anywhere. */
  private static Endpoint join(List<Endpoint> all) {
    List<IpRange> ranges = new ArrayList<>();
    for (Endpoint one : all) {
      if (!one.isBound()) {
        return at(all.get(0), AddressSet.empty());
      }
      ranges.addAll(one.addresses().ranges());
    }
    return at(all.get(0), AddressSet.of(ranges));
  }

  private static Endpoint at(Endpoint endpoint, AddressSet addresses) {
    return new Endpoint(
        endpoint.id(),
        endpoint.title(),
        endpoint.external(),
        endpoint.fqdns(),
        addresses,
        endpoint.managedBy(),
        endpoint.settings());
  }
}

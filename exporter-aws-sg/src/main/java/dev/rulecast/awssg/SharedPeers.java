package dev.rulecast.awssg;

import dev.rulecast.exporter.DenyConflicts;
import dev.rulecast.exporter.Outcome;
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

  /** The endpoint that stands for all that share something with it, directly or not. */
  private final Map<String, String> first = new HashMap<>();

  private final Map<String, List<Endpoint>> members = new HashMap<>();
  private final Map<String, Endpoint> joined = new HashMap<>();

  private SharedPeers(List<Endpoint> endpoints) {
    Map<String, String> owners = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      for (String name : names(endpoint)) {
        String owner = owners.putIfAbsent(name, endpoint.id());
        if (owner != null) {
          first.put(root(endpoint.id()), root(owner));
        }
      }
    }
    for (Endpoint endpoint : endpoints) {
      members.computeIfAbsent(root(endpoint.id()), any -> new ArrayList<>()).add(endpoint);
    }
  }

  /**
   * The flows that allow what a deny may refuse, for no other reason than that they share; and
   * these denies.
   */
  static Set<Flow> denied(Policy policy) {
    if (policy.flows().stream().noneMatch(flow -> flow.action() == Action.DENY)) {
      return Set.of();
    }
    SharedPeers shared = new SharedPeers(policy.endpoints());
    if (shared.members.size() == policy.endpoints().size()) {
      return Set.of();
    }
    List<Flow> denies = new ArrayList<>();
    List<Flow> allows = new ArrayList<>();
    for (Flow flow : policy.flows()) {
      (flow.action() == Action.DENY ? denies : allows).add(flow);
    }
    return DenyConflicts.between(denies, allows, shared::together);
  }

  private static List<String> names(Endpoint endpoint) {
    Optional<AwsSgSettings> settings =
        endpoint.settings(AwsSgPlatform.PLATFORM.id(), AwsSgSettings.class);
    return settings
        .map(s -> Stream.concat(s.securityGroup().stream(), s.prefixList().stream()).toList())
        .orElse(List.of());
  }

  private String root(String id) {
    String root = id;
    for (String next = first.get(root);
        next != null && !next.equals(root);
        next = first.get(root)) {
      first.put(root, first.getOrDefault(next, next)); // halves the path for those who come later
      root = next;
    }
    return root;
  }

  /** The same flow between the ends and all that share something with them. */
  private Flow together(Flow flow) {
    return flow.with(together(flow.source()), together(flow.destination()), flow.traffic());
  }

  private Endpoint together(Endpoint endpoint) {
    return joined.computeIfAbsent(root(endpoint.id()), root -> join(root, endpoint));
  }

  /** An endpoint where all of them are; unbound where one is, for it may be anywhere. */
  private Endpoint join(String root, Endpoint endpoint) {
    List<IpRange> ranges = new ArrayList<>();
    for (Endpoint member : members.getOrDefault(root, List.of(endpoint))) {
      if (!member.isBound()) {
        return at(endpoint, AddressSet.empty());
      }
      ranges.addAll(member.addresses().ranges());
    }
    return at(endpoint, AddressSet.of(ranges));
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

package dev.rulecast.awssg;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the plan of a run. */
public final class AwsSgPlanner {
  /** The default quota of permissions per group, direction and family; it can be raised. */
  static final int DEFAULT_QUOTA = 60;

  /**
   * What the quota can be raised to with one group per network interface: permissions times groups
   * may not exceed 1,000 ("Amazon VPC quotas", Security groups).
   */
  static final int MAX_QUOTA = 1_000;

  private final ExportContext context;
  private final PeerPreference preference;
  private final DefaultEgress defaultEgress;
  private final Map<String, GroupBuilder> groups = new HashMap<>();

  /** What no plan can hold, and is accounted for. */
  private final Set<Demand> refused = new HashSet<>();

  private final List<String> warnings = new ArrayList<>();

  private AwsSgPlanner(
      ExportContext context, PeerPreference preference, DefaultEgress defaultEgress) {
    this.context = context;
    this.preference = preference;
    this.defaultEgress = defaultEgress;
  }

  /**
   * The plan for all that the context demands of the policy. What no plan can hold is accounted
   * for; the rest is for the caller to decide: {@link AwsSgPlan#accept} or {@link
   * AwsSgPlan#refuse}.
   */
  public static AwsSgPlan plan(
      Policy policy,
      ExportContext context,
      PeerPreference preference,
      DefaultEgress defaultEgress) {
    AwsSgPlanner planner = new AwsSgPlanner(context, preference, defaultEgress);
    Set<Flow> denied = SharedPeers.denied(policy);
    for (Demand demand : context.demands()) {
      FlowDemand flow = (FlowDemand) demand;
      if (denied.contains(flow.flow())) {
        planner.refuse(List.of(flow), SharedPeers.UNSUPPORTED);
      } else {
        planner.add(flow);
      }
    }
    return planner.plan();
  }

  private void add(FlowDemand demand) {
    Endpoint endpoint = demand.endpoint();
    Optional<String> existing = settings(endpoint).flatMap(AwsSgSettings::securityGroup);
    // An endpoint's id may look like a group's, so the two kinds of key must differ.
    String key = existing.map(id -> "existing " + id).orElse(endpoint.id());
    groups.computeIfAbsent(key, any -> new GroupBuilder(existing)).add(demand);
  }

  private Optional<AwsSgSettings> settings(Endpoint endpoint) {
    return context.settings(endpoint, AwsSgSettings.class);
  }

  private List<Peer> peers(Endpoint peer, Flow flow) {
    Optional<AwsSgSettings> settings = settings(peer);
    Optional<String> prefixList = settings.flatMap(AwsSgSettings::prefixList);
    if (prefixList.isPresent()) {
      return List.of(new Peer.PrefixList(prefixList.get()));
    }
    Optional<String> existing = settings.flatMap(AwsSgSettings::securityGroup);
    if (existing.isPresent()) {
      return List.of(new Peer.ExistingGroup(existing.get()));
    }
    boolean managed = peer.isManagedBy(AwsSgPlatform.PLATFORM.id());
    if (managed && (preference == PeerPreference.GROUP || !peer.isBound())) {
      return List.of(new Peer.PlannedGroup(peer));
    }
    if (peer.isBound()) {
      return blocks(peer, flow.families());
    }
    return List.of(new Peer.Input(peer, flow.families()));
  }

  private static List<Peer> blocks(Endpoint peer, Set<IpFamily> families) {
    List<Peer> blocks = new ArrayList<>();
    for (Cidr cidr : peer.addresses().cidrs()) {
      if (families.contains(cidr.family())) {
        blocks.add(new Peer.Block(cidr));
      }
    }
    return blocks;
  }

  private AwsSgPlan plan() {
    List<SecurityGroup> built = new ArrayList<>();
    groups.values().stream()
        .sorted((a, b) -> a.firstEndpoint().compareTo(b.firstEndpoint()))
        .forEach(group -> built.add(group.build(this::permissions)));
    List<FlowDemand> planned = new ArrayList<>();
    for (Demand demand : context.demands()) {
      if (!refused.contains(demand)) {
        planned.add((FlowDemand) demand);
      }
    }
    return new AwsSgPlan(built, inputs(built), planned, warnings);
  }

  /** Counts the permissions of one direction; keeps them all, or none where EC2 could not. */
  private List<Permission> permissions(GroupBuilder group, Side side, List<FlowDemand> demands) {
    DirectionBuilder direction = new DirectionBuilder();
    for (FlowDemand demand : demands) {
      if (!direction.hasTooMany()) {
        peers(demand.peer(), demand.flow()).forEach(peer -> direction.permit(demand, peer));
      }
    }
    String name = group.existing.orElse(group.firstEndpoint());
    boolean replaces =
        side == Side.OUTBOUND
            && group.existing.isEmpty()
            && defaultEgress == DefaultEgress.REPLACED;
    List<Permission> own = replaces ? List.of(NoTraffic.PERMISSION) : List.of();
    List<Permission> permissions =
        new ArrayList<>(direction.permits(NoTraffic.PERMISSION.key()) ? List.of() : own);
    if (direction.hasTooMany()) {
      refuse(
          demands,
          "the security group of `%s` would need more than %s %s permissions and EC2 allows at most %s"
              .formatted(name, DirectionBuilder.MAX_KEPT, side.word(), MAX_QUOTA));
      return own;
    }
    permissions.addAll(direction.build());
    Map<IpFamily, Integer> counts = new EnumMap<>(IpFamily.class);
    for (Permission permission : permissions) {
      permission.peer().countedFamilies().forEach(family -> counts.merge(family, 1, Integer::sum));
    }
    List<String> beyondDefault = new ArrayList<>();
    for (Map.Entry<IpFamily, Integer> entry : counts.entrySet()) {
      int count = entry.getValue();
      String family = entry.getKey().displayName();
      if (count > MAX_QUOTA) {
        refuse(
            demands,
            "the security group of `%s` would need %s %s permissions for %s and EC2 allows at most %s"
                .formatted(name, count, side.word(), family, MAX_QUOTA));
        return own;
      }
      if (count > DEFAULT_QUOTA) {
        beyondDefault.add(
            "The security group of `%s` needs at least %s %s permissions for %s; the default quota is %s."
                .formatted(name, count, side.word(), family, DEFAULT_QUOTA));
      }
    }
    warnings.addAll(beyondDefault);
    return permissions;
  }

  private void refuse(List<FlowDemand> demands, String reason) {
    refuse(demands, Outcome.unsupported(reason));
  }

  private void refuse(List<FlowDemand> demands, Outcome outcome) {
    demands.forEach(demand -> context.outcome(demand, outcome));
    refused.addAll(demands);
  }

  private static List<AwsSgPlan.InputNeeds> inputs(List<SecurityGroup> groups) {
    Map<String, Endpoint> endpoints = new TreeMap<>();
    Map<String, Set<Set<IpFamily>>> needs = new HashMap<>();
    for (SecurityGroup group : groups) {
      for (Permission permission : group.permissions()) {
        if (permission.peer() instanceof Peer.Input input) {
          endpoints.put(input.endpoint().id(), input.endpoint());
          needs
              .computeIfAbsent(input.endpoint().id(), any -> new LinkedHashSet<>())
              .add(input.families());
        }
      }
    }
    return endpoints.values().stream()
        .map(endpoint -> new AwsSgPlan.InputNeeds(endpoint, sorted(needs, endpoint)))
        .toList();
  }

  private static List<Set<IpFamily>> sorted(
      Map<String, Set<Set<IpFamily>>> needs, Endpoint endpoint) {
    return needs.getOrDefault(endpoint.id(), Set.of()).stream()
        .sorted(
            Comparator.comparing((Set<IpFamily> families) -> families.size() > 1)
                .thenComparing(families -> families.contains(IpFamily.IPV6)))
        .toList();
  }
}

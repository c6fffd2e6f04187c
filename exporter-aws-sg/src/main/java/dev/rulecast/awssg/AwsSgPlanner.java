package dev.rulecast.awssg;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the plan of a run and accounts for every demand. */
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
  private final Map<String, GroupBuilder> groups = new HashMap<>();
  private final Set<Flow> written = Collections.newSetFromMap(new IdentityHashMap<>());

  private AwsSgPlanner(ExportContext context, PeerPreference preference) {
    this.context = context;
    this.preference = preference;
  }

  /** The plan for all that the context demands. */
  public static AwsSgPlan plan(ExportContext context, PeerPreference preference) {
    AwsSgPlanner planner = new AwsSgPlanner(context, preference);
    for (Demand demand : context.demands()) {
      planner.add((FlowDemand) demand);
    }
    return planner.plan();
  }

  private void add(FlowDemand demand) {
    Endpoint endpoint = demand.endpoint();
    Optional<String> existing = settings(endpoint).flatMap(AwsSgSettings::securityGroup);
    // An endpoint's id may look like a group's, so the two kinds of key must differ.
    String key = existing.map(id -> "existing " + id).orElse(endpoint.id());
    GroupBuilder group = groups.computeIfAbsent(key, any -> new GroupBuilder(existing));
    group.endpoints.put(endpoint.id(), endpoint);
    DirectionBuilder direction = group.direction(demand.side());
    direction.demands.add(demand);
    for (Peer peer : peers(demand.peer(), demand.flow())) {
      direction.permit(demand, peer);
    }
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
    List<SecurityGroup> planned = new ArrayList<>();
    groups.values().stream()
        .sorted(Comparator.comparing(GroupBuilder::firstEndpoint))
        .forEach(group -> planned.add(group.build(this::account)));
    return new AwsSgPlan(planned, inputs(planned), writtenFlows());
  }

  /** Counts the permissions of one direction; keeps them all, or none where EC2 could not. */
  private List<Permission> account(GroupBuilder group, Side side, DirectionBuilder direction) {
    List<Permission> permissions = direction.build();
    String name = group.existing.orElse(group.firstEndpoint());
    for (IpFamily family : IpFamily.values()) {
      long count =
          permissions.stream().filter(p -> p.peer().countedFamilies().contains(family)).count();
      if (count > MAX_QUOTA) {
        Outcome tooMany =
            Outcome.unsupported(
                "the security group of `%s` would need %s %s permissions for %s and EC2 allows at most %s"
                    .formatted(name, count, side.word(), family.displayName(), MAX_QUOTA));
        direction.demands.forEach(demand -> context.outcome(demand, tooMany));
        return List.of();
      }
      if (count > DEFAULT_QUOTA) {
        context.warning(
            "The security group of `%s` needs at least %s %s permissions for %s; the default quota is %s."
                .formatted(name, count, side.word(), family.displayName(), DEFAULT_QUOTA));
      }
    }
    for (FlowDemand demand : direction.demands) {
      context.written(demand);
      written.add(demand.flow());
    }
    return permissions;
  }

  /** Each flow once, although it may have a demand at either end. */
  private List<Flow> writtenFlows() {
    return context.demands().stream()
        .map(demand -> ((FlowDemand) demand).flow())
        .filter(written::remove)
        .toList();
  }

  private static List<AwsSgPlan.InputNeeds> inputs(List<SecurityGroup> groups) {
    Map<String, Endpoint> endpoints = new TreeMap<>();
    Map<String, Set<Set<IpFamily>>> needs = new HashMap<>();
    for (SecurityGroup group : groups) {
      for (List<Permission> direction : List.of(group.ingress(), group.egress())) {
        for (Permission permission : direction) {
          if (permission.peer() instanceof Peer.Input input) {
            endpoints.put(input.endpoint().id(), input.endpoint());
            needs
                .computeIfAbsent(input.endpoint().id(), any -> new LinkedHashSet<>())
                .add(input.families());
          }
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

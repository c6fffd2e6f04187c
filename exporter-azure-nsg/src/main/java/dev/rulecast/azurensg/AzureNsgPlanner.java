package dev.rulecast.azurensg;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.DenyConflicts;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the plan of a run and accounts for every demand.
 *
 * <p>A group is planned as a whole or not at all.
 */
public final class AzureNsgPlanner {
  /** Beyond this the warnings would say nothing new. */
  private static final int MAX_WARNINGS = 50;

  private final ExportContext context;
  private Ends ends;

  /** What became of demands that are not written. */
  private final IdentityHashMap<Demand, Outcome> settled = new IdentityHashMap<>();

  private List<FlowDemand> demands = List.of();
  private final TreeMap<String, NsgBuilder> groups = new TreeMap<>();

  private AzureNsgPlanner(ExportContext context) {
    this.context = context;
    this.ends = new Ends(this::settings);
  }

  /**
   * The plan for all that the context demands.
   *
   * @param context of an exporter with the platform and the capabilities of {@link
   *     AzureNsgPlatform}
   * @param denyRest the value of {@link AzureNsgPlatform#DENY_REST}
   * @param limits what the output can hold; a plan beyond them is unsupported as a whole, and empty
   */
  public static AzureNsgPlan plan(ExportContext context, DenyRest denyRest, PlanLimits limits) {
    AzureNsgPlanner planner = new AzureNsgPlanner(context);
    NsgNames names = planner.takeWhatHasAGroup();
    planner.build(names, denyRest);
    planner.leaveOutGroupsThatAreTooLarge();
    if (planner.leaveOutWhatADenyOverlaps()) {
      planner.build(names, denyRest);
    }
    planner.warnOfSharedAddresses();
    return planner.plan(limits);
  }

  private Optional<AzureNsgSettings> settings(Endpoint endpoint) {
    return context.settings(endpoint, AzureNsgSettings.class);
  }

  /** Settles the demands of endpoints that have no group. */
  private NsgNames takeWhatHasAGroup() {
    List<FlowDemand> candidates = new ArrayList<>();
    Set<Endpoint> managed = new TreeSet<>();
    for (Demand demand : context.demands()) {
      Endpoint endpoint = demand.endpoint();
      if (ends.isOnlyTag(endpoint)) {
        settled.put(demand, Outcome.notApplicable(isATag(endpoint)));
      } else {
        managed.add(endpoint);
        candidates.add((FlowDemand) demand);
      }
    }
    NsgNames names = new NsgNames(managed, this::settings);
    for (FlowDemand demand : candidates) {
      Optional<String> problem = names.of(demand.endpoint()).problem();
      problem.ifPresent(reason -> settled.put(demand, Outcome.unsupported(reason)));
    }
    return names;
  }

  private static String isATag(Endpoint endpoint) {
    return "`%s` is a service tag, and has no network security group".formatted(endpoint.id());
  }

  /** Makes the groups for what is not settled. */
  private void build(NsgNames names, DenyRest denyRest) {
    demands = new ArrayList<>();
    for (Demand demand : context.demands()) {
      if (!settled.containsKey(demand)) {
        demands.add((FlowDemand) demand);
      }
    }
    groups.clear();
    ends = new Ends(this::settings);
    demands.forEach(ends::prepare);
    for (FlowDemand demand : demands) {
      NsgNames.Group group = names.of(demand.endpoint());
      groups.computeIfAbsent(group.key(), any -> new NsgBuilder(group)).add(demand, ends);
    }
    if (denyRest == DenyRest.ENDPOINT) {
      groups.values().forEach(group -> group.denyRest(ends));
    }
  }

  private void leaveOutGroupsThatAreTooLarge() {
    for (NsgBuilder group : List.copyOf(groups.values())) {
      Optional<String> exceeded = NsgLimits.exceeded(group);
      if (exceeded.isPresent()) {
        group.demands.forEach(demand -> settled.put(demand, Outcome.unsupported(exceeded.get())));
        groups.remove(group.key());
      }
    }
  }

  /**
   * Settles the allows that overlap a deny which is not written at every end that it needs: another
   * endpoint with the same addresses would be allowed what it refuses. True if there are some.
   */
  private boolean leaveOutWhatADenyOverlaps() {
    List<Flow> denies = missingDenies();
    if (denies.isEmpty()) {
      return false;
    }
    List<Flow> allows = new ArrayList<>();
    for (NsgBuilder group : groups.values()) {
      group.demands.stream()
          .map(FlowDemand::flow)
          .filter(flow -> flow.action() == Action.ALLOW)
          .forEach(allows::add);
    }
    Set<Flow> conflicts = DenyConflicts.between(denies, allows, AzureNsgPlatform.CAPABILITIES);
    for (Demand demand : context.demands()) {
      Flow flow = ((FlowDemand) demand).flow();
      boolean deny = flow.action() == Action.DENY;
      boolean tag = deny && ends.isOnlyTag(demand.endpoint());
      if (conflicts.contains(flow) && tag) {
        settled.put(
            demand,
            Outcome.unsupported(
                isATag(demand.endpoint()) + ", and an allow rule overlaps this deny rule"));
      } else if (conflicts.contains(flow) && !deny) {
        settled.putIfAbsent(
            demand,
            Outcome.unsupported("a deny rule overlaps it, and that deny rule is not written"));
      }
    }
    return !conflicts.isEmpty();
  }

  /**
   * Denies that are unsupported at one end, or at a service tag and nowhere else: a tag is no
   * machine, so that the other end suffices.
   */
  private List<Flow> missingDenies() {
    if (settled.isEmpty()) {
      return List.of();
    }
    Set<Flow> written = Collections.newSetFromMap(new IdentityHashMap<>());
    demands.forEach(demand -> written.add(demand.flow()));
    Set<Flow> missing = Collections.newSetFromMap(new IdentityHashMap<>());
    settled.forEach(
        (demand, outcome) -> {
          Flow flow = ((FlowDemand) demand).flow();
          boolean unsupported = outcome.kind() == Outcome.Kind.UNSUPPORTED;
          if (flow.action() == Action.DENY && (unsupported || !written.contains(flow))) {
            missing.add(flow);
          }
        });
    return List.copyOf(missing);
  }

  private void warnOfSharedAddresses() {
    Collection<SharedAddresses.Pair> pairs =
        SharedAddresses.between(groups.values(), MAX_WARNINGS + 1);
    pairs.stream()
        .limit(MAX_WARNINGS)
        .forEach(
            pair ->
                context.warning(
                    ("`%s` and `%s` have addresses in common but not the network security group, and"
                            + " traffic has to pass both groups; the setting nsg lets them share one.")
                        .formatted(pair.one(), pair.other())));
    if (pairs.size() > MAX_WARNINGS) {
      context.warning(
          "More than %s pairs of endpoints have addresses in common but not the network security group."
              .formatted(MAX_WARNINGS));
    }
  }

  private AzureNsgPlan plan(PlanLimits limits) {
    List<NetworkSecurityGroup> planned = groups.values().stream().map(NsgBuilder::build).toList();
    AzureNsgPlan plan = new AzureNsgPlan(planned, inputs(planned), flows());
    Optional<Outcome> exceeded = limits.exceeded(plan).map(Outcome::unsupported);
    for (Demand demand : context.demands()) {
      Outcome outcome = settled.get(demand);
      context.outcome(demand, outcome != null ? outcome : exceeded.orElse(demand.expected()));
    }
    return exceeded.isPresent() ? AzureNsgPlan.EMPTY : plan;
  }

  /** Those that some rule is for. */
  private List<Flow> flows() {
    return FlowDemand.flows(demands.stream().filter(one -> !settled.containsKey(one)).toList());
  }

  private static List<PrefixInput> inputs(List<NetworkSecurityGroup> groups) {
    TreeSet<PrefixInput> inputs = new TreeSet<>();
    for (NetworkSecurityGroup group : groups) {
      for (NsgRule rule : group.rules()) {
        for (NsgAddresses end : List.of(rule.source(), rule.destination())) {
          if (end instanceof NsgAddresses.Input input) {
            inputs.add(input.input());
          }
        }
      }
    }
    return List.copyOf(inputs);
  }
}

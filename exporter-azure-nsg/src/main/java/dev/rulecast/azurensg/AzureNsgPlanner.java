package dev.rulecast.azurensg;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
  private final Ends ends;
  private final List<FlowDemand> demands = new ArrayList<>();
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
    planner.collect(denyRest);
    planner.warnOfSharedAddresses();
    return planner.plan(limits);
  }

  private Optional<AzureNsgSettings> settings(Endpoint endpoint) {
    return context.settings(endpoint, AzureNsgSettings.class);
  }

  private void collect(DenyRest denyRest) {
    NsgNames names = takeWhatHasAGroup();
    demands.forEach(ends::prepare);
    for (FlowDemand demand : demands) {
      NsgNames.Group group = names.of(demand.endpoint());
      groups.computeIfAbsent(group.key(), any -> new NsgBuilder(group)).add(demand, ends);
    }
    if (denyRest == DenyRest.ENDPOINT) {
      groups.values().forEach(group -> group.denyRest(ends));
    }
  }

  /** Accounts for the demands of endpoints that have no group. */
  private NsgNames takeWhatHasAGroup() {
    List<FlowDemand> candidates = new ArrayList<>();
    Set<Endpoint> managed = new TreeSet<>();
    for (Demand demand : context.demands()) {
      Endpoint endpoint = demand.endpoint();
      if (ends.isOnlyTag(endpoint)) {
        String reason =
            "`%s` is a service tag, and has no network security group".formatted(endpoint.id());
        context.outcome(demand, Outcome.notApplicable(reason));
      } else {
        managed.add(endpoint);
        candidates.add((FlowDemand) demand);
      }
    }
    NsgNames names = new NsgNames(managed, this::settings);
    for (FlowDemand demand : candidates) {
      Optional<String> problem = names.of(demand.endpoint()).problem();
      if (problem.isPresent()) {
        context.outcome(demand, Outcome.unsupported(problem.get()));
      } else {
        demands.add(demand);
      }
    }
    return names;
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
    Map<String, String> refused = new HashMap<>();
    List<NetworkSecurityGroup> planned = new ArrayList<>();
    for (NsgBuilder group : groups.values()) {
      Optional<String> exceeded = NsgLimits.exceeded(group);
      exceeded.ifPresent(reason -> refused.put(group.key(), reason));
      if (exceeded.isEmpty()) {
        planned.add(group.build());
      }
    }
    AzureNsgPlan plan = new AzureNsgPlan(planned, inputs(planned), flows(refused.keySet()));
    Optional<String> exceeded = limits.exceeded(plan);
    for (NsgBuilder group : groups.values()) {
      Optional<String> reason = Optional.ofNullable(refused.get(group.key())).or(() -> exceeded);
      for (FlowDemand demand : group.demands) {
        context.outcome(demand, reason.map(Outcome::unsupported).orElse(demand.expected()));
      }
    }
    return exceeded.isPresent() ? AzureNsgPlan.EMPTY : plan;
  }

  /** Each flow once, although it may have a demand at either end. */
  private List<Flow> flows(Set<String> refused) {
    Set<Flow> written = Collections.newSetFromMap(new IdentityHashMap<>());
    for (NsgBuilder group : groups.values()) {
      if (!refused.contains(group.key())) {
        group.demands.forEach(demand -> written.add(demand.flow()));
      }
    }
    return demands.stream().map(FlowDemand::flow).filter(written::remove).toList();
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

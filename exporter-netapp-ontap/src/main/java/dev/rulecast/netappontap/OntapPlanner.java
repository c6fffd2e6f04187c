package dev.rulecast.netappontap;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.DenyConflicts;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Action;
import dev.rulecast.netappontap.AllowRules.Finding;
import dev.rulecast.netappontap.OntapService.ServicePort;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides what is written for every endpoint, and accounts for every demand. */
final class OntapPlanner {
  private final Policy policy;
  private final ExportContext context;
  private final Map<Demand, Outcome> outcomes = new HashMap<>();
  private final SortedMap<String, EndpointBuilder> endpoints = new TreeMap<>();

  /** An allow and the service that it opens. */
  private record Allowed(FlowDemand demand, OntapService service, ServicePort port) {}

  private OntapPlanner(Policy policy, ExportContext context) {
    this.policy = policy;
    this.context = context;
  }

  /** What is written, by endpoint id. */
  static List<EndpointPlan> plan(Policy policy, ExportContext context) {
    return new OntapPlanner(policy, context).plan();
  }

  private List<EndpointPlan> plan() {
    List<Allowed> allowed = new ArrayList<>();
    List<FlowDemand> denies = new ArrayList<>();
    for (Demand demand : context.demands()) {
      sort((FlowDemand) demand, allowed, denies);
    }
    Set<Flow> denied = openWhatNothingDenies(allowed);
    for (FlowDemand deny : denies) {
      outcomes.put(deny, denyOutcome(deny, denied));
    }
    List<EndpointPlan> plans = new ArrayList<>();
    for (EndpointBuilder endpoint : endpoints.values()) {
      if (endpoint.isWritten()) {
        outcomes.putAll(endpoint.outcomes());
        plans.add(endpoint.build());
      }
    }
    SharedNames shared = SharedNames.of(plans);
    for (Demand demand : context.demands()) {
      context.outcome(demand, shared.outcome(demand.endpoint(), outcomes(demand)));
    }
    return shared.consistent();
  }

  private Outcome outcomes(Demand demand) {
    return outcomes.getOrDefault(demand, demand.expected());
  }

  private void sort(FlowDemand demand, List<Allowed> allowed, List<FlowDemand> denies) {
    Optional<NetAppOntapSettings> settings =
        context.settings(demand.endpoint(), NetAppOntapSettings.class);
    if (settings.isEmpty()) {
      outcomes.put(
          demand,
          Outcome.unsupported(
              "`%s` has no settings for netapp-ontap, which say its SVM, LIFs and release"
                  .formatted(demand.endpoint().id())));
      return;
    }
    endpoints.computeIfAbsent(
        demand.endpoint().id(), any -> new EndpointBuilder(demand.endpoint(), settings.get()));
    if (demand.flow().action() == Action.DENY) {
      denies.add(demand);
      return;
    }
    Finding finding = new AllowRules(settings.get()).find(demand.flow());
    if (finding instanceof Finding.Opens opens) {
      allowed.add(new Allowed(demand, opens.service(), opens.port()));
    } else if (finding instanceof Finding.Ends ends) {
      outcomes.put(demand, ends.outcome());
    }
  }

  /**
   * Opens services for all allows but those that a deny overlaps, as far as the service reaches: an
   * allow of one of its ports opens the others too. Returns the denies that overlap some.
   */
  private Set<Flow> openWhatNothingDenies(List<Allowed> allowed) {
    List<Flow> opened = new ArrayList<>();
    IdentityHashMap<Flow, Allowed> origins = new IdentityHashMap<>();
    for (Allowed allow : allowed) {
      for (ServicePort port : allow.service.ports()) {
        Flow flow = onPort(allow.demand.flow(), port);
        opened.add(flow);
        origins.put(flow, allow);
      }
    }
    List<Flow> denies = denies();
    Set<Flow> conflicting = Collections.newSetFromMap(new IdentityHashMap<>());
    conflicting.addAll(DenyConflicts.between(denies, opened));
    conflicting.addAll(SharedLifs.of(policy.endpoints(), context).conflicts(denies, opened));
    Set<Allowed> lost = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Flow flow : conflicting) {
      Optional.ofNullable(origins.get(flow)).ifPresent(lost::add);
    }
    for (Allowed allow : allowed) {
      if (lost.contains(allow)) {
        outcomes.put(allow.demand, overlapped(allow.demand));
      } else {
        Optional.ofNullable(endpoints.get(allow.demand.endpoint().id()))
            .ifPresent(endpoint -> endpoint.open(allow.service, allow.port, allow.demand));
      }
    }
    return conflicting;
  }

  /**
   * All of them: those that are left to this exporter, those that are not, and those at endpoints
   * of other platforms, which may have an address in common with a filer.
   */
  private List<Flow> denies() {
    return policy.flows().stream().filter(flow -> flow.action() == Action.DENY).toList();
  }

  private static Flow onPort(Flow flow, ServicePort port) {
    Traffic traffic =
        new Traffic(
            port.protocol(),
            Optional.of(port.range()),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return flow.with(flow.source(), flow.destination(), traffic);
  }

  private Outcome overlapped(FlowDemand demand) {
    return Outcome.unsupported("a deny rule overlaps it, and " + noDeny(demand));
  }

  private Outcome denyOutcome(FlowDemand deny, Set<Flow> denied) {
    if (denied.contains(deny.flow())) {
      return Outcome.unsupported(noDeny(deny) + ", and an allow rule overlaps this deny rule");
    }
    EndpointBuilder endpoint = endpoints.get(deny.endpoint().id());
    return endpoint == null
        ? outcomes(deny)
        : new DenyRules(endpoint).decide(deny.flow().traffic());
  }

  private String noDeny(Demand demand) {
    boolean oneEntry =
        context
            .settings(demand.endpoint(), NetAppOntapSettings.class)
            .filter(settings -> settings.release().family() == ReleaseFamily.V8_2)
            .isPresent();
    return oneEntry
        ? "an ONTAP policy has one entry for a service, which allows or denies"
        : "ONTAP policies cannot deny";
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.netappontap.OntapService.Scope;
import dev.rulecast.netappontap.OntapService.ServicePort;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what one endpoint needs. */
final class EndpointBuilder {
  private static final IpRange EVERY_IPV4 = Cidr.parse("0.0.0.0/0").toRange();
  private static final IpRange EVERY_IPV6 = Cidr.parse("::/0").toRange();

  private final Endpoint endpoint;
  private final NetAppOntapSettings settings;
  private final Services services;
  private final SortedMap<OntapService, List<Opening>> openings;
  private final Set<OntapService> denied = new LinkedHashSet<>();

  /**
   * A flow that opens a service.
   *
   * @param demand the flow
   * @param port the port of the service that it names
   * @param addresses from where
   */
  private record Opening(FlowDemand demand, ServicePort port, AddressSet addresses) {}

  EndpointBuilder(Endpoint endpoint, NetAppOntapSettings settings) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.services = Services.of(settings.release());
    this.openings = new TreeMap<>(Comparator.comparingInt(services::rank));
  }

  Endpoint endpoint() {
    return endpoint;
  }

  NetAppOntapSettings settings() {
    return settings;
  }

  /** Opens a service for the source of a flow. */
  void open(OntapService service, ServicePort port, FlowDemand demand) {
    openings
        .computeIfAbsent(service, any -> new ArrayList<>())
        .add(new Opening(demand, port, sources(demand.flow())));
  }

  /** The addresses of a source in the families of the flow. */
  private static AddressSet sources(Flow flow) {
    Set<IpFamily> families = flow.families();
    return AddressSet.of(
        flow.source().addresses().ranges().stream()
            .filter(range -> families.contains(range.family()))
            .toList());
  }

  /** Has the policy deny services by name, where entries can. */
  void deny(Collection<OntapService> notOpened) {
    if (settings.release().family() == ReleaseFamily.V8_2) {
      denied.addAll(notOpened);
    }
  }

  boolean isWritten() {
    return !openings.isEmpty();
  }

  boolean opens(OntapService service) {
    return openings.containsKey(service);
  }

  /** Whether some service is kept or opened in a firewall policy. */
  boolean writesFirewallPolicy() {
    return !settings.keep().orElse(List.of()).isEmpty()
        || openings.keySet().stream().anyMatch(OntapService::isFirewallService);
  }

  /** The outcome of every flow that opens a service. */
  Map<FlowDemand, Outcome> outcomes() {
    Map<FlowDemand, Outcome> outcomes = new HashMap<>();
    openings.forEach(
        (service, all) -> {
          Map<ServicePort, AddressSet> byPort = addressesByPort(all);
          for (Opening opening : all) {
            outcomes.put(opening.demand, outcome(service, opening, byPort));
          }
        });
    return outcomes;
  }

  private static Map<ServicePort, AddressSet> addressesByPort(List<Opening> openings) {
    Map<ServicePort, List<IpRange>> ranges = new HashMap<>();
    for (Opening opening : openings) {
      ranges
          .computeIfAbsent(opening.port, any -> new ArrayList<>())
          .addAll(opening.addresses.ranges());
    }
    Map<ServicePort, AddressSet> addresses = new HashMap<>();
    ranges.forEach((port, all) -> addresses.put(port, AddressSet.of(all)));
    return addresses;
  }

  /** Wider by the ports of the service that no rule opens for all of these addresses. */
  private static Outcome outcome(
      OntapService service, Opening opening, Map<ServicePort, AddressSet> byPort) {
    Outcome expected = opening.demand.expected();
    boolean wider =
        service.ports().stream()
            .filter(port -> !port.equals(opening.port))
            .map(port -> byPort.getOrDefault(port, AddressSet.empty()))
            .anyMatch(addresses -> !addresses.contains(opening.addresses));
    if (!wider) {
      return expected;
    }
    Set<Dimension> lost = EnumSet.of(Dimension.PORTS);
    lost.addAll(expected.lost());
    String reason = "%s opens %s".formatted(service.word(), service.portList());
    return Outcome.wider(
        lost, expected.reason().isEmpty() ? reason : expected.reason() + ", and " + reason);
  }

  /** The plan; only where {@link #isWritten}. */
  EndpointPlan build() {
    List<PolicyEntry> firewall = kept();
    List<PolicyEntry> lifServices = new ArrayList<>();
    Map<FlowDemand, Outcome> outcomes = outcomes();
    List<Flow> flows = new ArrayList<>();
    openings.forEach(
        (service, all) -> {
          (service.isFirewallService() ? firewall : lifServices).add(entry(service, all, outcomes));
          all.forEach(opening -> flows.add(opening.demand.flow()));
        });
    denied.stream()
        .sorted(Comparator.comparingInt(services::rank))
        .map(service -> new PolicyEntry(service, Action.DENY, everybody(), false, List.of()))
        .forEach(firewall::add);
    flows.sort(Comparator.naturalOrder());
    Set<String> widenings = new TreeSet<>();
    outcomes.values().stream()
        .filter(outcome -> outcome.kind() == Outcome.Kind.WIDER)
        .forEach(outcome -> widenings.add(outcome.reason()));
    return new EndpointPlan(
        endpoint, settings, firewall, lifServices, flows, List.copyOf(widenings), List.of());
  }

  private List<PolicyEntry> kept() {
    List<PolicyEntry> kept = new ArrayList<>();
    settings.keep().orElse(List.of()).stream()
        .flatMap(word -> services.named(Mechanism.FIREWALL_POLICY, word).stream())
        .sorted(Comparator.comparingInt(services::rank))
        .map(service -> new PolicyEntry(service, Action.ALLOW, everybody(), true, List.of()))
        .forEach(kept::add);
    return kept;
  }

  /** Every address of the families that the LIFs have: a cluster may have no IPv6. */
  private AddressSet everybody() {
    List<IpRange> everybody = new ArrayList<>();
    Set<IpFamily> families = endpoint.families();
    if (!endpoint.isBound() || families.contains(IpFamily.IPV4)) {
      everybody.add(EVERY_IPV4);
    }
    if (endpoint.isBound() && families.contains(IpFamily.IPV6)) {
      everybody.add(EVERY_IPV6);
    }
    return AddressSet.of(everybody);
  }

  private static PolicyEntry entry(
      OntapService service, List<Opening> openings, Map<FlowDemand, Outcome> outcomes) {
    Set<String> purposes = new LinkedHashSet<>();
    Set<String> reservations = new TreeSet<>();
    List<IpRange> ranges = new ArrayList<>();
    for (Opening opening : openings) {
      purposes.addAll(opening.demand.flow().purposes());
      ranges.addAll(opening.addresses.ranges());
      Outcome outcome = outcomes.getOrDefault(opening.demand, Outcome.exact());
      if (outcome.kind() == Outcome.Kind.WIDER) {
        reservations.add("Wider: " + outcome.reason() + ".");
      }
    }
    if (service.scope() != Scope.EVERY_SVM) {
      reservations.add("Only " + AllowRules.owner(service.scope()) + " can have this service.");
    }
    List<String> comments = new ArrayList<>();
    comments.add(String.join("; ", purposes));
    comments.addAll(reservations);
    return new PolicyEntry(service, Action.ALLOW, AddressSet.of(ranges), false, comments);
  }
}

package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One rule of a rule set, as written. Lists stand for their full product.
 *
 * @param id the rule, unique in its rule set
 * @param action allow or deny
 * @param sources ids of the endpoints that open connections; not empty
 * @param destinations ids of the endpoints that accept them; not empty
 * @param protocols not empty; either all with ports (TCP, UDP) or none
 * @param ports destination ports; empty exactly where the protocols have none
 * @param sourcePorts ports at the source; empty: every port
 * @param icmpTypes for each ICMP protocol of the rule; empty: every type
 * @param program Windows path of the program that listens at the destination
 * @param note what people want to know of the rule
 * @param expires the last day on which it is valid
 * @param location where the rule begins
 */
public record Rule(
    String id,
    Action action,
    List<String> sources,
    List<String> destinations,
    List<Protocol> protocols,
    List<PortSpec> ports,
    List<PortSpec> sourcePorts,
    List<IcmpType> icmpTypes,
    Optional<String> program,
    RuleNote note,
    Optional<LocalDate> expires,
    Location location) {
  /** Copies the lists and refuses a rule that could be read as wider than it was written. */
  public Rule {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
    protocols = List.copyOf(protocols);
    ports = List.copyOf(ports);
    sourcePorts = List.copyOf(sourcePorts);
    icmpTypes = List.copyOf(icmpTypes);
    if (sources.isEmpty() || destinations.isEmpty() || protocols.isEmpty()) {
      throw new IllegalArgumentException("A rule has a source, a destination and a protocol.");
    }
    boolean ported = false;
    boolean portless = false;
    for (Protocol protocol : protocols) {
      ported |= protocol.hasPorts();
      portless |= !protocol.hasPorts();
    }
    if (ported == ports.isEmpty() || (ported && portless)) {
      throw new IllegalArgumentException("A rule has ports exactly where its protocols have.");
    }
    if (!sourcePorts.isEmpty() && ports.isEmpty()) {
      throw new IllegalArgumentException("Source ports belong to TCP and UDP.");
    }
    if (!icmpTypes.isEmpty() && !protocolsOf(icmpTypes).equals(Set.copyOf(protocols))) {
      throw new IllegalArgumentException("A rule has ICMP types of all its protocols, or none.");
    }
  }

  private static Set<Protocol> protocolsOf(List<IcmpType> types) {
    return types.stream().map(IcmpType::protocol).collect(Collectors.toUnmodifiableSet());
  }
}

package dev.rulecast.testkit.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One rule from one source to one destination to one service.
 *
 * @param rule its name
 * @param deny whether it forbids what it matches
 * @param source who opens the connections
 * @param destination who accepts them
 * @param service to what
 * @param sourcePorts from which ports; empty: from every one
 * @param program Windows path of the program that listens; empty: every program
 */
record Flow(
    String rule,
    boolean deny,
    Endpoint source,
    Endpoint destination,
    Service service,
    List<Ports> sourcePorts,
    String program) {
  /** What of a flow does not count. */
  enum Part {
    SOURCE_PORTS,
    ICMP_TYPE,
    PROGRAM
  }

  static List<Flow> of(List<Rule> rules) {
    List<Flow> flows = new ArrayList<>();
    for (Rule rule : rules) {
      for (Endpoint source : rule.sources()) {
        for (Endpoint destination : rule.destinations()) {
          for (Service service : rule.services()) {
            flows.add(
                new Flow(
                    rule.name(),
                    rule.deny(),
                    source,
                    destination,
                    service,
                    rule.sourcePorts(),
                    rule.program()));
          }
        }
      }
    }
    return flows;
  }

  /**
   * Whether a deny and an allow may be about one packet: only service and ends count.
   *
   * @param icmpTypes whether ICMP types count
   */
  boolean mayOverlap(Flow other, boolean icmpTypes) {
    boolean sameIcmp =
        !icmpTypes
            && Protocols.isIcmp(service.protocol())
            && service.protocol() == other.service.protocol();
    return (sameIcmp || service.overlaps(other.service))
        && source.mayOverlap(other.source)
        && destination.mayOverlap(other.destination);
  }

  boolean hasIcmpType() {
    return Protocols.isIcmp(service.protocol()) && service.first() >= 0;
  }

  /**
   * Whether a packet between its ends is what it is about.
   *
   * @param ignored what does not count
   */
  boolean matches(Connection connection, Set<Part> ignored) {
    Service asked =
        hasIcmpType() && ignored.contains(Part.ICMP_TYPE)
            ? Service.whole(service.protocol())
            : service;
    return asked.accepts(connection)
        && (sourcePorts.isEmpty()
            || ignored.contains(Part.SOURCE_PORTS)
            || sourcePorts.stream().anyMatch(ports -> ports.contains(connection.sourcePort())))
        && (program.isEmpty()
            || ignored.contains(Part.PROGRAM)
            || program.equalsIgnoreCase(connection.program()));
  }
}

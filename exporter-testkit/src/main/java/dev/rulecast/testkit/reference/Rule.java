package dev.rulecast.testkit.reference;

import java.util.List;

/**
 * A rule, read and resolved.
 *
 * @param name {@code rule-set/rule}
 * @param deny whether it forbids what it matches
 * @param sources who opens the connections
 * @param destinations who accepts them
 * @param services to what; each with each source and destination
 * @param sourcePorts from which ports; empty: from every one
 * @param program Windows path of the program that listens; empty: every program
 */
record Rule(
    String name,
    boolean deny,
    List<Endpoint> sources,
    List<Endpoint> destinations,
    List<Service> services,
    List<Ports> sourcePorts,
    String program) {
  boolean matches(Connection connection) {
    return sources.stream().anyMatch(connection.source()::belongsTo)
        && destinations.stream().anyMatch(connection.destination()::belongsTo)
        && services.stream().anyMatch(service -> service.accepts(connection))
        && (sourcePorts.isEmpty()
            || sourcePorts.stream().anyMatch(ports -> ports.contains(connection.sourcePort())))
        && (program.isEmpty() || program.equalsIgnoreCase(connection.program()));
  }
}

package dev.rulecast.policy;

import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * The packets of a flow that open connections, apart from their addresses.
 *
 * @param protocol the protocol
 * @param ports destination ports; present exactly where the protocol is TCP or UDP
 * @param icmpType the ICMP message; absent: every message
 * @param sourcePorts disjoint and ascending; empty: every port
 * @param program Windows path of the program that listens at the destination; absent: every program
 */
public record Traffic(
    Protocol protocol,
    Optional<PortRange> ports,
    Optional<IcmpType> icmpType,
    List<PortRange> sourcePorts,
    Optional<String> program)
    implements Comparable<Traffic> {
  private static final List<PortRange> EVERY_PORT = List.of(PortRange.ALL);

  /**
   * Makes the source ports disjoint and ascending, and empty where they are all; refuses ports
   * without a protocol that has them, and types of another one.
   */
  public Traffic {
    sourcePorts = PortRange.normalise(sourcePorts);
    if (sourcePorts.equals(EVERY_PORT)) {
      sourcePorts = List.of();
    }
    if (protocol.hasPorts() != ports.isPresent()
        || (!protocol.hasPorts() && !sourcePorts.isEmpty())) {
      throw new IllegalArgumentException("Ports belong to TCP and UDP, and only to these.");
    }
    if (icmpType.isPresent() && !icmpType.get().protocol().equals(protocol)) {
      throw new IllegalArgumentException("An ICMP type belongs to its protocol.");
    }
  }

  /** Whether all traffic of the other is traffic of this. */
  public boolean contains(Traffic other) {
    return containsService(other) && containsQualifiers(other);
  }

  /**
   * Whether the two have a protocol and a destination port (or ICMP message) in common, whatever
   * their source ports and programs.
   */
  public boolean overlapsService(Traffic other) {
    if (protocol.isAny() || other.protocol.isAny()) {
      return true;
    }
    if (!protocol.equals(other.protocol)) {
      return false;
    }
    if (protocol.hasPorts()) {
      return ports.orElseThrow().overlaps(other.ports.orElseThrow());
    }
    return icmpType.isEmpty()
        || other.icmpType.isEmpty()
        || icmpType.get().overlaps(other.icmpType.get());
  }

  private boolean containsService(Traffic other) {
    if (protocol.isAny()) {
      return true;
    }
    if (!protocol.equals(other.protocol)) {
      return false;
    }
    if (protocol.hasPorts()) {
      return ports.orElseThrow().contains(other.ports.orElseThrow());
    }
    return icmpType.isEmpty()
        || (other.icmpType.isPresent() && icmpType.get().contains(other.icmpType.get()));
  }

  /** Whether every source port and program of the other is one of this. */
  public boolean containsQualifiers(Traffic other) {
    return containsSourcePorts(other) && (program.isEmpty() || program.equals(other.program));
  }

  private boolean containsSourcePorts(Traffic other) {
    if (sourcePorts.isEmpty()) {
      return true;
    }
    return !other.sourcePorts.isEmpty()
        && other.sourcePorts.stream()
            .allMatch(range -> sourcePorts.stream().anyMatch(own -> own.contains(range)));
  }

  /** The same with every ICMP message. */
  public Traffic withoutIcmpType() {
    return icmpType.isEmpty()
        ? this
        : new Traffic(protocol, ports, Optional.empty(), sourcePorts, program);
  }

  /** The same to every program. */
  public Traffic withoutProgram() {
    return program.isEmpty()
        ? this
        : new Traffic(protocol, ports, icmpType, sourcePorts, Optional.empty());
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof Traffic traffic
        && protocol.equals(traffic.protocol)
        && ports.equals(traffic.ports)
        && icmpType.equals(traffic.icmpType)
        && sourcePorts.equals(traffic.sourcePorts)
        && program.equals(traffic.program);
  }

  @Override
  public int hashCode() {
    int service = (protocol.hashCode() * 31 + ports.hashCode()) * 31 + icmpType.hashCode();
    return (service * 31 + sourcePorts.hashCode()) * 31 + program.hashCode();
  }

  /** By protocol, ports, ICMP type, source ports and program. */
  @Override
  public int compareTo(Traffic other) {
    int order = protocol.compareTo(other.protocol);
    if (order == 0) {
      order = ports.orElse(PortRange.ALL).compareTo(other.ports.orElse(PortRange.ALL));
    }
    if (order == 0) {
      order = compareIcmpType(other);
    }
    if (order == 0 && !sourcePorts.equals(other.sourcePorts)) {
      order = sourcePorts.toString().compareTo(other.sourcePorts.toString());
    }
    return order == 0 ? program.orElse("").compareTo(other.program.orElse("")) : order;
  }

  private int compareIcmpType(Traffic other) {
    return icmpType.isPresent() && other.icmpType.isPresent()
        ? icmpType.get().compareTo(other.icmpType.get())
        : Boolean.compare(icmpType.isPresent(), other.icmpType.isPresent());
  }

  /** Destination ports or ICMP type in words: {@code 389}, {@code any}, or empty. */
  public String service() {
    return ports
        .map(PortRange::toString)
        .or(() -> icmpType.map(IcmpType::toString))
        .orElse(protocol.isIcmp() ? "any" : "");
  }
}

package dev.rulecast.testkit.reference;

/**
 * What a flow is to: a protocol with one range of ports, or with one ICMP type and code.
 *
 * @param protocol its number, or {@link Protocols#ANY}
 * @param first lowest port, or ICMP type or -1 for every type; -1 for other protocols
 * @param last highest port, or ICMP code or -1 for every code; -1 for other protocols
 */
record Service(int protocol, int first, int last) {
  static Service whole(int protocol) {
    return new Service(protocol, -1, -1);
  }

  boolean accepts(Connection connection) {
    if (protocol == Protocols.ANY) {
      return true;
    }
    if (protocol != connection.protocol()) {
      return false;
    }
    if (Protocols.hasPorts(protocol)) {
      return first <= connection.portOrType() && connection.portOrType() <= last;
    }
    return (first == -1 || first == connection.portOrType())
        && (last == -1 || last == connection.code());
  }

  boolean overlaps(Service other) {
    if (protocol == Protocols.ANY || other.protocol == Protocols.ANY) {
      return true;
    }
    if (protocol != other.protocol) {
      return false;
    }
    if (Protocols.hasPorts(protocol)) {
      return first <= other.last && other.first <= last;
    }
    boolean sameType = first == -1 || other.first == -1 || first == other.first;
    boolean sameCode = last == -1 || other.last == -1 || last == other.last;
    return sameType && sameCode;
  }
}

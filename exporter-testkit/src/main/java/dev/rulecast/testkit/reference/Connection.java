package dev.rulecast.testkit.reference;

/**
 * A packet that wants to open a connection.
 *
 * @param source who sends it
 * @param destination who gets it
 * @param protocol the number of its protocol
 * @param portOrType destination port or ICMP type; 0 where the protocol has neither
 * @param code ICMP code; 0 where the protocol has none
 * @param sourcePort source port; 0 where the protocol has none
 * @param program Windows path of the program that listens at the destination; empty: some other
 */
public record Connection(
    Host source,
    Host destination,
    int protocol,
    int portOrType,
    int code,
    int sourcePort,
    String program) {
  private static final int EPHEMERAL_PORT = 50_000;

  /** A TCP connection to a port. */
  public static Connection tcp(Host source, Host destination, int port) {
    return new Connection(source, destination, Protocols.TCP, port, 0, EPHEMERAL_PORT, "");
  }

  /** A UDP datagram to a port. */
  public static Connection udp(Host source, Host destination, int port) {
    return new Connection(source, destination, Protocols.UDP, port, 0, EPHEMERAL_PORT, "");
  }

  /** An ICMP message for IPv4. */
  public static Connection icmp(Host source, Host destination, int type, int code) {
    return new Connection(source, destination, Protocols.ICMP, type, code, 0, "");
  }

  /** An ICMP message for IPv6. */
  public static Connection icmpv6(Host source, Host destination, int type, int code) {
    return new Connection(source, destination, Protocols.ICMPV6, type, code, 0, "");
  }

  /** A packet of another protocol. */
  public static Connection of(Host source, Host destination, int protocol) {
    return new Connection(source, destination, protocol, 0, 0, 0, "");
  }

  /** The same from another source port. */
  public Connection from(int otherSourcePort) {
    return new Connection(
        source, destination, protocol, portOrType, code, otherSourcePort, program);
  }

  /** The same to a named program. */
  public Connection to(String otherProgram) {
    return new Connection(
        source, destination, protocol, portOrType, code, sourcePort, otherProgram);
  }

  /** Whether one packet can have both addresses and the protocol. */
  boolean isPossible() {
    return Protocols.families(protocol).stream()
        .anyMatch(family -> source.mayHave(family) && destination.mayHave(family));
  }
}

package dev.rulecast.testkit.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Hosts and packets at the boundaries of all that some flows name, and a few elsewhere. */
public final class Samples {
  private static final int EPHEMERAL_PORT = 50_000;
  private static final List<String> STRANGERS = List.of("198.18.77.1", "2001:db8:9999::1");

  /** Types and codes: echo request, unreachable because of the size and otherwise, echo reply. */
  private static final List<int[]> MESSAGES =
      List.of(new int[] {8, 0}, new int[] {3, 4}, new int[] {3, 1}, new int[] {0, 0});

  private final Set<String> hosts = new LinkedHashSet<>(STRANGERS);
  private final Set<Packet> packets = new LinkedHashSet<>();

  /**
   * A packet without addresses.
   *
   * @param family those of the protocol
   */
  private record Packet(
      int protocol, int portOrType, int code, int sourcePort, String program, Set<Family> family) {
    Packet(int protocol, int portOrType, int code, int sourcePort, String program) {
      this(
          protocol,
          portOrType,
          code,
          sourcePort,
          program,
          Set.copyOf(Protocols.families(protocol)));
    }
  }

  Samples(List<Flow> flows, Map<String, Addresses> addresses) {
    Set<String> named = new TreeSet<>();
    for (Flow flow : flows) {
      named.add(flow.source().id());
      named.add(flow.destination().id());
    }
    named.forEach(id -> addHosts(addresses.getOrDefault(id, Addresses.NONE)));
    Set<String> programs = new TreeSet<>(Set.of(""));
    flows.forEach(flow -> programs.add(flow.program()));
    for (int[] message : MESSAGES) {
      packets.add(new Packet(Protocols.ICMP, message[0], message[1], 0, ""));
      packets.add(new Packet(Protocols.ICMPV6, 128 + message[0], message[1], 0, ""));
    }
    for (int protocol : List.of(47, 50, 51, 132)) {
      packets.add(new Packet(protocol, 0, 0, 0, ""));
    }
    flows.forEach(flow -> addPackets(flow, programs));
  }

  private void addHosts(Addresses addresses) {
    for (Addresses.Range range : addresses.ranges()) {
      BigInteger limit = BigInteger.ONE.shiftLeft(range.family().bits);
      for (BigInteger number :
          List.of(
              range.first().subtract(BigInteger.ONE),
              range.first(),
              range.last(),
              range.last().add(BigInteger.ONE))) {
        if (number.signum() >= 0 && number.compareTo(limit) < 0) {
          hosts.add(Addresses.text(range.family(), number));
        }
      }
    }
  }

  private void addPackets(Flow flow, Collection<String> programs) {
    Service service = flow.service();
    int protocol = service.protocol();
    Set<String> listening = flow.program().isEmpty() ? Set.of("") : new TreeSet<>(programs);
    for (String program : listening) {
      if (Protocols.hasPorts(protocol)) {
        for (int port : around(service.first(), service.last(), 1, Ports.MAX)) {
          for (int sourcePort : sourcePorts(flow)) {
            packets.add(new Packet(Protocols.TCP, port, 0, sourcePort, program));
            packets.add(new Packet(Protocols.UDP, port, 0, sourcePort, program));
          }
        }
      } else if (Protocols.isIcmp(protocol)) {
        int type = Math.max(0, service.first());
        int code = Math.max(0, service.last());
        for (int oneType : around(type, type, 0, 255)) {
          for (int oneCode : around(code, code, 0, 255)) {
            packets.add(new Packet(protocol, oneType, oneCode, 0, program));
          }
        }
      } else if (protocol != Protocols.ANY) {
        for (int one : around(protocol, protocol, 2, 254)) {
          if (!Protocols.hasPorts(one) && !Protocols.isIcmp(one)) {
            packets.add(new Packet(one, 0, 0, 0, program));
          }
        }
      } else {
        packets.add(new Packet(Protocols.TCP, 1, 0, EPHEMERAL_PORT, program));
        packets.add(new Packet(Protocols.UDP, Ports.MAX, 0, 1, program));
      }
    }
  }

  private static Set<Integer> sourcePorts(Flow flow) {
    Set<Integer> ports = new TreeSet<>(Set.of(EPHEMERAL_PORT));
    for (Ports range : flow.sourcePorts()) {
      ports.addAll(around(range.first(), range.last(), 1, Ports.MAX));
    }
    return ports;
  }

  private static Set<Integer> around(int first, int last, int least, int most) {
    Set<Integer> numbers = new TreeSet<>(Arrays.asList(first - 1, first, last, last + 1));
    numbers.removeIf(number -> number < least || number > most);
    return numbers;
  }

  /** Addresses: the first and the last of every network, those beside them, and strangers. */
  public List<String> hosts() {
    return List.copyOf(hosts);
  }

  /** Packets from one host to another. */
  public List<Connection> connections(String source, String destination) {
    List<Connection> connections = new ArrayList<>();
    Host from = Host.at(source);
    Host to = Host.at(destination);
    for (Packet packet : packets) {
      if (packet.family.contains(Family.of(source))) {
        connections.add(
            new Connection(
                from,
                to,
                packet.protocol,
                packet.portOrType,
                packet.code,
                packet.sourcePort,
                packet.program));
      }
    }
    return connections;
  }
}

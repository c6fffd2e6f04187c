package dev.rulecast.analysis;

import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A sample of all packets, with one at least of every kind that the test's rules tell apart: named
 * values, and one that no rule names.
 */
final class Packets {
  private static final List<Packet> ALL = all();

  /** Of a protocol without ports, the service is an ICMP type and code, or 0. */
  private record Packet(Protocol protocol, int service, int sourcePort, String program) {}

  private Packets() {}

  static BitSet of(Traffic traffic) {
    BitSet packets = new BitSet(ALL.size());
    for (int i = 0; i < ALL.size(); i++) {
      packets.set(i, isOf(ALL.get(i), traffic));
    }
    return packets;
  }

  private static boolean isOf(Packet packet, Traffic traffic) {
    if (traffic.program().isPresent() && !traffic.program().get().equals(packet.program)) {
      return false;
    }
    if (traffic.protocol().number() == -1) {
      return true;
    }
    return traffic.protocol().number() == packet.protocol.number()
        && traffic.ports().map(range -> isIn(packet.service, range)).orElse(true)
        && traffic.icmpType().map(type -> isOf(packet.service, type)).orElse(true)
        && isFrom(packet.sourcePort, traffic.sourcePorts());
  }

  private static boolean isFrom(int port, List<PortRange> ranges) {
    return ranges.isEmpty() || ranges.stream().anyMatch(range -> isIn(port, range));
  }

  private static boolean isIn(int port, PortRange range) {
    return range.first() <= port && port <= range.last();
  }

  private static boolean isOf(int service, IcmpType type) {
    return service / 1000 == type.type()
        && (type.code().isEmpty() || type.code().getAsInt() == service % 1000);
  }

  private static List<Packet> all() {
    List<Packet> packets = new ArrayList<>();
    for (String program : List.of("x", "y", "z")) {
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
        for (int port : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 65_535}) {
          for (int sourcePort : new int[] {1, 2, 3, 4, 5, 65_535}) {
            packets.add(new Packet(protocol, port, sourcePort, program));
          }
        }
      }
      for (Protocol protocol : List.of(Protocol.ICMP, Protocol.ICMPV6)) {
        for (int type : new int[] {3_000, 3_001, 3_009, 8_000, 8_009, 200_009}) {
          packets.add(new Packet(protocol, type, 0, program));
        }
      }
      packets.add(new Packet(Protocol.ESP, 0, 0, program));
      packets.add(new Packet(new Protocol(89), 0, 0, program));
    }
    return packets;
  }
}

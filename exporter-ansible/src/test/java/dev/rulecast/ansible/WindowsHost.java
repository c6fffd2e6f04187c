package dev.rulecast.ansible;

import dev.rulecast.testkit.reference.Expectation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Windows Firewall with default actions Block, as Microsoft documents it: a rule that blocks wins,
 * then a rule that allows.
 *
 * @param rules arguments of calls of {@code win_firewall_rule}
 */
record WindowsHost(List<Map<String, Object>> rules) {
  private static final Set<String> KEYWORDS = Set.of("RPC", "RPC-EPMap");

  /**
   * A packet that wants to open a connection.
   *
   * @param direction {@code in} or {@code out}
   * @param remote the other end
   * @param protocol its number
   * @param localPort port here, or ICMP type
   * @param remotePort port there, or ICMP code
   * @param program that listens; empty: some other
   */
  record Packet(
      String direction,
      String remote,
      int protocol,
      int localPort,
      int remotePort,
      String program) {}

  boolean permits(Packet packet) {
    return verdict(packet) == Verdict.OPEN;
  }

  Verdict verdict(Packet packet) {
    List<Object> actions = new ArrayList<>();
    for (Map<String, Object> rule : rules) {
      if (matches(rule, packet)) {
        actions.add(rule.get("action"));
      }
    }
    return actions.contains("block")
        ? Verdict.REFUSED
        : actions.contains("allow") ? Verdict.OPEN : Verdict.CLOSED;
  }

  private static boolean matches(Map<String, Object> rule, Packet packet) {
    if (!packet.direction.equals(rule.get("direction"))
        || !"any".equals(rule.get("service"))
        || !TestAddresses.contains(text(rule, "remoteip"), packet.remote)) {
      return false;
    }
    String program = text(rule, "program").toLowerCase(Locale.ROOT);
    if (!program.equals("any") && !program.equals(packet.program.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return switch (text(rule, "protocol")) {
      case "any" -> true;
      case "tcp" -> packet.protocol == 6 && ports(rule, packet);
      case "udp" -> packet.protocol == 17 && ports(rule, packet);
      case "icmpv4" -> packet.protocol == 1 && types(rule, packet);
      case "icmpv6" -> packet.protocol == 58 && types(rule, packet);
      default -> Integer.parseInt(text(rule, "protocol")) == packet.protocol;
    };
  }

  private static boolean ports(Map<String, Object> rule, Packet packet) {
    return ports(text(rule, "localport"), packet.localPort)
        && ports(text(rule, "remoteport"), packet.remotePort);
  }

  private static boolean ports(String list, int port) {
    for (String item : list.split(",", -1)) {
      String[] ends = item.split("-", 2);
      if (item.equals("any")
          || (!KEYWORDS.contains(item)
              && Integer.parseInt(ends[0]) <= port
              && port <= Integer.parseInt(ends[ends.length - 1]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean types(Map<String, Object> rule, Packet packet) {
    for (Object item : (List<?>) rule.get("icmp_type_code")) {
      String[] parts = ((String) item).split(":", 2);
      boolean type = parts[0].equals("*") || Integer.parseInt(parts[0]) == packet.localPort;
      boolean code =
          parts.length == 1
              || parts[1].equals("*")
              || Integer.parseInt(parts[1]) == packet.remotePort;
      if (type && code) {
        return true;
      }
    }
    return false;
  }

  private static String text(Map<String, Object> rule, String key) {
    return (String) rule.getOrDefault(key, "");
  }
}

package dev.rulecast.testkit.nsg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a network security group does with a packet that opens a connection ("How network security
 * groups filter network traffic", Azure documentation): of the rules of its direction the one with
 * the smallest priority that matches. Shares no code with the exporter.
 */
final class NsgInterpreter {
  /** What the rules of a group say. */
  enum Verdict {
    ALLOW,
    DENY,
    /** No rule matches. */
    NONE
  }

  /**
   * A packet.
   *
   * @param protocol its number
   * @param port destination port; 0 where the protocol has none
   */
  record Packet(String source, String destination, int protocol, int sourcePort, int port) {}

  private static final Map<String, Integer> PROTOCOLS =
      Map.of("Tcp", 6, "Udp", 17, "Icmp", 1, "Esp", 50, "Ah", 51);

  private final Map<String, List<Map<String, Object>>> byDirection = new HashMap<>();
  private final IdentityHashMap<Map<String, Object>, Map<String, Boolean>> abouts =
      new IdentityHashMap<>();
  private final Set<String> groups;
  private final Map<String, List<String>> stand;

  /**
   * Groups as they are after a deployment.
   *
   * @param deployed rules by group
   * @param stand networks behind service tags and application security groups, by name
   */
  NsgInterpreter(Map<String, List<Map<String, Object>>> deployed, Map<String, List<String>> stand) {
    this.groups = deployed.keySet();
    this.stand = stand;
    deployed.forEach((group, rules) -> rules.forEach(rule -> add(group, rule)));
    byDirection.values().forEach(NsgInterpreter::sort);
  }

  private void add(String group, Map<String, Object> rule) {
    byDirection
        .computeIfAbsent(group + " " + rule.get("direction"), any -> new ArrayList<>())
        .add(rule);
  }

  private static void sort(List<Map<String, Object>> rules) {
    rules.sort((a, b) -> Integer.compare(priority(a), priority(b)));
    if (rules.stream().mapToInt(NsgInterpreter::priority).distinct().count() < rules.size()) {
      throw new IllegalArgumentException("SecurityRuleConflict: " + rules);
    }
  }

  Set<String> groupNames() {
    return groups;
  }

  /** The custom rules that are about two addresses, in the order of their priorities. */
  List<Map<String, Object>> between(
      String group, String direction, String source, String destination) {
    return byDirection.getOrDefault(group + " " + direction, List.of()).stream()
        .filter(rule -> isAbout(rule, "source", source))
        .filter(rule -> isAbout(rule, "destination", destination))
        .toList();
  }

  /** What rules say that are about the addresses of a packet, and stand in their order. */
  static Verdict first(List<Map<String, Object>> rules, Packet packet) {
    for (Map<String, Object> rule : rules) {
      if (isAboutService(rule, packet)) {
        return property(rule, "access").equals("Allow") ? Verdict.ALLOW : Verdict.DENY;
      }
    }
    return Verdict.NONE;
  }

  private boolean isAbout(Map<String, Object> rule, String side, String address) {
    return abouts
        .computeIfAbsent(rule, any -> new HashMap<>())
        .computeIfAbsent(side + " " + address, any -> hasAddress(rule, side, address));
  }

  private static Object property(Map<String, Object> rule, String name) {
    Object value = rule.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No " + name + ": " + rule);
    }
    return value;
  }

  private static int priority(Map<String, Object> rule) {
    int priority = (Integer) property(rule, "priority");
    if (priority < 100 || priority > 4096) {
      throw new IllegalArgumentException("No such priority: " + rule);
    }
    return priority;
  }

  private static boolean isAboutService(Map<String, Object> rule, Packet packet) {
    String protocol = (String) property(rule, "protocol");
    if (!protocol.equals("*") && PROTOCOLS.getOrDefault(protocol, -1) != packet.protocol) {
      return false;
    }
    return hasPort(values(rule, "sourcePortRange", "sourcePortRanges"), packet.sourcePort)
        && hasPort(values(rule, "destinationPortRange", "destinationPortRanges"), packet.port);
  }

  private static List<String> values(Map<String, Object> rule, String singular, String plural) {
    if (rule.containsKey(singular) == rule.containsKey(plural)) {
      throw new IllegalArgumentException("Not exactly one of " + singular + ": " + rule);
    }
    return rule.containsKey(singular)
        ? List.of((String) property(rule, singular))
        : ((List<?>) property(rule, plural)).stream().map(String.class::cast).toList();
  }

  private static boolean hasPort(List<String> ranges, int port) {
    for (String range : ranges) {
      String[] ends = range.split("-", 2);
      if (range.equals("*")
          || (port >= Integer.parseInt(ends[0])
              && port <= Integer.parseInt(ends[ends.length - 1]))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAddress(Map<String, Object> rule, String side, String address) {
    Object groupsOfSide = rule.get(side + "ApplicationSecurityGroups");
    if (groupsOfSide != null) {
      return ((List<?>) groupsOfSide)
          .stream()
              .map(group -> (String) ((Map<?, ?>) group).get("id"))
              .anyMatch(id -> has(stand(id.replace("id of ", "")), address));
    }
    List<String> prefixes = values(rule, side + "AddressPrefix", side + "AddressPrefixes");
    if (rule.containsKey(side + "AddressPrefixes")) {
      return has(prefixes, address); // no tags here
    }
    String prefix = prefixes.get(0);
    return prefix.equals("*")
        || (prefix.contains("/") ? Networks.contain(prefix, address) : has(stand(prefix), address));
  }

  private List<String> stand(String name) {
    List<String> networks = stand.get(name);
    if (networks == null) {
      throw new IllegalArgumentException("Nobody knows " + name);
    }
    return networks;
  }

  private static boolean has(List<String> networks, String address) {
    return networks.stream().anyMatch(network -> Networks.contain(network, address));
  }
}

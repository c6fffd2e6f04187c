package dev.rulecast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a random rule is about: protocol, ports or ICMP types, source ports, program.
 *
 * @param text in YAML's flow style
 * @param needsIpv4 whether both ends must have IPv4 addresses
 * @param needsIpv6 likewise
 * @param parameters those that it names
 */
record RandomTraffic(String text, boolean needsIpv4, boolean needsIpv6, List<String> parameters) {
  private static final List<String> COMMON_TYPES =
      List.of(
          "echo-request",
          "echo-reply",
          "destination-unreachable",
          "time-exceeded",
          "parameter-problem",
          "redirect",
          "router-advertisement",
          "router-solicitation");

  private static final List<String> IPV4_TYPES =
      List.of("timestamp-request", "timestamp-reply", "8", "3/4", "3/3", "3", "0/0", "255/255");

  private static final List<String> IPV6_TYPES =
      List.of("packet-too-big", "neighbor-solicitation", "neighbor-advertisement", "128", "1/4");

  private static final List<String> PROGRAMS =
      List.of(
          "C:\\Program Files\\Agent\\agent.exe",
          "%ProgramFiles%\\Agent\\agent.exe",
          "D:\\svc\\Größe (2).exe");

  /** Traffic that may name the parameters. */
  static RandomTraffic of(List<String> parameters, Dice dice) {
    int kind = dice.between(1, 100);
    if (kind <= 62) {
      return ported(parameters, dice);
    }
    RandomTraffic portless;
    if (kind <= 72) {
      portless = icmp(dice.one("icmp", "icmp", "1"), true, false, IPV4_TYPES, dice);
    } else if (kind <= 80) {
      portless = icmp(dice.one("icmpv6", "icmpv6", "58"), false, true, IPV6_TYPES, dice);
    } else if (kind <= 85) {
      portless = icmp("[icmp, icmpv6]", true, true, List.of(), dice);
    } else {
      portless = kind <= 94 ? other(dice) : new RandomTraffic("any", false, false, List.of());
    }
    String program = program(dice);
    return new RandomTraffic(
        "protocol: " + portless.text + program, portless.needsIpv4, portless.needsIpv6, List.of());
  }

  private static RandomTraffic ported(List<String> parameters, Dice dice) {
    String protocol = dice.one("tcp", "tcp", "tcp", "udp", "udp", "[tcp, udp]", "6", "[17, udp]");
    List<String> named = new ArrayList<>();
    String text = "protocol: %s, ports: %s".formatted(protocol, ports(parameters, named, dice));
    if (dice.chance(22)) {
      String sources =
          dice.chance(60)
              ? dice.one("[1024-65535]", "any", "123", "[20, 1024-65535]", "[49152-65535, 53]")
              : ports(parameters, named, dice);
      text += ", sourcePorts: " + sources;
    }
    return new RandomTraffic(text + program(dice), false, false, List.copyOf(named));
  }

  private static String program(Dice dice) {
    return dice.chance(12) ? ", program: '" + dice.one(PROGRAMS) + "'" : "";
  }

  private static String ports(List<String> parameters, List<String> named, Dice dice) {
    List<String> items = new ArrayList<>();
    for (int more = dice.one(1, 1, 2, 3); more > 0; more--) {
      if (!parameters.isEmpty() && dice.chance(15)) {
        String parameter = dice.one(parameters);
        named.add(parameter);
        items.add("$" + parameter);
      } else {
        items.add(port(dice));
      }
    }
    return items.size() == 1 && dice.chance(50) ? items.get(0) : list(items);
  }

  /** A port, a range or {@code any}; few different ones, so that they often overlap or touch. */
  static String port(Dice dice) {
    int first = dice.between(20, 27);
    return switch (dice.between(0, 9)) {
      case 0 -> dice.one("any", "0-65535", "1-65535");
      case 1 -> dice.one("1", "65535", "1-1023", "1024-65535", "65534-65535", "1-65534");
      case 2 -> dice.one("389", "443", "445", "3389", "3268-3269");
      case 3, 4, 5 -> first + "-" + (first + dice.between(0, 4));
      default -> Integer.toString(first);
    };
  }

  private static RandomTraffic icmp(
      String protocol, boolean ipv4, boolean ipv6, List<String> ownTypes, Dice dice) {
    String text = protocol;
    if (dice.chance(75)) {
      List<String> types = new ArrayList<>(COMMON_TYPES);
      types.addAll(ownTypes);
      types.addAll(ownTypes);
      List<String> some = dice.some(dice.between(1, 3), types);
      text += ", icmpTypes: " + (some.size() == 1 && dice.chance(50) ? some.get(0) : list(some));
    }
    return new RandomTraffic(text, ipv4, ipv6, List.of());
  }

  /** Protocols without ports. */
  private static RandomTraffic other(Dice dice) {
    List<String> some =
        dice.some(
            dice.between(1, 3),
            List.of("esp", "ah", "gre", "any", "47", "50", "2", "89", "132", "254", "icmp", "1"));
    boolean icmp = some.contains("icmp") || some.contains("1");
    String text = some.size() == 1 && dice.chance(50) ? some.get(0) : list(some);
    return new RandomTraffic(text, icmp, false, List.of());
  }

  private static String list(List<String> items) {
    return items.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether it can flow between endpoints with these addresses. */
  boolean isPossible(RandomAddresses from, RandomAddresses to) {
    return from.sharesFamily(to)
        && (!needsIpv4 || (from.ipv4() && to.ipv4()))
        && (!needsIpv6 || (from.ipv6() && to.ipv6()));
  }
}

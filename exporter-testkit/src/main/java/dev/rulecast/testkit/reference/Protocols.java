package dev.rulecast.testkit.reference;

import java.util.List;
import java.util.Map;

/** Numbers and names that IANA has registered for protocols and ICMP messages. */
final class Protocols {
  static final int ANY = -1;
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMPV6 = 58;

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "any", ANY, "icmp", ICMP, "tcp", TCP, "udp", UDP, "gre", 47, "esp", 50, "ah", 51,
          "icmpv6", ICMPV6);

  /** Name: type in ICMP, type in ICMPv6; -1: not there. */
  private static final Map<String, int[]> ICMP_TYPES =
      Map.ofEntries(
          Map.entry("echo-reply", new int[] {0, 129}),
          Map.entry("destination-unreachable", new int[] {3, 1}),
          Map.entry("packet-too-big", new int[] {-1, 2}),
          Map.entry("redirect", new int[] {5, 137}),
          Map.entry("echo-request", new int[] {8, 128}),
          Map.entry("router-advertisement", new int[] {9, 134}),
          Map.entry("router-solicitation", new int[] {10, 133}),
          Map.entry("time-exceeded", new int[] {11, 3}),
          Map.entry("parameter-problem", new int[] {12, 4}),
          Map.entry("timestamp-request", new int[] {13, -1}),
          Map.entry("timestamp-reply", new int[] {14, -1}),
          Map.entry("neighbor-solicitation", new int[] {-1, 135}),
          Map.entry("neighbor-advertisement", new int[] {-1, 136}));

  private Protocols() {}

  static int number(String text) {
    Integer named = NUMBERS.get(text);
    return named != null ? named : Integer.parseInt(text);
  }

  static boolean hasPorts(int protocol) {
    return protocol == TCP || protocol == UDP;
  }

  static boolean isIcmp(int protocol) {
    return protocol == ICMP || protocol == ICMPV6;
  }

  static int icmpType(int protocol, String text) {
    int[] types = ICMP_TYPES.get(text);
    int type = types == null ? Integer.parseInt(text) : types[protocol == ICMP ? 0 : 1];
    Documents.require(type >= 0 && type <= 255, "No such ICMP type: " + text);
    return type;
  }

  static List<Family> families(int protocol) {
    return switch (protocol) {
      case ICMP -> List.of(Family.IPV4);
      case ICMPV6 -> List.of(Family.IPV6);
      default -> List.of(Family.values());
    };
  }
}

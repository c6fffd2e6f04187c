package dev.rulecast.importer;

import dev.rulecast.model.IcmpType;
import dev.rulecast.model.Protocol;
import java.util.List;
import java.util.Map;

/** ICMP types as documents write them: numbers, and the names of those that people know by name. */
final class IcmpNames {
  private static final Map<Integer, String> IPV4 =
      Map.of(0, "echo-reply", 3, "destination-unreachable", 8, "echo-request", 11, "time-exceeded");
  private static final Map<Integer, String> IPV6 =
      Map.of(
          1,
          "destination-unreachable",
          2,
          "packet-too-big",
          3,
          "time-exceeded",
          128,
          "echo-request",
          129,
          "echo-reply");

  private IcmpNames() {}

  /** Each name once, also where it stands for types of both ICMP and ICMPv6. */
  static List<String> of(List<IcmpType> types) {
    return types.stream().map(IcmpNames::of).distinct().toList();
  }

  private static String of(IcmpType type) {
    Map<Integer, String> names = type.protocol().equals(Protocol.ICMP) ? IPV4 : IPV6;
    return type.code().isPresent()
        ? type.toString()
        : names.getOrDefault(type.type(), type.toString());
  }
}

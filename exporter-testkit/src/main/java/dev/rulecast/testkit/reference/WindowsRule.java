package dev.rulecast.testkit.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule of Windows Firewall by what it does, or a built-in group that is enabled.
 *
 * @param direction {@code in} or {@code out}; {@code group} for a built-in group
 * @param action {@code allow} or {@code block}; the name of a built-in group
 * @param protocol as {@code win_firewall_rule} names it
 * @param localPort ports here, as {@code win_firewall_rule} writes them; empty: none
 * @param remotePort ports at the other end; likewise
 * @param remote the addresses of the other end as CIDRs, IPv4 first
 * @param icmp type and code; empty: none
 * @param program path in lower case, or {@code any}
 * @param service short name in lower case, or {@code any}
 * @param profiles in alphabetical order
 */
public record WindowsRule(
    String direction,
    String action,
    String protocol,
    String localPort,
    String remotePort,
    List<String> remote,
    String icmp,
    String program,
    String service,
    List<String> profiles)
    implements Comparable<WindowsRule> {
  /** Orders the profiles. */
  public WindowsRule {
    profiles = profiles.stream().sorted().toList();
  }

  static WindowsRule builtInGroup(String name) {
    return new WindowsRule("group", name, "", "", "", List.of(), "", "", "", List.of());
  }

  /**
   * What a call of {@code community.windows.win_firewall_rule} with state {@code present} asks for.
   *
   * @throws IllegalArgumentException if the call leaves an option out, so that what it does depends
   *     on what was there before
   */
  public static WindowsRule of(Map<String, ?> arguments) {
    if (!arguments.containsKey("name")) {
      List<String> options = arguments.keySet().stream().sorted().toList();
      Documents.require(
          options.equals(List.of("enabled", "group", "state")), "A group mode with " + options);
      return builtInGroup(text(arguments, "group"));
    }
    String protocol = text(arguments, "protocol");
    boolean ports = List.of("tcp", "udp").contains(protocol);
    boolean icmp = List.of("icmpv4", "icmpv6").contains(protocol);
    Documents.require(!text(arguments, "group").isEmpty(), "No group: " + arguments);
    Documents.require(!text(arguments, "description").isEmpty(), "No description: " + arguments);
    Documents.require(text(arguments, "localip").equals("any"), "A local address: " + arguments);
    Documents.require(text(arguments, "enabled").toLowerCase(Locale.ROOT).equals("true"), "Off");
    Documents.require(arguments.containsKey("localport") == ports, "Local ports: " + arguments);
    Documents.require(arguments.containsKey("remoteport") == ports, "Remote ports: " + arguments);
    Documents.require(arguments.containsKey("icmp_type_code") == icmp, "ICMP: " + arguments);
    return new WindowsRule(
        text(arguments, "direction"),
        text(arguments, "action"),
        protocol,
        ports ? text(arguments, "localport") : "",
        ports ? text(arguments, "remoteport") : "",
        cidrs(protocol, text(arguments, "remoteip")),
        icmp ? String.join(",", list(arguments, "icmp_type_code")) : "",
        text(arguments, "program").toLowerCase(Locale.ROOT),
        text(arguments, "service").toLowerCase(Locale.ROOT),
        list(arguments, "profiles"));
  }

  private static String text(Map<String, ?> arguments, String option) {
    Object value = arguments.get(option);
    Documents.require(value != null, option + " is left out: " + arguments);
    return String.valueOf(value);
  }

  private static List<String> list(Map<String, ?> arguments, String option) {
    if (arguments.get(option) instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    throw new IllegalArgumentException(option + " is no list: " + arguments);
  }

  /** "Any" is every address that the protocol can have. */
  private static List<String> cidrs(String protocol, String remoteIp) {
    for (String item : remoteIp.split(",", -1)) {
      // Windows Firewall has no such network.
      Documents.require(!item.endsWith("/0"), "A prefix of length 0: " + remoteIp);
    }
    Addresses addresses = Addresses.of(Arrays.asList(remoteIp.split(",", -1)));
    List<String> cidrs = new ArrayList<>();
    for (Family family : Family.values()) {
      boolean possible =
          !(protocol.equals("icmpv4") && family == Family.IPV6)
              && !(protocol.equals("icmpv6") && family == Family.IPV4);
      if (possible) {
        cidrs.addAll(cidrs(addresses, family));
      } else {
        Documents.require(
            remoteIp.equals("any") || !addresses.has(family), "No such family: " + remoteIp);
      }
    }
    return cidrs;
  }

  /** The addresses of a family that another host may have: neither {@code ::} nor {@code ::1}. */
  static List<String> cidrs(Addresses addresses, Family family) {
    BigInteger two = BigInteger.TWO;
    List<Addresses.Range> ranges = new ArrayList<>();
    for (Addresses.Range range : addresses.ranges()) {
      if (range.family() == Family.IPV4 || range.first().compareTo(two) >= 0) {
        ranges.add(range);
      } else if (range.last().compareTo(two) >= 0) {
        ranges.add(new Addresses.Range(range.family(), two, range.last()));
      }
    }
    return new Addresses(ranges).cidrs(family);
  }

  @Override
  public int compareTo(WindowsRule other) {
    return Comparator.<String>naturalOrder().compare(toString(), other.toString());
  }

  /** On one line, for failure messages. */
  @Override
  public String toString() {
    return "%s %s %s %s<-%s %s%s program %s service %s %s"
        .formatted(
            direction,
            action,
            protocol,
            localPort,
            remotePort,
            remote,
            icmp.isEmpty() ? "" : " icmp " + icmp,
            program,
            service,
            profiles);
  }
}

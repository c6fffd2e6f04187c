package dev.rulecast.testkit.reference;

import dev.rulecast.testkit.reference.Documents.PredefinedRules;
import dev.rulecast.testkit.reference.Expectation.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The rules as rules of Windows Firewall. */
final class WindowsFirewall {
  private static final String PLATFORM = "ansible";
  private static final List<String> PROFILES = List.of("domain", "private", "public");

  /**
   * What Windows ships: group, whether these are all rules of the group, protocol, port, program,
   * service and name.
   */
  private static final String SHIPPED =
      """
      29252 all  tcp    445       System                             any      Remote Event Log Management (NP-In)
      29252 all  tcp    RPC       %SystemRoot%/system32/svchost.exe  Eventlog Remote Event Log Management (RPC)
      29252 all  tcp    RPC-EPMap %SystemRoot%/system32/svchost.exe  RPCSS    Remote Event Log Management (RPC-EPMAP)
      34251 some tcp    any       %systemroot%/system32/wbem/unsecapp.exe any Windows Management Instrumentation (ASync-In)
      34251 some tcp    135       %SystemRoot%/system32/svchost.exe  rpcss    Windows Management Instrumentation (DCOM-In)
      34251 some tcp    any       %SystemRoot%/system32/svchost.exe  winmgmt  Windows Management Instrumentation (WMI-In)
      32752 some udp    137       System                             any      Network Discovery (NB-Name-In)
      28502 some udp    137       System                             any      File and Printer Sharing (NB-Name-In)
      28502 some icmpv4 8:*       System                             any      File and Printer Sharing (Echo Request - ICMPv4-In)
      28502 some icmpv6 128:*     System                             any      File and Printer Sharing (Echo Request - ICMPv6-In)
      29502 some tcp    445       System                             any      Remote Service Management (NP-In)
      29502 some tcp    RPC       %SystemRoot%/system32/services.exe any      Remote Service Management (RPC)
      34752 all  tcp    135       %SystemRoot%/system32/svchost.exe  rpcss    Performance Logs and Alerts (DCOM-In)
      34752 all  tcp    any       %systemroot%/system32/plasrv.exe   any      Performance Logs and Alerts (TCP-In)
      33252 all  tcp    RPC       %SystemRoot%/system32/svchost.exe  schedule Remote Scheduled Tasks Management (RPC)
      33252 all  tcp    RPC-EPMap %SystemRoot%/system32/svchost.exe  RPCSS    Remote Scheduled Tasks Management (RPC-EPMAP)
      """;

  private final Documents documents;
  private final List<Flow> flows;
  private final WindowsOptions options;
  private final BiPredicate<Flow, Side> isWritten;
  private final SortedMap<String, SortedSet<WindowsRule>> byEndpoint = new TreeMap<>();

  /**
   * The rules for some flows.
   *
   * @param isWritten whether a flow is written at one of its ends
   */
  WindowsFirewall(
      Documents documents,
      List<Flow> flows,
      WindowsOptions options,
      BiPredicate<Flow, Side> isWritten) {
    this.documents = documents;
    this.flows = flows;
    this.options = options;
    this.isWritten = isWritten;
  }

  SortedMap<String, SortedSet<WindowsRule>> rules() {
    flows.forEach(this::add);
    documents.predefinedRules().forEach(this::add);
    return byEndpoint;
  }

  private void add(Flow rule) {
    Endpoint source = rule.source();
    Endpoint destination = rule.destination();
    Service service = rule.service();
    String from = ports(rule.sourcePorts());
    String to =
        Protocols.hasPorts(service.protocol())
            ? ports(List.of(new Ports(service.first(), service.last())))
            : "";
    boolean ports = !to.isEmpty();
    List<Family> families = new ArrayList<>(Protocols.families(service.protocol()));
    families.retainAll(source.families());
    families.retainAll(destination.families());
    String program = rule.program().isEmpty() ? "any" : rule.program().toLowerCase(Locale.ROOT);
    String action = rule.deny() ? "block" : "allow";
    // A deny of a program is a matter of the host on which the program listens.
    if ((!rule.deny() || program.equals("any")) && isWritten.test(rule, Side.OUTBOUND)) {
      put(
          source,
          new WindowsRule(
              "out",
              action,
              protocol(service),
              ports ? from : "",
              to,
              addresses(destination, families),
              icmp(service),
              "any",
              "any",
              profiles(source)));
    }
    if (!isWritten.test(rule, Side.INBOUND)) {
      return;
    }
    put(
        destination,
        new WindowsRule(
            "in",
            action,
            protocol(service),
            to,
            ports ? from : "",
            addresses(source, families),
            icmp(service),
            program,
            "any",
            profiles(destination)));
  }

  private void put(Endpoint endpoint, WindowsRule rule) {
    if (documents.isManaged(endpoint.id(), PLATFORM)) {
      byEndpoint.computeIfAbsent(endpoint.id(), any -> new TreeSet<>()).add(rule);
    }
  }

  private List<String> profiles(Endpoint endpoint) {
    List<String> given = documents.settings(endpoint.id(), PLATFORM).list("profiles");
    return given.isEmpty() ? PROFILES : given;
  }

  private List<String> addresses(Endpoint peer, List<Family> families) {
    Addresses addresses =
        peer.isBound()
            ? peer.addresses()
            : Addresses.of(options.inputs().getOrDefault(peer.id(), List.of()));
    Documents.require(!addresses.isEmpty(), "No addresses are given for " + peer.id());
    List<String> cidrs = new ArrayList<>();
    for (Family family : Family.values()) {
      cidrs.addAll(families.contains(family) ? WindowsRule.cidrs(addresses, family) : List.of());
    }
    return cidrs;
  }

  private static String ports(List<Ports> ranges) {
    if (ranges.isEmpty() || ranges.get(0).isAll()) {
      return "any";
    }
    return ranges.stream()
        .map(
            range ->
                range.first() == range.last()
                    ? String.valueOf(range.first())
                    : range.first() + "-" + range.last())
        .collect(Collectors.joining(","));
  }

  private static String protocol(Service service) {
    return switch (service.protocol()) {
      case Protocols.ANY -> "any";
      case Protocols.TCP -> "tcp";
      case Protocols.UDP -> "udp";
      case Protocols.ICMP -> "icmpv4";
      case Protocols.ICMPV6 -> "icmpv6";
      default -> String.valueOf(service.protocol());
    };
  }

  private static String icmp(Service service) {
    if (!Protocols.isIcmp(service.protocol())) {
      return "";
    }
    return service.first() < 0
        ? "*"
        : service.first() + ":" + (service.last() < 0 ? "*" : String.valueOf(service.last()));
  }

  private void add(PredefinedRules list) {
    if (!list.platform().equals("windows")
        || !documents.isManaged(list.endpoint().id(), PLATFORM)) {
      return;
    }
    Map<String, String[]> shipped = new LinkedHashMap<>();
    Map<String, Set<String>> whole = new HashMap<>();
    for (String line : SHIPPED.lines().toList()) {
      String[] words = line.split(" +", 7);
      shipped.put(words[6], words);
      if (words[1].equals("all")) {
        whole.computeIfAbsent(words[0], any -> new HashSet<>()).add(words[6]);
      }
    }
    for (String name : list.names()) {
      String[] words = shipped.getOrDefault(name, new String[0]);
      Documents.require(words.length == 7, "Windows does not ship " + name);
      Set<String> group = whole.getOrDefault(words[0], Set.of());
      if (options.builtInGroups() && !group.isEmpty() && list.names().containsAll(group)) {
        put(list.endpoint(), WindowsRule.builtInGroup("@FirewallAPI.dll,-" + words[0]));
      } else {
        add(list, words);
      }
    }
  }

  private void add(PredefinedRules list, String[] words) {
    boolean icmp = words[2].startsWith("icmp");
    List<Family> families = new ArrayList<>(List.of(Family.values()));
    if (icmp) {
      families.remove(words[2].equals("icmpv4") ? Family.IPV6 : Family.IPV4);
    }
    families.retainAll(list.source().families());
    families.retainAll(list.endpoint().families());
    if (families.isEmpty()) {
      return;
    }
    put(
        list.endpoint(),
        new WindowsRule(
            "in",
            "allow",
            words[2],
            icmp ? "" : words[3],
            icmp ? "" : "any",
            addresses(list.source(), families),
            icmp ? words[3] : "",
            words[4].replace('/', '\\').toLowerCase(Locale.ROOT),
            words[5].toLowerCase(Locale.ROOT),
            profiles(list.endpoint())));
  }
}

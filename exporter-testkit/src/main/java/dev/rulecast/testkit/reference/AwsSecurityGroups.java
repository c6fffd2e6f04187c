package dev.rulecast.testkit.reference;

import dev.rulecast.testkit.reference.Documents.PredefinedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rules as permissions of EC2 security groups. */
final class AwsSecurityGroups {
  private final AwsTwins twins;
  private final List<Rule> rules;
  private final AwsOptions options;

  /** A part of a rule that is written or left out as a whole. */
  private record Flow(Rule rule, Endpoint source, Endpoint destination, Service service) {
    boolean concernsAws() {
      return source.managedByAws() || destination.managedByAws();
    }

    boolean mayOverlap(Flow other) {
      return service.overlaps(other.service)
          && source.mayOverlap(other.source)
          && destination.mayOverlap(other.destination);
    }

    /** Whether it concerns the same machines, or others for which the same is open. */
    boolean mayOverlap(Flow other, AwsTwins twins) {
      return service.overlaps(other.service)
          && twins.mayOverlap(source, other.source)
          && twins.mayOverlap(destination, other.destination);
    }
  }

  AwsSecurityGroups(SortedMap<String, Endpoint> endpoints, List<Rule> rules, AwsOptions options) {
    this.twins = new AwsTwins(endpoints);
    this.rules = rules;
    this.options = options;
  }

  SortedSet<Permission> permissions() {
    List<Flow> denied = flows(true);
    SortedSet<Permission> permissions = new TreeSet<>();
    for (Flow flow : flows(false)) {
      // Groups cannot deny: what a deny may concern is not written at all.
      if (denied.stream().noneMatch(deny -> flow.mayOverlap(deny, twins))) {
        add(permissions, flow, flow.source, Direction.EGRESS, flow.destination);
        add(permissions, flow, flow.destination, Direction.INGRESS, flow.source);
      }
    }
    return permissions;
  }

  /** What becomes of each rule at each side; of predefined rules too. */
  SortedSet<AwsOutcome> outcomes(List<PredefinedRules> predefined) {
    SortedSet<AwsOutcome> outcomes = new TreeSet<>();
    List<Flow> denied = flows(true);
    List<Flow> allowed = flows(false).stream().filter(Flow::concernsAws).toList();
    for (Flow deny : denied) {
      // What nobody allows, or what is not written for the sake of twins, is refused anyway.
      boolean needed = allowed.stream().anyMatch(allow -> allow.mayOverlap(deny));
      add(
          outcomes,
          deny,
          needed ? "unsupported" : "exact",
          needed ? "unsupported" : "not-applicable");
    }
    for (Flow allow : flows(false)) {
      boolean written = denied.stream().noneMatch(deny -> allow.mayOverlap(deny, twins));
      add(outcomes, allow, written ? "" : "unsupported", "not-applicable");
    }
    predefined.forEach(
        rules ->
            outcomes.add(
                new AwsOutcome(rules.name(), "inbound", "not-applicable", new TreeSet<>())));
    return outcomes;
  }

  /** An empty kind stands for what the traffic of the flow tells. */
  private static void add(
      SortedSet<AwsOutcome> outcomes, Flow flow, String managed, String elsewhere) {
    String rule = flow.rule.name();
    if (!flow.concernsAws()) {
      outcomes.add(new AwsOutcome(rule, "", elsewhere, new TreeSet<>()));
    }
    if (flow.source.managedByAws()) {
      SortedSet<String> lost = new TreeSet<>();
      if (!flow.rule.sourcePorts().isEmpty()) {
        lost.add("sourcePorts");
      }
      outcomes.add(AwsOutcome.of(rule, "outbound", managed, lost));
    }
    if (flow.destination.managedByAws()) {
      SortedSet<String> lost = new TreeSet<>();
      if (!flow.rule.sourcePorts().isEmpty()) {
        lost.add("sourcePorts");
      }
      if (!flow.rule.program().isEmpty()) {
        lost.add("program");
      }
      outcomes.add(AwsOutcome.of(rule, "inbound", managed, lost));
    }
  }

  private List<Flow> flows(boolean deny) {
    List<Flow> flows = new ArrayList<>();
    for (Rule rule : rules) {
      for (Endpoint source : rule.deny() == deny ? rule.sources() : List.<Endpoint>of()) {
        for (Endpoint destination : rule.destinations()) {
          rule.services().forEach(s -> flows.add(new Flow(rule, source, destination, s)));
        }
      }
    }
    return flows;
  }

  private void add(
      SortedSet<Permission> permissions,
      Flow flow,
      Endpoint managed,
      Direction direction,
      Endpoint peer) {
    if (!managed.managedByAws()) {
      return;
    }
    List<Family> families = new ArrayList<>(Protocols.families(flow.service.protocol()));
    families.retainAll(managed.families());
    for (String name : peers(peer, families)) {
      permissions.add(permission(group(managed), direction, flow.service, name));
    }
  }

  private static String group(Endpoint managed) {
    return managed.aws().getOrDefault("securityGroup", managed.id());
  }

  private List<String> peers(Endpoint peer, List<Family> families) {
    if (peer.aws().containsKey("prefixList")) {
      return List.of("prefix-list:" + peer.aws().get("prefixList"));
    }
    if (peer.aws().containsKey("securityGroup")) {
      return List.of("group:" + peer.aws().get("securityGroup"));
    }
    if (peer.managedByAws() && (options.groupsFirst() || !peer.isBound())) {
      return List.of("group:" + peer.id());
    }
    List<String> input = options.inputs().get(peer.id());
    if (!peer.isBound() && input == null) {
      return families.stream().map(family -> "input:" + peer.id() + ":" + family).toList();
    }
    return input == null || peer.isBound()
        ? cidrs(peer.addresses(), families)
        : input.stream().flatMap(one -> given(one, families).stream()).toList();
  }

  /** Nobody knows what is in a prefix list: it is for every family. */
  private static List<String> given(String input, List<Family> families) {
    return input.startsWith("pl-")
        ? List.of("prefix-list:" + input)
        : cidrs(Addresses.of(List.of(input)), families);
  }

  private static List<String> cidrs(Addresses addresses, List<Family> families) {
    return families.stream()
        .flatMap(family -> addresses.cidrs(family).stream())
        .map(cidr -> "cidr:" + cidr)
        .toList();
  }

  private static Permission permission(
      String group, Direction direction, Service service, String peer) {
    int protocol = service.protocol();
    if (Protocols.hasPorts(protocol)) {
      String name = protocol == Protocols.TCP ? "tcp" : "udp";
      boolean all = new Ports(service.first(), service.last()).isAll();
      return Permission.of(group, direction, name, all ? 0 : service.first(), service.last(), peer);
    }
    if (Protocols.isIcmp(protocol)) {
      String name = protocol == Protocols.ICMP ? "icmp" : "icmpv6";
      return Permission.of(group, direction, name, service.first(), service.last(), peer);
    }
    return Permission.of(group, direction, Integer.toString(protocol), peer);
  }
}

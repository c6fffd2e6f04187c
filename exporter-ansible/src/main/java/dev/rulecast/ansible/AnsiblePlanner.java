package dev.rulecast.ansible;

import dev.rulecast.ansible.AnsiblePlan.HostRules;
import dev.rulecast.ansible.AnsiblePlan.InputNeeds;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.PredefinedDemand;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the plan of a run and accounts for every demand. */
final class AnsiblePlanner {
  /**
   * The most rules of a host. {@code win_firewall_rule} looks through all rules of the host for
   * each one that it is given ({@code win_firewall_rule.ps1}, {@code $fw.Rules | Where-Object}), so
   * that the time of a play grows with their square.
   */
  static final int MAX_RULES = 1_000;

  private final ExportContext context;
  private final RuleNames names;
  private final PredefinedMode mode;
  private final SortedMap<String, HostBuilder> hosts = new TreeMap<>();

  /** A peer may have very many addresses, and be that of very many flows: one text for all. */
  private final Map<RemoteKey, Optional<Remote>> remotes = new HashMap<>();

  /** What becomes of the demands that have a rule, if the rules of all hosts can be written. */
  private final List<Written> written = new ArrayList<>();

  private record Written(Demand demand, Outcome outcome) {}

  /** What the addresses of a peer in a rule depend on. */
  private record RemoteKey(
      Endpoint peer, Set<IpFamily> families, Set<IpFamily> familiesOfProtocol) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof RemoteKey key
          && peer.equals(key.peer)
          && families.equals(key.families)
          && familiesOfProtocol.equals(key.familiesOfProtocol);
    }

    @Override
    public int hashCode() {
      return (peer.hashCode() * 31 + families.hashCode()) * 31 + familiesOfProtocol.hashCode();
    }
  }

  private AnsiblePlanner(ExportContext context, String role, PredefinedMode mode) {
    this.context = context;
    this.names = new RuleNames(role);
    this.mode = mode;
  }

  /**
   * The plan for all that the context demands; empty if some host would get too many rules. Then
   * all of it is accounted for as unsupported: rules of one host may be exceptions of another's.
   */
  static Optional<AnsiblePlan> plan(ExportContext context, String role, PredefinedMode mode) {
    AnsiblePlanner planner = new AnsiblePlanner(context, role, mode);
    for (Demand demand : context.demands()) {
      if (demand instanceof FlowDemand flow) {
        planner.add(flow);
      } else {
        planner.add((PredefinedDemand) demand);
      }
    }
    return planner.plan();
  }

  private void add(FlowDemand demand) {
    Flow flow = demand.flow();
    Protocol protocol = flow.traffic().protocol();
    Optional<Remote> remote = remote(demand.peer(), flow.families(), protocol);
    if (remote.isEmpty()) {
      context.outcome(demand, Outcome.unsupported(noAddress(demand)));
      return;
    }
    host(demand.endpoint())
        .add(
            Matches.of(flow, demand.side()),
            remote.get(),
            Optional.of(flow.traffic()),
            names.of(flow, demand.side()),
            flow.purposes());
    written.add(new Written(demand, demand.expected()));
  }

  private Optional<Remote> remote(Endpoint peer, Set<IpFamily> families, Protocol protocol) {
    return remotes.computeIfAbsent(
        new RemoteKey(peer, families, protocol.families()),
        key -> RemoteAddresses.of(peer, families, protocol));
  }

  private static String noAddress(Demand demand) {
    return "Windows Firewall rules cannot name an address of `" + demand.peer().id() + "`";
  }

  private HostBuilder host(Endpoint endpoint) {
    return hosts.computeIfAbsent(
        endpoint.id(),
        any ->
            new HostBuilder(
                endpoint,
                context
                    .settings(endpoint, AnsibleSettings.class)
                    .map(AnsibleSettings::profiles)
                    .orElse(AnsibleSettings.ALL_PROFILES)));
  }

  private void add(PredefinedDemand demand) {
    List<WindowsRule> rules = new ArrayList<>();
    for (String name : names(demand)) {
      Optional<WindowsRule> known = WindowsRules.named(name);
      if (known.isEmpty()) {
        context.outcome(
            demand, Outcome.unsupported("no predefined rule of Windows is known as " + name));
        return;
      }
      if (remote(demand, known.get()).isEmpty()) {
        context.warning(
            "%s: `%s` and `%s` have no address in common that `%s` is for; there is no rule for it."
                .formatted(
                    demand.use().reference(), demand.peer().id(), demand.endpoint().id(), name));
      } else {
        rules.add(known.get());
      }
    }
    if (rules.isEmpty()) {
      String reason = "`%s` and `%s` have no address that the predefined rules are for";
      context.outcome(
          demand,
          Outcome.notApplicable(reason.formatted(demand.peer().id(), demand.endpoint().id())));
      return;
    }
    write(demand, rules);
  }

  private static Set<String> names(PredefinedDemand demand) {
    Set<String> names = new LinkedHashSet<>();
    demand.use().rule().rules().stream().map(PredefinedName::text).forEach(names::add);
    return names;
  }

  /** The source of a rule, if it has an address that the rule can be for. */
  private Optional<Remote> remote(PredefinedDemand demand, WindowsRule rule) {
    Protocol protocol = protocol(rule);
    Set<IpFamily> families = EnumSet.copyOf(protocol.families());
    families.retainAll(demand.peer().families());
    families.retainAll(demand.endpoint().families());
    return families.isEmpty() ? Optional.empty() : remote(demand.peer(), families, protocol);
  }

  private static Protocol protocol(WindowsRule rule) {
    return switch (rule.protocol()) {
      case "tcp" -> Protocol.TCP;
      case "udp" -> Protocol.UDP;
      case "icmpv4" -> Protocol.ICMP;
      case "icmpv6" -> Protocol.ICMPV6;
      default -> throw new IllegalStateException("No rule of Windows has " + rule.protocol());
    };
  }

  private void write(PredefinedDemand demand, List<WindowsRule> rules) {
    HostBuilder host = host(demand.endpoint());
    List<String> groups =
        mode == PredefinedMode.GROUP ? WindowsRules.groupsWithin(names(demand)) : List.of();
    for (String group : groups) {
      host.enable(group, reason(demand));
    }
    for (WindowsRule rule : rules) {
      if (!groups.contains(rule.group())) {
        Set<String> purposes = new LinkedHashSet<>();
        purposes.add("As the predefined rule " + rule.name());
        demand.use().rule().purpose().ifPresent(purposes::add);
        host.add(
            Matches.of(rule),
            remote(demand, rule).orElseThrow(),
            Optional.empty(),
            names.of(rule, demand.peer(), demand.endpoint()),
            purposes);
      }
    }
    Outcome outcome =
        groups.isEmpty()
            ? demand.expected()
            : Outcome.wider(Set.of(Dimension.SOURCE), reason(demand));
    written.add(new Written(demand, outcome));
  }

  private static String reason(PredefinedDemand demand) {
    return "built-in groups of Windows are not limited to the source `" + demand.peer().id() + "`";
  }

  private Optional<AnsiblePlan> plan() {
    List<HostRules> built = hosts.values().stream().map(HostBuilder::build).toList();
    List<HostRules> tooLarge =
        built.stream().filter(host -> host.rules().size() > MAX_RULES).toList();
    if (!tooLarge.isEmpty()) {
      Outcome refused = Outcome.unsupported(tooManyRules(tooLarge));
      written.forEach(one -> context.outcome(one.demand, refused));
      return Optional.empty();
    }
    written.forEach(one -> context.outcome(one.demand, one.outcome));
    return Optional.of(
        new AnsiblePlan(
            built,
            inputs(built),
            FlowDemand.flows(written(FlowDemand.class)),
            written(PredefinedDemand.class)));
  }

  private <D extends Demand> List<D> written(Class<D> kind) {
    return written.stream().map(Written::demand).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static String tooManyRules(List<HostRules> tooLarge) {
    HostRules first = tooLarge.get(0);
    String others = tooLarge.size() == 1 ? "" : " (and %s more)".formatted(tooLarge.size() - 1);
    return ("the hosts of `%s`%s would get %s rules, and as the module looks through all of them for"
            + " each one, a play can apply at most %s")
        .formatted(first.endpoint().id(), others, first.rules().size(), MAX_RULES);
  }

  private static List<InputNeeds> inputs(List<HostRules> hosts) {
    SortedMap<String, Remote.Input> inputs = new TreeMap<>();
    SortedMap<String, Set<IpFamily>> usable = new TreeMap<>();
    SortedMap<String, Set<IpFamily>> required = new TreeMap<>();
    for (HostRules host : hosts) {
      for (FirewallRule rule : host.rules()) {
        if (rule.remote() instanceof Remote.Input input) {
          String id = input.endpoint().id();
          inputs.put(id, input);
          usable.computeIfAbsent(id, any -> new HashSet<>()).addAll(input.families());
          Set<IpFamily> needed = required.computeIfAbsent(id, any -> new HashSet<>());
          if (input.families().size() == 1) {
            needed.addAll(input.families());
          }
        }
      }
    }
    return inputs.values().stream()
        .map(Remote.Input::endpoint)
        .map(
            endpoint ->
                new InputNeeds(
                    endpoint,
                    usable.getOrDefault(endpoint.id(), Set.of()),
                    required.getOrDefault(endpoint.id(), Set.of())))
        .toList();
  }
}

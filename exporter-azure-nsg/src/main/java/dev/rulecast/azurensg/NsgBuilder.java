package dev.rulecast.azurensg;

import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects the rules of one network security group, each once. */
final class NsgBuilder {
  final NsgNames.Group group;
  final List<FlowDemand> demands = new ArrayList<>();
  private final TreeMap<String, Endpoint> endpoints = new TreeMap<>();
  private final Map<RuleBuilder.Match, RuleBuilder> rules = new HashMap<>();
  private final Map<Side, List<RestDenies.Rest>> rests = new HashMap<>();

  NsgBuilder(NsgNames.Group group) {
    this.group = group;
  }

  /** What no other group of the plan has: the name, ignoring case. */
  String key() {
    return group.key();
  }

  /** Adds the rules that a demand needs, or its purposes to the rules that are there. */
  void add(FlowDemand demand, Ends ends) {
    demands.add(demand);
    endpoints.put(demand.endpoint().id(), demand.endpoint());
    for (Ends.Pair pair : ends.pairs(demand)) {
      RuleBuilder.Match match = RuleBuilder.Match.of(demand, pair);
      RuleName name = RuleName.of(match, demand.flow(), pair.family());
      rules.computeIfAbsent(match, same -> new RuleBuilder(same, name)).add(demand, name);
    }
  }

  /** Adds what denies all other traffic of the endpoints. */
  void denyRest(Ends ends) {
    String label = group.named() ? group.name() : endpoints.firstKey();
    for (Side side : Side.values()) {
      rests.put(side, RestDenies.of(endpoints.values(), label, side, ends));
    }
  }

  Collection<Endpoint> endpoints() {
    return endpoints.values();
  }

  /** How many rules of a direction deny, apart from those that deny the rest. */
  long denies(Side side) {
    return rules.keySet().stream()
        .filter(match -> match.side() == side && match.action() == Action.DENY)
        .count();
  }

  /** How many rules of a direction deny the rest. */
  int rests(Side side) {
    return rests.getOrDefault(side, List.of()).size();
  }

  /** Calls a visitor with the source and the destination of every rule. */
  void forEachRule(EndsVisitor visitor) {
    rules.keySet().forEach(match -> visitor.visit(match.source(), match.destination()));
    NsgAddresses everything = new NsgAddresses.Any();
    rests.forEach(
        (side, denied) ->
            denied.forEach(
                rest -> {
                  boolean inbound = side == Side.INBOUND;
                  visitor.visit(
                      inbound ? everything : rest.scope(), inbound ? rest.scope() : everything);
                }));
  }

  /** Looks at the two ends of a rule. */
  interface EndsVisitor {
    void visit(NsgAddresses source, NsgAddresses destination);
  }

  NetworkSecurityGroup build() {
    Set<String> clashes = clashes();
    return new NetworkSecurityGroup(
        group.name(),
        group.named(),
        List.copyOf(endpoints.values()),
        build(Side.INBOUND, clashes),
        build(Side.OUTBOUND, clashes));
  }

  /** The keys of readable names that several rules have: they are unique in both directions. */
  private Set<String> clashes() {
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    Stream.concat(
            rules.values().stream().map(RuleBuilder::name),
            rests.values().stream().flatMap(List::stream).map(RestDenies.Rest::name))
        .map(name -> RuleName.key(name.name()))
        .filter(key -> !once.add(key))
        .forEach(twice::add);
    return twice;
  }

  private static String name(RuleName name, Set<String> clashes) {
    String readable = name.name();
    return !clashes.isEmpty() && clashes.contains(RuleName.key(readable))
        ? name.unmistakableName()
        : readable;
  }

  private List<NsgRule> build(Side side, Set<String> clashes) {
    List<RuleBuilder> ordered =
        rules.values().stream().filter(rule -> rule.match().side() == side).sorted().toList();
    List<String> names = new ArrayList<>(ordered.size());
    ordered.forEach(rule -> names.add(name(rule.name(), clashes)));
    Map<String, Integer> priorities = new HashMap<>();
    for (Action action : Action.values()) {
      List<String> alike = new ArrayList<>();
      for (int i = 0; i < ordered.size(); i++) {
        if (ordered.get(i).match().action() == action) {
          alike.add(names.get(i));
        }
      }
      priorities.putAll(Priorities.of(alike, side, action));
    }
    List<NsgRule> built = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      String name = names.get(i);
      built.add(ordered.get(i).build(name, priorities.getOrDefault(name, 0)));
    }
    int priority = Priorities.DENY_REST;
    for (RestDenies.Rest rest : rests.getOrDefault(side, List.of())) {
      String name = name(rest.name(), clashes);
      built.add(RestDenies.rule(rest, name, priority--, side, endpoints.values()));
    }
    return built;
  }
}

package dev.rulecast.azurensg;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.DistinctTexts;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Action;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Side;
import dev.rulecast.policy.Traffic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what asks for one rule. */
final class RuleBuilder implements Comparable<RuleBuilder> {
  private static final String EVERY = "*";
  private static final List<String> EVERY_PORT = List.of(EVERY);

  private final Match match;
  private final DistinctTexts purposes = new DistinctTexts();
  private final DistinctTexts widenings = new DistinctTexts();
  private Set<Dimension> lost = Set.of();
  private RuleName name;

  /**
   * What a rule matches and does; no two rules of a group have the same.
   *
   * @param traffic without what these rules cannot match
   * @param source one object for the same addresses, and likewise the destination
   */
  record Match(
      Side side, Action action, Traffic traffic, NsgAddresses source, NsgAddresses destination) {
    static Match of(FlowDemand demand, Ends.Pair ends) {
      Traffic matched = demand.flow().traffic().withoutIcmpType().withoutProgram();
      return new Match(
          demand.side(), demand.flow().action(), matched, ends.source(), ends.destination());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Match match
          && side == match.side
          && action == match.action
          && isSame(source, match.source)
          && isSame(destination, match.destination)
          && traffic.equals(match.traffic);
    }

    @SuppressWarnings(
        "ReferenceEquality") // there may be thousands of prefixes, and they are shared
    private static boolean isSame(NsgAddresses one, NsgAddresses other) {
      return one == other;
    }

    @Override
    public int hashCode() {
      int ends = System.identityHashCode(source) * 31 + System.identityHashCode(destination);
      return ((ends * 31 + side.hashCode()) * 31 + action.hashCode()) * 31 + traffic.hashCode();
    }
  }

  /** Denies first; then by what they are for, so that a new rule moves none. */
  @Override
  public int compareTo(RuleBuilder other) {
    boolean allows = match.action == Action.ALLOW;
    int order = Boolean.compare(allows, other.match.action == Action.ALLOW);
    if (order == 0) {
      order = match.traffic.compareTo(other.match.traffic);
    }
    return order == 0 ? name.compareTo(other.name) : order;
  }

  RuleBuilder(Match match, RuleName name) {
    this.match = match;
    this.name = name;
  }

  /**
   * Adds a demand for the same match. Endpoints may have the same addresses: the name is made of
   * the first ones by id, whatever rule comes first.
   */
  void add(FlowDemand demand, RuleName other) {
    purposes.addAll(demand.flow().purposes());
    if (demand.expected().kind() == Outcome.Kind.WIDER) {
      widenings.add(demand.expected().reason());
      Set<Dimension> more = EnumSet.copyOf(demand.expected().lost());
      more.addAll(lost);
      lost = more;
    }
    name = other.compareTo(name) < 0 ? other : name;
  }

  Match match() {
    return match;
  }

  RuleName name() {
    return name;
  }

  NsgRule build(String finalName, int priority) {
    Traffic traffic = match.traffic;
    return new NsgRule(
        finalName,
        match.side,
        match.action,
        priority,
        protocol(traffic.protocol()),
        traffic.sourcePorts().isEmpty()
            ? EVERY_PORT
            : traffic.sourcePorts().stream().map(PortRange::toString).toList(),
        traffic.ports().filter(ports -> !ports.isAll()).map(PortRange::toString).orElse(EVERY),
        match.source,
        match.destination,
        Descriptions.of(purposes.toList(), lost),
        widenings.sorted());
  }

  private static String protocol(Protocol protocol) {
    return protocol.isAny() ? EVERY : RuleName.capitalised(protocol.toString());
  }
}

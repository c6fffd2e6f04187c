package dev.rulecast.analysis;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds flows that are covered by another and flows that are dead. The time is n log n in the flows
 * of an endpoint pair, times the number of different source ports and programs there.
 */
public final class FlowAnalysis {
  private FlowAnalysis() {}

  private record Pair(Endpoint source, Endpoint destination) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Pair pair
          && source.equals(pair.source)
          && destination.equals(pair.destination);
    }

    @Override
    public int hashCode() {
      return source.hashCode() * 31 + destination.hashCode();
    }
  }

  /** A note for each flow that is covered or dead; flows with the same fate share one. */
  public static void report(Policy policy, Diagnostics diagnostics) {
    Map<Pair, List<Flow>> pairs = new HashMap<>();
    for (Flow flow : policy.flows()) {
      Pair pair = new Pair(flow.source(), flow.destination());
      pairs.computeIfAbsent(pair, any -> new ArrayList<>(1)).add(flow);
    }
    Map<String, SortedSet<String>> covered = new TreeMap<>();
    SortedSet<String> dead = new TreeSet<>();
    for (List<Flow> flows : pairs.values()) {
      if (flows.size() > 1) {
        covered(flows, covered);
        dead(flows, dead);
      }
    }
    covered.forEach((coverer, rules) -> diagnostics.add(coveredNote(coverer, rules)));
    if (!dead.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(Severity.WARNING, "dead", "Deny rules refuse everything that these allow.")
              .withHint("delete one side or the other")
              .about(List.copyOf(dead)));
    }
  }

  private static void covered(List<Flow> flows, Map<String, SortedSet<String>> covered) {
    for (Action action : Action.values()) {
      List<Flow> alike = flows.stream().filter(flow -> flow.action() == action).toList();
      CoverIndex index = new CoverIndex(alike);
      for (Flow flow : alike) {
        Optional<Flow> coverer = index.coverer(flow);
        coverer.ifPresent(
            other ->
                covered
                    .computeIfAbsent(other.references().get(0), any -> new TreeSet<>())
                    .addAll(described(flow)));
      }
    }
  }

  /** The rules of a flow, of which not every flow needs to share its fate. */
  private static List<String> described(Flow flow) {
    Traffic traffic = flow.traffic();
    String what =
        " (%s to %s, %s)"
            .formatted(
                flow.source().id(),
                flow.destination().id(),
                (traffic.protocol() + " " + traffic.service()).strip());
    return flow.references().stream().map(rule -> rule + what).toList();
  }

  private static Diagnostic coveredNote(String coverer, SortedSet<String> rules) {
    String message = "The rule `" + coverer + "` covers these flows; they are kept.";
    return Diagnostic.of(Severity.NOTE, "covered", message).about(List.copyOf(rules));
  }

  private static void dead(List<Flow> flows, SortedSet<String> dead) {
    List<Flow> denies = flows.stream().filter(flow -> flow.action() == Action.DENY).toList();
    if (denies.isEmpty()) {
      return;
    }
    DenyUnion union = new DenyUnion(denies);
    for (Flow flow : flows) {
      if (flow.action() == Action.ALLOW && union.contains(flow.traffic())) {
        dead.addAll(described(flow));
      }
    }
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Endpoints that name one LIF or one policy. What they have must be the same: a LIF has one policy,
 * and the commands of one endpoint would undo those of the other.
 */
final class SharedNames {
  /** So many endpoints are named in a reason. */
  private static final int MAX_NAMED = 5;

  private final Map<String, String> conflicts = new HashMap<>();
  private final List<EndpointPlan> consistent = new ArrayList<>();

  private SharedNames() {}

  static SharedNames of(List<EndpointPlan> plans) {
    Map<List<String>, List<EndpointPlan>> byLif = new LinkedHashMap<>();
    Map<List<String>, List<EndpointPlan>> byPolicy = new LinkedHashMap<>();
    for (EndpointPlan plan : plans) {
      String vserver = plan.settings().vserver().text();
      String policy = plan.settings().policy().text();
      add(byPolicy, vserver, policy, plan);
      plan.settings().lifs().forEach(lif -> add(byLif, vserver, lif.text(), plan));
    }
    SharedNames shared = new SharedNames();
    byLif.forEach((names, named) -> shared.compare("LIF", names, named));
    byPolicy.forEach((names, named) -> shared.compare("policy", names, named));
    for (EndpointPlan plan : plans) {
      if (!shared.conflicts.containsKey(plan.endpoint().id())) {
        List<EndpointPlan> same =
            byPolicy.getOrDefault(
                List.of(plan.settings().vserver().text(), plan.settings().policy().text()),
                List.of());
        shared.consistent.add(plan.sameAs(shared.others(plan, same)));
      }
    }
    return shared;
  }

  private static void add(
      Map<List<String>, List<EndpointPlan>> named, String vserver, String name, EndpointPlan plan) {
    named.computeIfAbsent(List.of(vserver, name), any -> new ArrayList<>()).add(plan);
  }

  /** Those that are written too. */
  private List<String> others(EndpointPlan plan, List<EndpointPlan> same) {
    return same.stream()
        .map(other -> other.endpoint().id())
        .filter(id -> !id.equals(plan.endpoint().id()) && !conflicts.containsKey(id))
        .toList();
  }

  private void compare(String what, List<String> names, List<EndpointPlan> named) {
    if (named.size() == 1) {
      return;
    }
    Set<EndpointPlan.Result> results = new HashSet<>();
    named.forEach(plan -> results.add(plan.result()));
    if (results.size() > 1) {
      String reason =
          "the endpoints %s name the %s `%s` of the SVM `%s`, but do not get the same policy"
              .formatted(ids(named), what, names.get(1), names.get(0));
      named.forEach(plan -> conflicts.putIfAbsent(plan.endpoint().id(), reason));
    }
  }

  private static String ids(List<EndpointPlan> plans) {
    String ids =
        plans.stream()
            .limit(MAX_NAMED)
            .map(plan -> "`" + plan.endpoint().id() + "`")
            .collect(Collectors.joining(", "));
    return plans.size() > MAX_NAMED ? ids + " and others" : ids;
  }

  /** The outcome of something at an endpoint, of which nothing is written if names conflict. */
  Outcome outcome(Endpoint endpoint, Outcome alone) {
    String conflict = conflicts.get(endpoint.id());
    boolean written = alone.kind() == Outcome.Kind.EXACT || alone.kind() == Outcome.Kind.WIDER;
    return conflict != null && written ? Outcome.unsupported(conflict) : alone;
  }

  /** The plans that can be written. */
  List<EndpointPlan> consistent() {
    return consistent;
  }
}

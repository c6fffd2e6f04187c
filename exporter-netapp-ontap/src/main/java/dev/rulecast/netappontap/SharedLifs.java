package dev.rulecast.netappontap;

import dev.rulecast.exporter.DenyConflicts;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Endpoints that name one LIF. They are one place to ONTAP, whatever addresses documents give them:
 * what opens a service for one of them opens it where a deny is about another.
 */
final class SharedLifs {
  /** From an endpoint's id to an endpoint before it of which it names a LIF. */
  private final Map<String, Endpoint> earlier = new HashMap<>();

  private SharedLifs() {}

  /** Those of some endpoints. */
  static SharedLifs of(List<Endpoint> endpoints, ExportContext context) {
    SharedLifs shared = new SharedLifs();
    Map<List<String>, Endpoint> byLif = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      context
          .settings(endpoint, NetAppOntapSettings.class)
          .ifPresent(
              settings ->
                  settings
                      .lifs()
                      .forEach(
                          lif -> {
                            List<String> name = List.of(settings.vserver().text(), lif.text());
                            Endpoint other = byLif.putIfAbsent(name, endpoint);
                            if (other != null) {
                              shared.unite(other, endpoint);
                            }
                          }));
    }
    return shared;
  }

  private void unite(Endpoint one, Endpoint other) {
    Endpoint first = first(one);
    Endpoint second = first(other);
    if (!first.id().equals(second.id())) {
      earlier.put(second.id(), first);
    }
    // It stands for itself: those that are here share a LIF.
    earlier.putIfAbsent(first.id(), first);
  }

  /** The endpoint that stands for all that share a LIF with it. */
  private Endpoint first(Endpoint endpoint) {
    Endpoint first = endpoint;
    Endpoint next = earlier.getOrDefault(first.id(), first);
    while (!next.id().equals(first.id())) {
      first = next;
      next = earlier.getOrDefault(first.id(), first);
    }
    return first;
  }

  /** The flows of both lists that overlap one of the other list at a LIF; compared by identity. */
  Set<Flow> conflicts(List<Flow> denies, List<Flow> allows) {
    return DenyConflicts.between(
        atShared(denies),
        atShared(allows),
        flow -> flow.with(flow.source(), first(flow.destination()), flow.traffic()));
  }

  /** Those to endpoints that share a LIF. */
  private List<Flow> atShared(List<Flow> flows) {
    return flows.stream().filter(flow -> earlier.containsKey(flow.destination().id())).toList();
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.exporter.DenyConflicts;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.SharedEndpoints;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.List;
import java.util.Set;

/**
 * Endpoints that name one LIF. They are one place to ONTAP, whatever addresses documents give them:
 * what opens a service for one of them opens it where a deny is about another.
 */
final class SharedLifs {
  private final SharedEndpoints shared;

  private SharedLifs(SharedEndpoints shared) {
    this.shared = shared;
  }

  /** Those of some endpoints. */
  static SharedLifs of(List<Endpoint> endpoints, ExportContext context) {
    return new SharedLifs(SharedEndpoints.of(endpoints, endpoint -> lifs(endpoint, context)));
  }

  private static List<List<String>> lifs(Endpoint endpoint, ExportContext context) {
    return context
        .settings(endpoint, NetAppOntapSettings.class)
        .map(
            settings ->
                settings.lifs().stream()
                    .map(lif -> List.of(settings.vserver().text(), lif.text()))
                    .toList())
        .orElse(List.of());
  }

  /** The flows of both lists that overlap one of the other list at a LIF; compared by identity. */
  Set<Flow> conflicts(List<Flow> denies, List<Flow> allows) {
    return DenyConflicts.between(
        atShared(denies),
        atShared(allows),
        flow -> flow.with(flow.source(), shared.with(flow.destination()).get(0), flow.traffic()));
  }

  /** Those to endpoints that share a LIF. */
  private List<Flow> atShared(List<Flow> flows) {
    return flows.stream().filter(flow -> shared.isShared(flow.destination())).toList();
  }
}

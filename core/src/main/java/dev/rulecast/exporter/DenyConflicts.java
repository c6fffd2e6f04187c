package dev.rulecast.exporter;

import dev.rulecast.exporter.Places.Place;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Flow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the deny flows that overlap an allow flow, and these allow flows, as {@link
 * Flow#mayOverlap} has it. There may be many of both: only flows between overlapping endpoints are
 * compared, and only groups of flows with each other.
 *
 * <p>The core finds them by itself where a platform cannot deny at all. An exporter needs this only
 * where that depends on more than {@link Capabilities} can say, such as the release of a device.
 */
public final class DenyConflicts {
  private final Places places = new Places();
  private final Map<Place, Map<Place, Group>> bySource = new HashMap<>();
  private final Map<Place, Map<Place, Group>> byDestination = new HashMap<>();
  private final Set<Flow> found = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Flows from one place to one place. */
  private static final class Group {
    private final List<Flow> flows = new ArrayList<>(1);
    private @Nullable ServiceUnion services;

    /** Those of which no overlap is known yet. */
    private @Nullable List<Flow> untouched;

    boolean touches(Group other) {
      return flows.size() > other.flows.size()
          ? other.touches(this)
          : flows.stream().anyMatch(flow -> other.services().overlaps(flow.traffic()));
    }

    void collectTouched(Group other, Set<Flow> found) {
      if (untouched == null) {
        untouched = new ArrayList<>(flows);
      }
      untouched.removeIf(flow -> other.services().overlaps(flow.traffic()) && found.add(flow));
    }

    /** Made when it is needed: most groups are compared with none. */
    private ServiceUnion services() {
      if (services == null) {
        services = new ServiceUnion(flows);
      }
      return services;
    }
  }

  private DenyConflicts() {}

  /** The flows of both lists that overlap one of the other list; compared by identity. */
  public static Set<Flow> between(List<Flow> denies, List<Flow> allows) {
    DenyConflicts conflicts = new DenyConflicts();
    if (!denies.isEmpty() && !allows.isEmpty()) {
      conflicts.find(denies, allows);
    }
    return conflicts.found;
  }

  /**
   * The same for allows as a platform renders them: where ICMP types are not matched, an allow of
   * one type permits what a deny of another refuses.
   */
  public static Set<Flow> between(List<Flow> denies, List<Flow> allows, Capabilities capabilities) {
    return capabilities.widened().contains(Dimension.ICMP_TYPE)
        ? between(denies, allows, DenyConflicts::allowingEveryIcmpType)
        : between(denies, allows);
  }

  private static Flow allowingEveryIcmpType(Flow flow) {
    return flow.action() == Action.ALLOW
        ? flow.with(flow.source(), flow.destination(), flow.traffic().withoutIcmpType())
        : flow;
  }

  /**
   * The same for flows as a platform renders them.
   *
   * @param asRendered the connections that are refused or permitted where a flow is
   */
  public static Set<Flow> between(
      List<Flow> denies, List<Flow> allows, UnaryOperator<Flow> asRendered) {
    if (denies.isEmpty() || allows.isEmpty()) {
      return Set.of();
    }
    IdentityHashMap<Flow, Flow> meant = new IdentityHashMap<>();
    Set<Flow> found = Collections.newSetFromMap(new IdentityHashMap<>());
    between(rendered(denies, asRendered, meant), rendered(allows, asRendered, meant))
        .forEach(flow -> found.add(meant.getOrDefault(flow, flow)));
    return found;
  }

  private static List<Flow> rendered(
      List<Flow> flows, UnaryOperator<Flow> asRendered, Map<Flow, Flow> meant) {
    List<Flow> rendered = new ArrayList<>(flows.size());
    for (Flow flow : flows) {
      Flow shown = asRendered.apply(flow);
      meant.put(shown, flow);
      rendered.add(shown);
    }
    return rendered;
  }

  private void find(List<Flow> denies, List<Flow> allows) {
    group(allows, bySource);
    bySource.forEach(
        (source, row) ->
            row.forEach(
                (destination, group) ->
                    byDestination
                        .computeIfAbsent(destination, any -> new HashMap<>())
                        .put(source, group)));
    Map<Place, Map<Place, Group>> denied = new HashMap<>();
    group(denies, denied);
    Map<Place, Set<Place>> sources = Places.overlaps(denied.keySet(), bySource.keySet());
    Set<Place> deniedAt = new HashSet<>();
    denied.values().forEach(row -> deniedAt.addAll(row.keySet()));
    Map<Place, Set<Place>> destinations = Places.overlaps(deniedAt, byDestination.keySet());
    denied.forEach(
        (source, row) ->
            row.forEach(
                (destination, group) ->
                    find(
                        group,
                        sources.getOrDefault(source, Set.of()),
                        destinations.getOrDefault(destination, Set.of()))));
  }

  /** Walks along the ends that are fewer. */
  private void find(Group denied, Set<Place> sources, Set<Place> destinations) {
    boolean fewSources = sources.size() <= destinations.size();
    Map<Place, Map<Place, Group>> allowed = fewSources ? bySource : byDestination;
    Set<Place> others = fewSources ? destinations : sources;
    for (Place place : fewSources ? sources : destinations) {
      Map<Place, Group> row = allowed.getOrDefault(place, Map.of());
      for (Place other : row.size() <= others.size() ? row.keySet() : others) {
        Group group = row.get(other);
        if (group != null && others.contains(other) && denied.touches(group)) {
          denied.collectTouched(group, found);
          group.collectTouched(denied, found);
        }
      }
    }
  }

  private void group(List<Flow> flows, Map<Place, Map<Place, Group>> groups) {
    for (Flow flow : flows) {
      groups
          .computeIfAbsent(places.of(flow.source()), any -> new HashMap<>())
          .computeIfAbsent(places.of(flow.destination()), any -> new Group())
          .flows
          .add(flow);
    }
  }
}

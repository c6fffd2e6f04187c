package dev.rulecast.testkit.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Endpoints that one existing group or prefix list stands for. What is open for one of them is open
 * for all, so that they are, to security groups, the same machines.
 */
final class AwsTwins {
  private final SortedMap<String, Endpoint> endpoints;
  private final Map<String, Addresses> together = new TreeMap<>();

  AwsTwins(SortedMap<String, Endpoint> endpoints) {
    this.endpoints = endpoints;
    endpoints.keySet().forEach(id -> together.put(id, union(of(id))));
  }

  /** An endpoint and its twins, and their twins. */
  SortedSet<String> of(String id) {
    SortedSet<String> twins = new TreeSet<>(Set.of(id));
    Set<String> names = new HashSet<>();
    int before = 0;
    while (before < twins.size()) {
      before = twins.size();
      twins.forEach(twin -> names.addAll(aws(twin)));
      for (String other : endpoints.keySet()) {
        if (aws(other).stream().anyMatch(names::contains)) {
          twins.add(other);
        }
      }
    }
    return twins;
  }

  private Collection<String> aws(String id) {
    Endpoint endpoint = endpoints.get(id);
    return endpoint == null ? List.of() : endpoint.aws().values();
  }

  /** No addresses where one of them has none that are known. */
  private Addresses union(SortedSet<String> ids) {
    List<String> cidrs = new ArrayList<>();
    for (Endpoint endpoint : endpoints.values()) {
      if (ids.contains(endpoint.id())) {
        if (!endpoint.isBound()) {
          return Addresses.NONE;
        }
        cidrs.addAll(endpoint.addresses().cidrs());
      }
    }
    return Addresses.of(cidrs);
  }

  /** Whether a deny for one of these may concern the other. */
  boolean mayOverlap(Endpoint one, Endpoint other) {
    Addresses mine = together.getOrDefault(one.id(), Addresses.NONE);
    Addresses others = together.getOrDefault(other.id(), Addresses.NONE);
    return of(one.id()).contains(other.id())
        || mine.isEmpty()
        || others.isEmpty()
        || mine.overlaps(others);
  }
}

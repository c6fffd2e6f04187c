package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The families in which the addresses of unbound endpoints are needed. An endpoint that meets both
 * IPv4 and IPv6 has two inputs, and then so has every unbound endpoint that it meets, since a rule
 * never has two families.
 */
final class InputFamilies {
  private final Map<Endpoint, Endpoint> leaders = new HashMap<>();
  private final Map<Endpoint, Set<IpFamily>> needed = new HashMap<>();

  /** A rule needs an endpoint's addresses of a family. */
  void need(Endpoint endpoint, IpFamily family) {
    Endpoint leader = leader(endpoint);
    needed.computeIfAbsent(leader, any -> EnumSet.noneOf(IpFamily.class)).add(family);
  }

  /** A rule between two unbound endpoints can have either family, and each that one of them has. */
  void join(Endpoint one, Endpoint other) {
    Endpoint leader = leader(one);
    Endpoint follower = leader(other);
    if (!leader.equals(follower)) {
      leaders.put(follower, leader);
      Set<IpFamily> more = needed.remove(follower);
      if (more != null) {
        needed.computeIfAbsent(leader, any -> EnumSet.noneOf(IpFamily.class)).addAll(more);
      }
    }
  }

  private Endpoint leader(Endpoint endpoint) {
    Endpoint leader = endpoint;
    for (Endpoint next = leaders.get(leader); next != null; next = leaders.get(leader)) {
      leader = next;
    }
    // All on the way are led directly from now on, so that ways stay short.
    for (Endpoint passed = endpoint; !passed.equals(leader); ) {
      Endpoint next = leaders.put(passed, leader);
      passed = next == null ? leader : next;
    }
    return leader;
  }

  /** The families that are needed; empty: one, but no matter which. */
  Set<IpFamily> of(Endpoint endpoint) {
    return Collections.unmodifiableSet(needed.getOrDefault(leader(endpoint), Set.of()));
  }

  /**
   * The input of an endpoint for rules of a family.
   *
   * @param family absent: the rule can have either
   */
  PrefixInput input(Endpoint endpoint, Optional<IpFamily> family) {
    Set<IpFamily> families = of(endpoint);
    boolean only = families.size() < 2;
    return new PrefixInput(endpoint, only ? families.stream().findFirst() : family, only);
  }
}

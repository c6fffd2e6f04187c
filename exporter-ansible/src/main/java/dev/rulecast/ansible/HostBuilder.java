package dev.rulecast.ansible;

import dev.rulecast.ansible.AnsiblePlan.BuiltInGroup;
import dev.rulecast.ansible.AnsiblePlan.HostRules;
import dev.rulecast.ansible.FirewallRule.Match;
import dev.rulecast.exporter.DistinctTexts;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what the hosts of one endpoint get, each rule once. */
final class HostBuilder {
  private final Endpoint endpoint;
  private final List<String> profiles;
  private final Map<Key, RuleBuilder> rules = new HashMap<>();
  private final SortedMap<String, Set<String>> builtInGroups = new TreeMap<>();

  /** Rules with one key are one rule: a peer's addresses count, and not its id. */
  private record Key(Match match, Remote remote) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && match.equals(key.match) && remote.equals(key.remote);
    }

    @Override
    public int hashCode() {
      return match.hashCode() * 31 + remote.hashCode();
    }
  }

  private static final class RuleBuilder implements Comparable<RuleBuilder> {
    private final Key key;
    private final DistinctTexts purposes = new DistinctTexts();
    private Optional<Traffic> traffic;
    private String name;

    RuleBuilder(Key key, Optional<Traffic> traffic, String name) {
      this.key = key;
      this.traffic = traffic;
      this.name = name;
    }

    /** Predefined rules come last, denies before allows; then by traffic and name. */
    @Override
    public int compareTo(RuleBuilder other) {
      int order = Boolean.compare(traffic.isEmpty(), other.traffic.isEmpty());
      if (order == 0) {
        order = key.match.side().compareTo(other.key.match.side());
      }
      if (order == 0) {
        boolean allows = key.match.action() == Action.ALLOW;
        order = Boolean.compare(allows, other.key.match.action() == Action.ALLOW);
      }
      if (order == 0 && traffic.isPresent()) {
        order = traffic.get().compareTo(other.traffic.orElseThrow());
      }
      return order == 0 ? name.compareTo(other.name) : order;
    }

    /** Of several names the first: it does not depend on which rule set is read first. */
    void add(Optional<Traffic> sameTraffic, String sameName, Collection<String> morePurposes) {
      if (sameName.compareTo(name) < 0) {
        name = sameName;
        traffic = sameTraffic;
      }
      purposes.addAll(morePurposes);
    }
  }

  HostBuilder(Endpoint endpoint, List<String> profiles) {
    this.endpoint = endpoint;
    this.profiles = profiles;
  }

  /**
   * Adds a rule, or the purposes to the rule that is the same.
   *
   * @param traffic of the flow that asks for it; absent for a predefined rule
   */
  void add(
      Match match,
      Remote remote,
      Optional<Traffic> traffic,
      String name,
      Collection<String> purposes) {
    rules
        .computeIfAbsent(new Key(match, remote), key -> new RuleBuilder(key, traffic, name))
        .add(traffic, name, purposes);
  }

  void enable(String group, String reason) {
    builtInGroups.computeIfAbsent(group, any -> new TreeSet<>()).add(reason);
  }

  HostRules build() {
    List<FirewallRule> built = rules.values().stream().sorted().map(this::rule).toList();
    List<BuiltInGroup> groups = new ArrayList<>();
    builtInGroups.forEach(
        (group, reasons) -> groups.add(new BuiltInGroup(group, List.copyOf(reasons))));
    return new HostRules(endpoint, profiles, built, groups);
  }

  private FirewallRule rule(RuleBuilder rule) {
    return new FirewallRule(
        rule.name, endpoint, rule.key.match, rule.key.remote, rule.purposes.toList());
  }
}

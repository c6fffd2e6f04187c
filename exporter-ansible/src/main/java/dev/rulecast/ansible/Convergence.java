package dev.rulecast.ansible;

import dev.rulecast.ansible.AnsiblePlan.HostRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the next run of the role has to delete: rules that an earlier export had and this one has
 * not. A name stays in the list for ever, since nobody knows which hosts the role has been run on.
 *
 * @param removed names of rules, in alphabetical order
 * @param groups inventory groups of the plan's hosts and of all hosts that may have such a rule
 * @param remembered every name ever exported, and the inventory group that had it last
 */
record Convergence(List<String> removed, List<String> groups, Map<String, String> remembered) {
  private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9_]*");

  /**
   * Compares a plan with what was remembered.
   *
   * @param previous from {@link #remembered} of the last export; whatever else it holds is ignored
   */
  static Convergence of(List<HostRules> hosts, Map<String, String> previous) {
    SortedMap<String, String> all = new TreeMap<>();
    // Windows does not tell names apart that differ in case: such a name is not removed. And a host
    // may be in several groups: no other has it.
    Set<String> known = new HashSet<>();
    TreeSet<String> groups = new TreeSet<>();
    for (HostRules host : hosts) {
      String group = Inventory.group(host.endpoint());
      groups.add(group);
      for (FirewallRule rule : host.rules()) {
        all.put(rule.name(), group);
        if (!known.add(RuleNames.key(rule.name()))) {
          throw new IllegalStateException("Two rules are named " + rule.name());
        }
      }
    }
    TreeSet<String> removed = new TreeSet<>();
    previous.forEach(
        (name, group) -> {
          if (GROUP.matcher(group).matches() && known.add(RuleNames.key(name))) {
            all.put(name, group);
            removed.add(name);
            groups.add(group);
          }
        });
    return new Convergence(List.copyOf(removed), List.copyOf(groups), all);
  }
}

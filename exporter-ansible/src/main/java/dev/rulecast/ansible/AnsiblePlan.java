package dev.rulecast.ansible;

import dev.rulecast.exporter.PredefinedDemand;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every rule of a run.
 *
 * @param hosts the endpoints for whose hosts there is something, by id
 * @param inputs the endpoints whose addresses the user of the role gives, by id
 * @param flows those that some rule is for, in canonical order
 * @param predefined those that some rule or built-in group is for, in canonical order
 */
record AnsiblePlan(
    List<HostRules> hosts,
    List<InputNeeds> inputs,
    List<Flow> flows,
    List<PredefinedDemand> predefined) {
  /** Copies the lists. */
  AnsiblePlan {
    hosts = List.copyOf(hosts);
    inputs = List.copyOf(inputs);
    flows = List.copyOf(flows);
    predefined = List.copyOf(predefined);
  }

  /**
   * What the hosts of one endpoint get.
   *
   * @param endpoint the endpoint
   * @param profiles the firewall's profiles in which the rules hold
   * @param rules no two alike, in an order that does not depend on other rules
   * @param builtInGroups built-in groups to enable, by name
   */
  record HostRules(
      Endpoint endpoint,
      List<String> profiles,
      List<FirewallRule> rules,
      List<BuiltInGroup> builtInGroups) {
    /** Copies the lists. */
    HostRules {
      profiles = List.copyOf(profiles);
      rules = List.copyOf(rules);
      builtInGroups = List.copyOf(builtInGroups);
    }
  }

  /**
   * A built-in group of rules that is enabled as it is.
   *
   * @param name its language-independent name
   * @param reasons why that is wider than the rule sets ask for
   */
  record BuiltInGroup(String name, List<String> reasons) {
    /** Copies the list. */
    BuiltInGroup {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * An endpoint whose addresses are an input.
   *
   * @param endpoint the endpoint
   * @param usable the families that some rule can use
   * @param required the families of which an address must be given, or some rule would match
   *     nothing; where a rule can use both, any address will do
   */
  record InputNeeds(Endpoint endpoint, Set<IpFamily> usable, Set<IpFamily> required) {
    /** Copies the sets, in the order of the families. */
    InputNeeds {
      usable = copy(usable);
      required = copy(required);
    }

    private static Set<IpFamily> copy(Set<IpFamily> families) {
      Set<IpFamily> copy = EnumSet.noneOf(IpFamily.class);
      copy.addAll(families);
      return Collections.unmodifiableSet(copy);
    }
  }

  /** Whether there is nothing to apply. */
  boolean isEmpty() {
    return hosts.isEmpty();
  }
}

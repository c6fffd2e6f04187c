package dev.rulecast.policy;

import dev.rulecast.model.PredefinedRule;

/**
 * Rules that a platform ships with, needed at one endpoint for one source.
 *
 * @param ruleSet the name of the rule set that asks for them
 * @param rule names the rules
 * @param source who may use what they open
 * @param endpoint where they are needed
 */
public record PredefinedUse(String ruleSet, PredefinedRule rule, Endpoint source, Endpoint endpoint)
    implements Comparable<PredefinedUse> {
  /** The rule's name in reports: {@code rule-set/rule}. */
  public String reference() {
    return ruleSet + "/" + rule.id();
  }

  @Override
  public int compareTo(PredefinedUse other) {
    int order = ruleSet.compareTo(other.ruleSet);
    if (order == 0) {
      order = rule.id().compareTo(other.rule.id());
    }
    if (order == 0) {
      order = source.compareTo(other.source);
    }
    return order == 0 ? endpoint.compareTo(other.endpoint) : order;
  }
}

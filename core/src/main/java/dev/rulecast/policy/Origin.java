package dev.rulecast.policy;

import dev.rulecast.model.Rule;

/**
 * A rule that asks for a flow.
 *
 * @param ruleSet the name of its rule set
 * @param rule the rule
 */
public record Origin(String ruleSet, Rule rule) implements Comparable<Origin> {
  /** The rule's name in reports: {@code rule-set/rule}. */
  public String reference() {
    return ruleSet + "/" + rule.id();
  }

  /** Why the rule exists. */
  public String purpose() {
    return rule.note().purpose();
  }

  @Override
  public int compareTo(Origin other) {
    int byRuleSet = ruleSet.compareTo(other.ruleSet);
    return byRuleSet != 0 ? byRuleSet : rule.id().compareTo(other.rule.id());
  }
}

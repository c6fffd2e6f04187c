package dev.rulecast.policy;

import dev.rulecast.model.Rule;

/** A rule that asks for a flow. */
public final class Origin implements Comparable<Origin> {
  private final String ruleSet;
  private final Rule rule;

  /** Every exporter asks for it at both ends of a flow, and keeps it. */
  private final String reference;

  /**
   * A rule of a rule set.
   *
   * @param ruleSet the name of the rule set
   * @param rule the rule
   */
  public Origin(String ruleSet, Rule rule) {
    this.ruleSet = ruleSet;
    this.rule = rule;
    this.reference = ruleSet + "/" + rule.id();
  }

  /** The name of its rule set. */
  public String ruleSet() {
    return ruleSet;
  }

  /** The rule. */
  public Rule rule() {
    return rule;
  }

  /** The rule's name in reports: {@code rule-set/rule}. */
  public String reference() {
    return reference;
  }

  /** Why the rule exists. */
  public String purpose() {
    return rule.note().purpose();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin origin
        && ruleSet.equals(origin.ruleSet)
        && rule.equals(origin.rule);
  }

  @Override
  public int hashCode() {
    return reference.hashCode();
  }

  @Override
  public int compareTo(Origin other) {
    int byRuleSet = ruleSet.compareTo(other.ruleSet);
    return byRuleSet != 0 ? byRuleSet : rule.id().compareTo(other.rule.id());
  }

  @Override
  public String toString() {
    return reference;
  }
}

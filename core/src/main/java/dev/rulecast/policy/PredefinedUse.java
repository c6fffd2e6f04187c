package dev.rulecast.policy;

import dev.rulecast.model.PredefinedRule;
import java.util.Comparator;

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
  private static final Comparator<PredefinedUse> ORDER =
      Comparator.comparing(PredefinedUse::ruleSet)
          .thenComparing(use -> use.rule().id())
          .thenComparing(PredefinedUse::source)
          .thenComparing(PredefinedUse::endpoint);

  /** The rule's name in reports: {@code rule-set/rule}. */
  public String reference() {
    return ruleSet + "/" + rule.id();
  }

  @Override
  public int compareTo(PredefinedUse other) {
    return ORDER.compare(this, other);
  }
}

package dev.rulecast.policy;

import java.util.List;

/**
 * Everything that exporters need to know. All lists are in canonical order, which depends on what
 * the documents say and not on where they say it.
 *
 * @param ruleSets by name
 * @param endpoints those that the rules name, by id
 * @param flows no two alike
 * @param predefined rules that platforms ship with
 */
public record Policy(
    List<RuleSetTitle> ruleSets,
    List<Endpoint> endpoints,
    List<Flow> flows,
    List<PredefinedUse> predefined) {
  /** Copies the lists. */
  public Policy {
    ruleSets = List.copyOf(ruleSets);
    endpoints = List.copyOf(endpoints);
    flows = List.copyOf(flows);
    predefined = List.copyOf(predefined);
  }
}

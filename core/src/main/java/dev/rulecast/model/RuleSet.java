package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * A document of kind {@code RuleSet}: what must be able to talk to what.
 *
 * @param name the rule set, unique in a run
 * @param title what people call it
 * @param reference where the requirement comes from
 * @param endpoints the endpoints that its rules name, by id
 * @param parameters the parameters that its rules name, by id
 * @param rules in the order of the document, which has no meaning
 * @param predefinedRules likewise
 * @param location where the name is written
 */
public record RuleSet(
    String name,
    Optional<String> title,
    Optional<String> reference,
    List<EndpointDeclaration> endpoints,
    List<ParameterDeclaration> parameters,
    List<Rule> rules,
    List<PredefinedRule> predefinedRules,
    Location location) {
  /** Copies the lists. */
  public RuleSet {
    endpoints = List.copyOf(endpoints);
    parameters = List.copyOf(parameters);
    rules = List.copyOf(rules);
    predefinedRules = List.copyOf(predefinedRules);
  }
}

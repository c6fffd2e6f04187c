package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.model.Environment;
import dev.rulecast.model.Platform;
import dev.rulecast.model.RuleSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Binds rule sets to an environment. The result does not depend on the order of rule sets, rules or
 * list items. What is wrong goes to the diagnostics; the result is usable only if these hold no
 * error.
 */
public final class Binder {
  private final Collection<Platform> platforms;
  private final LocalDate asOf;
  private final Diagnostics diagnostics;
  private final int maxFlows;

  /**
   * A binder for one run.
   *
   * @param platforms the installed platforms, which manage endpoints
   * @param asOf the day for which expiry is judged
   */
  public Binder(Collection<Platform> platforms, LocalDate asOf, Diagnostics diagnostics) {
    this(platforms, asOf, diagnostics, FlowExpander.MAX_FLOWS);
  }

  Binder(Collection<Platform> platforms, LocalDate asOf, Diagnostics diagnostics, int maxFlows) {
    this.platforms = List.copyOf(platforms);
    this.asOf = asOf;
    this.diagnostics = diagnostics;
    this.maxFlows = maxFlows;
  }

  /** What the rule sets mean in the environment. */
  public Policy bind(Collection<RuleSet> documents, Environment environment) {
    List<RuleSet> ruleSets =
        documents.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    Map<String, Endpoint> endpoints =
        new EndpointBinder(platforms, diagnostics).bind(ruleSets, environment);
    Parameters parameters = new ParameterBinder(diagnostics).bind(ruleSets, environment);
    Expiry expiry = new Expiry(asOf, diagnostics);
    FlowExpander expander = new FlowExpander(endpoints, parameters, expiry, diagnostics, maxFlows);
    ruleSets.forEach(expander::expand);
    List<Flow> flows = expander.flows();
    if (!diagnostics.hasErrors()) {
      new PolicyWarnings(diagnostics).report(flows);
    }
    return new Policy(
        ruleSets.stream().map(Binder::title).toList(),
        endpoints.values().stream().sorted().toList(),
        flows,
        expander.predefined());
  }

  private static RuleSetTitle title(RuleSet ruleSet) {
    return new RuleSetTitle(
        ruleSet.name(), ruleSet.title().orElse(ruleSet.name()), ruleSet.reference());
  }
}

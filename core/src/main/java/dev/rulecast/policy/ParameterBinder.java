package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.SuggestionsForMany;
import dev.rulecast.model.Environment;
import dev.rulecast.model.ParameterDeclaration;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Joins what rule sets and environment say of parameters. */
final class ParameterBinder {
  private final Diagnostics diagnostics;

  ParameterBinder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Parameters bind(List<RuleSet> ruleSets, Environment environment) {
    Map<String, ParameterDeclaration> declared = new TreeMap<>();
    for (RuleSet ruleSet : ruleSets) {
      for (ParameterDeclaration declaration : ruleSet.parameters()) {
        declared.merge(declaration.id(), declaration, this::join);
      }
    }
    reportUnused(environment, declared.keySet());
    Map<String, List<PortRange>> ports = new HashMap<>();
    for (ParameterDeclaration declaration : declared.values()) {
      ports(declaration, environment).ifPresent(p -> ports.put(declaration.id(), p));
    }
    ruleSets.forEach(ruleSet -> ruleSet.rules().forEach(rule -> reportUnbound(rule, ports)));
    return new Parameters(ports);
  }

  private ParameterDeclaration join(ParameterDeclaration first, ParameterDeclaration second) {
    boolean conflict =
        first.defaultPorts().isPresent()
            && second.defaultPorts().isPresent()
            && !first.defaultPorts().equals(second.defaultPorts());
    if (conflict) {
      String message =
          "The parameter `%s` has another default at %s.".formatted(first.id(), first.location());
      diagnostics.add(
          Diagnostic.error("conflicting-default", second.location(), message)
              .withHint("give it one default, or one of the two another id"));
    }
    // What has the default is kept with its place: the next conflict is to show that.
    ParameterDeclaration kept = first.defaultPorts().isPresent() ? first : second;
    return new ParameterDeclaration(
        kept.id(),
        first.description().or(second::description),
        kept.defaultPorts(),
        kept.location());
  }

  private static Optional<List<PortRange>> ports(
      ParameterDeclaration declaration, Environment environment) {
    return Optional.ofNullable(environment.parameters().get(declaration.id()))
        .map(Environment.ParameterValue::ports)
        .or(declaration::defaultPorts);
  }

  private void reportUnused(Environment environment, Set<String> declared) {
    SuggestionsForMany suggestions = new SuggestionsForMany();
    new TreeMap<>(environment.parameters())
        .forEach(
            (id, value) -> {
              if (!declared.contains(id)) {
                String message = "No rule set declares the parameter `" + id + "`.";
                diagnostics.add(
                    Diagnostic.warning("unused-parameter", value.location(), message)
                        .withHint(suggestions.didYouMean(id, declared)));
              }
            });
  }

  private void reportUnbound(Rule rule, Map<String, List<PortRange>> ports) {
    reportUnbound(rule.ports(), ports);
    reportUnbound(rule.sourcePorts(), ports);
  }

  private void reportUnbound(List<PortSpec> specs, Map<String, List<PortRange>> ports) {
    for (PortSpec spec : specs) {
      if (spec instanceof PortParameter parameter && !ports.containsKey(parameter.name())) {
        diagnostics.add(
            Diagnostic.error(
                    "unbound-parameter",
                    parameter.location(),
                    "The parameter `$" + parameter.name() + "` has no value.")
                .withHint(
                    "give it one under parameters: in the environment, or a default: in the rule"
                        + " set"));
      }
    }
  }
}

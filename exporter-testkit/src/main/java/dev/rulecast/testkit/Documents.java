package dev.rulecast.testkit;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.PredefinedNames;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.EndpointDeclaration;
import dev.rulecast.model.Environment;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Binder;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A fixture as the core has read it. */
record Documents(String name, List<RuleSet> ruleSets, Environment environment) {
  Documents {
    ruleSets = List.copyOf(ruleSets);
  }

  /** Reads a fixture for an exporter, whose platform its environment may name. */
  static Documents read(Fixture fixture, RuleExporter exporter) {
    Diagnostics diagnostics = new Diagnostics();
    ExporterInfo info = exporter.info();
    DocumentReader reader =
        new DocumentReader(Map.of(info.platform().id(), info.platform()), diagnostics);
    try {
      List<RuleSet> ruleSets =
          reader.ruleSets(List.of(input(fixture.name() + ".yaml", fixture.ruleSets())));
      Environment environment = Environment.none();
      if (fixture.environment().isPresent()) {
        Input input = input(fixture.name() + ".environment.yaml", fixture.environment().get());
        environment = reader.environment(input).orElse(environment);
      }
      PredefinedNames.check(ruleSets, Exporters.of(List.of(exporter)), diagnostics);
      requireNoErrors(fixture.name(), diagnostics);
      return new Documents(fixture.name(), ruleSets, managing(environment, info.platform().id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Input input(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Input(name, Format.YAML, () -> new ByteArrayInputStream(bytes));
  }

  /** The environment, in which a platform manages what the documents leave open. */
  private static Environment managing(Environment environment, String platform) {
    return new Environment(
        environment.name(),
        environment.defaultManagedBy().or(() -> Optional.of(Set.of(platform))),
        environment.endpoints(),
        environment.parameters());
  }

  private static void requireNoErrors(String name, Diagnostics diagnostics) {
    if (diagnostics.hasErrors()) {
      StringBuilder message = new StringBuilder("The fixture ").append(name).append(" has errors:");
      for (Diagnostic diagnostic : diagnostics.sorted()) {
        if (diagnostic.severity() == Severity.ERROR) {
          diagnostic.location().ifPresent(place -> message.append("\n  ").append(place));
          message.append(": ").append(diagnostic.message());
        }
      }
      throw new IllegalArgumentException(message.toString());
    }
  }

  Documents withSettings(RuleExporter exporter, Map<String, ? extends Record> settings) {
    Map<String, Environment.Binding> bindings = new HashMap<>(environment.endpoints());
    for (RuleSet ruleSet : ruleSets) {
      for (EndpointDeclaration endpoint : ruleSet.endpoints()) {
        Record added = settings.get(endpoint.id());
        if (added != null) {
          bindings.merge(
              endpoint.id(),
              new Environment.Binding(
                  AddressSet.empty(),
                  Optional.empty(),
                  Map.of(exporter.info().platform().id(), added),
                  endpoint.location()),
              (mine, more) ->
                  new Environment.Binding(
                      mine.addresses(), mine.managedBy(), more.settings(), mine.location()));
        }
      }
    }
    Environment more =
        new Environment(
            environment.name(), environment.defaultManagedBy(), bindings, environment.parameters());
    return new Documents(name, ruleSets, more);
  }

  Policy bind(RuleExporter exporter) {
    Diagnostics diagnostics = new Diagnostics();
    Policy policy =
        new Binder(List.of(exporter.info().platform()), Fixture.AS_OF, diagnostics)
            .bind(ruleSets, environment);
    requireNoErrors(name, diagnostics);
    return policy;
  }

  /** The same rule sets, each changed. */
  Documents map(UnaryOperator<RuleSet> change) {
    return new Documents(name, ruleSets.stream().map(change).toList(), environment);
  }

  /** The same with the order of everything changed whose order has no meaning. */
  Documents shuffled(long seed) {
    Random random = new Random(seed);
    Documents documents = map(ruleSet -> shuffled(ruleSet, random));
    return new Documents(name, shuffled(documents.ruleSets, random), environment);
  }

  private static RuleSet shuffled(RuleSet ruleSet, Random random) {
    return new RuleSet(
        ruleSet.name(),
        ruleSet.title(),
        ruleSet.reference(),
        shuffled(ruleSet.endpoints().stream().map(e -> shuffled(e, random)).toList(), random),
        shuffled(ruleSet.parameters(), random),
        shuffled(ruleSet.rules().stream().map(rule -> shuffled(rule, random)).toList(), random),
        shuffled(
            ruleSet.predefinedRules().stream().map(rule -> shuffled(rule, random)).toList(),
            random),
        ruleSet.location());
  }

  private static EndpointDeclaration shuffled(EndpointDeclaration endpoint, Random random) {
    return new EndpointDeclaration(
        endpoint.id(),
        endpoint.title(),
        endpoint.external(),
        shuffled(endpoint.fqdns(), random),
        endpoint.location());
  }

  private static Rule shuffled(Rule rule, Random random) {
    return new Rule(
        rule.id(),
        rule.action(),
        shuffled(rule.sources(), random),
        shuffled(rule.destinations(), random),
        shuffled(rule.protocols(), random),
        shuffled(rule.ports(), random),
        shuffled(rule.sourcePorts(), random),
        shuffled(rule.icmpTypes(), random),
        rule.program(),
        rule.note(),
        rule.expires(),
        rule.location());
  }

  private static PredefinedRule shuffled(PredefinedRule rule, Random random) {
    return new PredefinedRule(
        rule.id(),
        rule.platform(),
        shuffled(rule.sources(), random),
        shuffled(rule.endpoints(), random),
        shuffled(rule.rules(), random),
        rule.purpose(),
        rule.location());
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}

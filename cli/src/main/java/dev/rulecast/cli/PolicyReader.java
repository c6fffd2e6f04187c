package dev.rulecast.cli;

import dev.rulecast.analysis.FlowAnalysis;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.PredefinedNames;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Binder;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.Catalog;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Input;
import dev.rulecast.read.Inputs;
import dev.rulecast.read.UnreadableInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** From what the user names to a policy. */
final class PolicyReader {
  private final Session session;
  private final Exporters exporters;
  private final Reporter reporter;

  PolicyReader(Session session, Exporters exporters, Reporter reporter) {
    this.session = session;
    this.exporters = exporters;
    this.reporter = reporter;
  }

  /**
   * Reads, binds and analyses, and reports what there is to say.
   *
   * @throws CommandException if the input has errors
   * @throws IOException if it cannot be read
   */
  Policy read(InputOptions options) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Policy policy = read(options, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new CommandException(ExitCode.INPUT, diagnostics.sorted());
    }
    FlowAnalysis.report(policy, diagnostics);
    reporter.report(diagnostics.sorted());
    return policy;
  }

  private Policy read(InputOptions options, Diagnostics diagnostics) throws IOException {
    Catalog catalog = Catalog.of(Catalog.class.getClassLoader());
    Inputs inputs = new Inputs(catalog, session.in());
    List<Input> rules = ruleSets(options, inputs, catalog);
    DocumentReader reader = new DocumentReader(exporters.platforms(), diagnostics);
    List<RuleSet> ruleSets = reader.ruleSets(rules);
    Environment environment = Environment.none();
    if (options.environment().isPresent()) {
      Input input = inputs.environment(options.environment().get().toString());
      Optional<Environment> found = reader.environment(input);
      environment = found.orElse(environment);
    }
    PredefinedNames.check(ruleSets, exporters, diagnostics);
    return new Binder(exporters.platforms().values(), options.asOf(session), diagnostics)
        .bind(ruleSets, environment);
  }

  private List<Input> ruleSets(InputOptions options, Inputs inputs, Catalog catalog)
      throws IOException {
    try {
      return inputs.ruleSets(options.rules());
    } catch (UnreadableInputException e) {
      Optional<CommandException> mistake =
          new MistakenArguments(exporters, catalog.names()).explain(options.rules());
      if (mistake.isPresent()) {
        throw mistake.get();
      }
      throw e;
    }
  }
}

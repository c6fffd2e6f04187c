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
   * @throws CommandException if the input has errors, or cannot be read
   */
  Policy read(InputOptions options) {
    Diagnostics diagnostics = new Diagnostics();
    try {
      Policy policy = read(options, diagnostics);
      if (!diagnostics.hasErrors()) {
        FlowAnalysis.report(policy, diagnostics);
        reporter.report(diagnostics.sorted());
        return policy;
      }
    } catch (UnreadableInputException e) {
      throw new CommandException(ExitCode.IO, e.diagnostics());
    } catch (IOException e) {
      throw CommandException.of(ExitCode.IO, "unreadable", "Reading failed: " + e.getMessage(), "");
    }
    throw new CommandException(ExitCode.INPUT, diagnostics.sorted());
  }

  private Policy read(InputOptions options, Diagnostics diagnostics) throws IOException {
    Inputs inputs = new Inputs(Catalog.of(Catalog.class.getClassLoader()), session.in());
    List<Input> rules = inputs.ruleSets(options.rules());
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
}

package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.RuleSet;
import dev.rulecast.read.Catalog;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rulecast catalog}. */
@Command(
    name = "catalog",
    description = "List the rule sets that come with rulecast, or print one.",
    footerHeading = "%nExamples:%n",
    footer = {"  rulecast catalog", "  rulecast catalog netwrix-auditor/logon-activity"})
final class CatalogCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The rule set to print.")
  private Optional<String> name = Optional.empty();

  private final Session session;

  CatalogCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = Catalog.of(Catalog.class.getClassLoader());
    if (name.isPresent()) {
      print(catalog, name.get());
    } else {
      for (String entry : catalog.names()) {
        list(catalog, entry);
      }
    }
    session.out().flush();
    return ExitCode.OK;
  }

  private void print(Catalog catalog, String entry) throws IOException {
    if (!catalog.names().contains(entry)) {
      throw CommandException.usage(
          "The catalog has no rule set " + UserText.quote(entry) + ".",
          Suggestions.didYouMean(entry, catalog.names()).orElse("see `rulecast catalog`"));
    }
    try (InputStream text = catalog.open(entry)) {
      session.out().print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void list(Catalog catalog, String entry) throws IOException {
    Input input = new Input("catalog:" + entry, Format.YAML, () -> catalog.open(entry));
    List<RuleSet> ruleSets =
        new DocumentReader(Map.of(), new Diagnostics()).ruleSets(List.of(input));
    for (RuleSet ruleSet : ruleSets) {
      int rules = ruleSet.rules().size() + ruleSet.predefinedRules().size();
      session
          .out()
          .println(
              "catalog:%s  %s rules  %s"
                  .formatted(entry, rules, ruleSet.title().orElse(ruleSet.name())));
    }
  }
}

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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rulecast catalog}. */
final class CatalogCommand implements Callable<Integer> {
  private static final String PREFIX = "catalog:";

  private final CommonOptions common = new CommonOptions();
  private final PositionalParamSpec name =
      Options.argument("NAME").description("The rule set to print.").build();
  private final Session session;

  CatalogCommand(Session session) {
    this.session = session;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.spec("catalog", this);
    spec.usageMessage()
        .description("List the rule sets that come with rulecast, or print one.")
        .footerHeading("%nExamples:%n")
        .footer("  rulecast catalog", "  rulecast catalog netwrix-auditor/logon-activity");
    common.addTo(spec);
    return spec.addPositional(name);
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = Catalog.of(Catalog.class.getClassLoader());
    Optional<String> named = Options.value(name);
    if (named.isPresent()) {
      print(catalog, named.get());
    } else {
      list(catalog);
    }
    return ExitCode.OK;
  }

  private void print(Catalog catalog, String named) throws IOException {
    String entry = named.startsWith(PREFIX) ? named.substring(PREFIX.length()) : named;
    if (!catalog.names().contains(entry)) {
      throw CommandException.usage(
          "The catalog has no rule set " + UserText.quote(entry) + ".",
          Suggestions.didYouMean(entry, catalog.names()).orElse("`rulecast catalog` lists them"));
    }
    try (InputStream text = catalog.open(entry)) {
      session.out().print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void list(Catalog catalog) throws IOException {
    int width = catalog.names().stream().mapToInt(String::length).max().orElse(0);
    for (String entry : catalog.names()) {
      Input input = new Input(PREFIX + entry, Format.YAML, () -> catalog.open(entry));
      List<RuleSet> ruleSets =
          new DocumentReader(Map.of(), new Diagnostics()).ruleSets(List.of(input));
      for (RuleSet ruleSet : ruleSets) {
        list(entry, width, ruleSet);
      }
    }
  }

  private void list(String entry, int width, RuleSet ruleSet) {
    int rules = ruleSet.rules().size() + ruleSet.predefinedRules().size();
    String title = ruleSet.title().orElse(ruleSet.name());
    if (common.json()) {
      new JsonLines(session.out())
          .print(
              line -> {
                line.writeStringProperty("name", entry);
                line.writeNumberProperty("rules", rules);
                line.writeStringProperty("title", title);
              });
    } else {
      String padding = " ".repeat(width - entry.length());
      String count = Plural.of(rules, "rule");
      session.out().println(PREFIX + entry + padding + "  " + title + " (" + count + ")");
    }
  }
}

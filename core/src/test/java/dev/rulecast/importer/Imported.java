package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.importer.ImportSource.Kind;
import dev.rulecast.model.Environment;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleSet;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An import of documents in memory. Whatever it makes is read by the reader that every rule set
 * goes through.
 *
 * @param result what the importer says
 * @param ruleSets what the reader makes of it
 */
record Imported(ImportResult result, List<RuleSet> ruleSets) {
  static final String HEADER =
      "| Port | Protocol | Source | Target | Purpose |\n|--|--|--|--|--|\n";

  /** Imports one Markdown document. */
  static Imported markdown(String text) {
    return of(ImportOptions.NONE, source("ports.md", Kind.MARKDOWN, text));
  }

  /** Imports one Markdown table of the usual five columns. */
  static Imported rows(String... rows) {
    return markdown("# Web\n\n" + HEADER + String.join("\n", rows) + "\n");
  }

  static Imported csv(String text) {
    return of(ImportOptions.NONE, source("ports.csv", Kind.CSV, text));
  }

  static ImportSource source(String name, Kind kind, String text) {
    return source(name, kind, text.getBytes(StandardCharsets.UTF_8));
  }

  static ImportSource source(String name, Kind kind, byte[] bytes) {
    return new ImportSource(name, kind, () -> new ByteArrayInputStream(bytes));
  }

  static Imported of(ImportOptions options, ImportSource... sources) {
    try {
      ImportResult result = new Importer(options).run(List.of(sources));
      Diagnostics diagnostics = new Diagnostics();
      DocumentReader reader = new DocumentReader(Map.of(), diagnostics);
      List<Input> inputs = new ArrayList<>();
      result.ruleSets().forEach(file -> inputs.add(input(file)));
      List<RuleSet> ruleSets = reader.ruleSets(inputs);
      result.environment().ifPresent(file -> readEnvironment(reader, file));
      assertThat(diagnostics.sorted()).as("the reader refuses what was imported").isEmpty();
      assertThat(ruleSets).hasSameSizeAs(result.ruleSets());
      return new Imported(result, ruleSets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readEnvironment(DocumentReader reader, ImportedFile file) {
    try {
      Environment environment = reader.environment(input(file)).orElseThrow();
      assertThat(environment.endpoints()).isNotEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Input input(ImportedFile file) {
    return new Input(
        file.name(),
        Format.YAML,
        () -> new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
  }

  /** The only rule set. */
  RuleSet ruleSet() {
    assertThat(ruleSets).as("%s", result.diagnostics()).hasSize(1);
    return ruleSets.get(0);
  }

  /** The only rule. */
  Rule rule() {
    assertThat(ruleSet().rules()).hasSize(1);
    return ruleSet().rules().get(0);
  }

  /** The text of the only rule set. */
  String text() {
    assertThat(result.ruleSets()).hasSize(1);
    return result.ruleSets().get(0).text();
  }

  /** The rules as {@code sources > destinations protocols ports}. */
  List<String> flows() {
    List<String> flows = new ArrayList<>();
    for (RuleSet ruleSet : ruleSets) {
      for (Rule rule : ruleSet.rules()) {
        flows.add(
            (rule.sources()
                    + " > "
                    + rule.destinations()
                    + " "
                    + rule.protocols()
                    + " "
                    + rule.ports())
                .replace("[", "")
                .replace("]", ""));
      }
    }
    return flows;
  }

  /** The messages of one kind, with their lines. */
  List<String> messages(Severity severity) {
    return result.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == severity)
        .map(Imported::shown)
        .toList();
  }

  private static String shown(Diagnostic diagnostic) {
    return diagnostic.location().map(place -> place.line() + ": ").orElse("")
        + diagnostic.message();
  }
}

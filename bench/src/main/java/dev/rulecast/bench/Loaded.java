package dev.rulecast.bench;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Binder;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.DocumentReader;
import dev.rulecast.read.Format;
import dev.rulecast.read.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** Documents in memory, and the steps of reading them, for all installed exporters. */
final class Loaded {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private final Exporters exporters = Exporters.find(Loaded.class.getClassLoader());
  private final byte[] ruleSet;
  private final byte[] environment;

  Loaded(Documents documents) throws IOException {
    ruleSet = Files.readAllBytes(documents.ruleSet());
    environment = Files.readAllBytes(documents.environment());
  }

  Exporters exporters() {
    return exporters;
  }

  byte[] ruleSet() {
    return ruleSet;
  }

  List<RuleSet> readRuleSet() throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    List<RuleSet> read = reader(diagnostics).ruleSets(List.of(input(ruleSet)));
    requireNone(diagnostics);
    return read;
  }

  Environment readEnvironment() throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Environment read = reader(diagnostics).environment(input(environment)).orElseThrow();
    requireNone(diagnostics);
    return read;
  }

  Policy bind(List<RuleSet> ruleSets, Environment bound) {
    Diagnostics diagnostics = new Diagnostics();
    Policy policy =
        new Binder(exporters.platforms().values(), TODAY, diagnostics).bind(ruleSets, bound);
    requireNone(diagnostics);
    return policy;
  }

  private DocumentReader reader(Diagnostics diagnostics) {
    return new DocumentReader(exporters.platforms(), diagnostics);
  }

  private static Input input(byte[] text) {
    return new Input("input", Format.YAML, () -> new ByteArrayInputStream(text));
  }

  /** What is refused, or warned about, is not what was to be measured. */
  static void requireNone(Diagnostics diagnostics) {
    if (!diagnostics.sorted().isEmpty()) {
      throw new IllegalStateException(diagnostics.sorted().get(0).toString());
    }
  }
}

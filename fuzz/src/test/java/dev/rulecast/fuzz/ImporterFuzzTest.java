package dev.rulecast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.importer.ImportOptions;
import dev.rulecast.importer.ImportResult;
import dev.rulecast.importer.ImportSource;
import dev.rulecast.importer.ImportedFile;
import dev.rulecast.importer.Importer;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.RuleSet;
import dev.rulecast.read.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Any bytes as a document with port tables, in Markdown and in CSV. */
class ImporterFuzzTest {
  private static final Set<String> WINDOWS_RULES = windowsRules();

  /** As with {@code --source}, {@code --destination} and {@code --protocol}. */
  private static final ImportOptions ADDED =
      new ImportOptions(
          Optional.of("Clients"), Optional.of("Log server"), Optional.of(Protocol.TCP), Set.of());

  private static final ImportOptions PLAIN =
      new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), WINDOWS_RULES);

  private static Set<String> windowsRules() {
    Set<String> rules = new TreeSet<>();
    Installed.exporters()
        .values()
        .forEach(
            exporter ->
                rules.addAll(exporter.info().predefinedRules().getOrDefault("windows", Set.of())));
    return rules;
  }

  @FuzzTest(maxDuration = "")
  void read(byte[] document) throws IOException {
    check(document, ImportSource.Kind.MARKDOWN, PLAIN);
    check(document, ImportSource.Kind.CSV, ADDED);
  }

  private static void check(byte[] document, ImportSource.Kind kind, ImportOptions options)
      throws IOException {
    ImportSource source = new ImportSource("ports", kind, () -> new ByteArrayInputStream(document));
    ImportResult result = new Importer(options).run(List.of(source));
    Told.check(result.diagnostics(), document);
    boolean said = result.ruleSets().isEmpty() || result.unread() > 0;
    Claim.that(!said || !result.diagnostics().isEmpty(), "lost in silence", kind);
    if (!result.failed()) {
      Set<String> names = new HashSet<>();
      for (ImportedFile file : result.ruleSets()) {
        Claim.that(names.add(file.name()), "two files of one name", file.name());
        ruleSet(file);
      }
      result.environment().ifPresent(ImporterFuzzTest::environment);
    }
  }

  /** What is written can be read, has as many rules as it says, and means the same when printed. */
  private static void ruleSet(ImportedFile file) {
    Diagnostics diagnostics = new Diagnostics();
    List<RuleSet> ruleSets =
        Installed.ruleSets(file.text().getBytes(UTF_8), Format.YAML, diagnostics);
    Claim.equal(diagnostics.sorted(), List.of(), "what is wrong with " + file.text());
    Claim.that(ruleSets.size() == 1, "not one rule set", file.text());
    RuleSet ruleSet = ruleSets.get(0);
    Claim.equal(
        ruleSet.rules().size() + ruleSet.predefinedRules().size(), file.rules(), "rules written");
    Claim.equal(ruleSet.name() + ".yaml", file.name(), "name");
  }

  private static void environment(ImportedFile file) {
    Diagnostics diagnostics = new Diagnostics();
    Installed.environment(file.text().getBytes(UTF_8), Format.YAML, diagnostics);
    Claim.equal(diagnostics.sorted(), List.of(), "what is wrong with " + file.text());
  }
}

package dev.rulecast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rulecast.analysis.FlowAnalysis;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.PredefinedNames;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.Format;
import java.util.List;
import java.util.Optional;

/** Any bytes as a document, in YAML and in JSON, as rule sets and as an environment. */
class ReaderFuzzTest {
  /** Rule sets with every feature, which environments are bound to. */
  private static final List<RuleSet> HYBRID =
      Installed.ruleSets(
          Installed.resource("examples/rules/hybrid.yaml"), Format.YAML, new Diagnostics());

  @FuzzTest(maxDuration = "")
  void read(byte[] document) {
    ruleSets(document, Format.YAML);
    environment(document, Format.YAML);
    if (mayBeJson(document)) {
      ruleSets(document, Format.JSON);
      environment(document, Format.JSON);
    }
  }

  private static boolean mayBeJson(byte[] document) {
    int start = 0;
    while (start < document.length && Character.isWhitespace(document[start])) {
      start++;
    }
    return start < document.length && (document[start] == '{' || document[start] == '[');
  }

  private static void ruleSets(byte[] document, Format format) {
    Diagnostics diagnostics = new Diagnostics();
    List<RuleSet> ruleSets = Installed.ruleSets(document, format, diagnostics);
    Told.check(diagnostics, document);
    Claim.that(!ruleSets.isEmpty() || diagnostics.hasErrors(), "nothing read, nothing told", "");
    if (diagnostics.hasErrors()) {
      return;
    }
    for (RuleSet ruleSet : ruleSets) {
      printsAndReads(ruleSet);
    }
    bind(ruleSets, Environment.none(), document);
  }

  /** What was read can be written, and means the same then. */
  private static void printsAndReads(RuleSet ruleSet) {
    String printed = Printer.print(ruleSet);
    Diagnostics diagnostics = new Diagnostics();
    List<RuleSet> again = Installed.ruleSets(printed.getBytes(UTF_8), Format.JSON, diagnostics);
    Claim.equal(diagnostics.sorted(), List.of(), "what is wrong with " + printed);
    Claim.equal(again.stream().map(Printer::print).toList(), List.of(printed), "read again");
  }

  private static void environment(byte[] document, Format format) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Environment> environment = Installed.environment(document, format, diagnostics);
    Told.check(diagnostics, document);
    Claim.that(environment.isPresent() || diagnostics.hasErrors(), "nothing told", "");
    if (!diagnostics.hasErrors()) {
      bind(HYBRID, environment.orElseThrow(), document);
    }
  }

  private static void bind(List<RuleSet> ruleSets, Environment environment, byte[] document) {
    Diagnostics diagnostics = new Diagnostics();
    PredefinedNames.check(ruleSets, Installed.all(), diagnostics);
    Policy policy = Installed.bind(ruleSets, environment, diagnostics);
    if (!diagnostics.hasErrors()) {
      FlowAnalysis.report(policy, diagnostics);
    }
    // Places are in the rule sets and in the environment; the longer of them bounds both.
    byte[] hybrid = Installed.resource("examples/rules/hybrid.yaml");
    Told.check(diagnostics, hybrid.length > document.length ? hybrid : document);
  }
}

package dev.rulecast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rulecast.analysis.FlowAnalysis;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.PredefinedNames;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Policy;
import dev.rulecast.read.Format;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Good documents, changed here and there, through all exporters. The bytes say what is changed, so
 * that most of them get past the reader.
 */
class DocumentsFuzzTest {
  /** A pair of rule sets and an environment, each as a list of documents. */
  private record Documents(List<Object> ruleSets, List<Object> environment) {}

  private static final List<Documents> GOOD = good();

  private static List<Documents> good() {
    List<Documents> good = new ArrayList<>();
    for (String name : List.of("hybrid", "monitoring")) {
      good.add(
          new Documents(
              load(Installed.resource("examples/rules/" + name + ".yaml")),
              load(Installed.resource("examples/" + name + ".yaml"))));
    }
    String catalog = "META-INF/rulecast/catalog/netwrix-auditor/";
    good.add(
        new Documents(
            load(Installed.resource(catalog + "logon-activity.yaml")),
            load(Installed.resource("examples/production.yaml"))));
    for (Fixture fixture : Fixtures.all()) {
      good.add(
          new Documents(
              load(fixture.ruleSets().getBytes(UTF_8)),
              fixture.environment().map(e -> load(e.getBytes(UTF_8))).orElse(List.of())));
    }
    return good;
  }

  private static List<Object> load(byte[] text) {
    List<Object> documents = new ArrayList<>();
    new Yaml(new Loading()).loadAll(new String(text, UTF_8)).forEach(documents::add);
    return documents;
  }

  @FuzzTest(maxDuration = "")
  void export(byte[] bytes) throws IOException {
    Choices choices = new Choices(bytes);
    Documents good = choices.of(GOOD);
    List<Object> ruleSets = copies(good.ruleSets);
    List<Object> environment = copies(good.environment);
    List<Object> all = new ArrayList<>(ruleSets);
    all.addAll(environment);
    new Mutations(choices).change(all);
    export(
        dump(ruleSets),
        environment.isEmpty() ? Optional.empty() : Optional.of(dump(environment)),
        choices);
  }

  private static List<Object> copies(List<Object> documents) {
    return new ArrayList<>(documents.stream().map(Mutations::copy).toList());
  }

  private static byte[] dump(List<Object> documents) {
    DumperOptions options = new DumperOptions();
    options.setAllowUnicode(true);
    return new Yaml(options).dumpAll(documents.iterator()).getBytes(UTF_8);
  }

  private static void export(byte[] rules, Optional<byte[]> environmentText, Choices choices)
      throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    List<RuleSet> ruleSets = Installed.ruleSets(rules, Format.YAML, diagnostics);
    Told.check(diagnostics, rules);
    Environment environment = Environment.none();
    if (environmentText.isPresent()) {
      Diagnostics more = new Diagnostics();
      environment =
          Installed.environment(environmentText.get(), Format.YAML, more).orElse(environment);
      Told.check(more, environmentText.get());
      diagnostics.addAll(more);
    }
    PredefinedNames.check(ruleSets, Installed.all(), diagnostics);
    Policy policy = Installed.bind(ruleSets, environment, diagnostics);
    if (diagnostics.hasErrors()) {
      return;
    }
    FlowAnalysis.report(policy, diagnostics);
    Set<String> expired = new HashSet<>();
    diagnostics.sorted().stream()
        .filter(one -> one.id().equals("expired"))
        .forEach(one -> expired.add(one.message().split("`", -1)[1]));
    for (RuleExporter exporter : Installed.exporters().values()) {
      export(exporter, policy, ruleSets, expired, choices);
    }
  }

  private static void export(
      RuleExporter exporter,
      Policy policy,
      List<RuleSet> ruleSets,
      Set<String> expired,
      Choices choices)
      throws IOException {
    Map<String, String> given = new HashMap<>();
    for (Option<?> option : exporter.info().options()) {
      if (choices.oneIn(3)) {
        given.put(option.name(), choices.of(words(option)));
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    OptionValues options = OptionValues.parse(exporter.info(), given, diagnostics);
    if (diagnostics.hasErrors()) {
      options = OptionValues.parse(exporter.info(), Map.of(), new Diagnostics());
    }
    ExportRun run = new ExportRun(exporter, options, policy);
    MemoryFiles files = new MemoryFiles();
    ExportResult result = run.run(files, new TreeMap<>());
    accounted(result, ruleSets, expired);
    Outputs.check(files.files());
    result.warnings().forEach(text -> Claim.that(Told.isReadable(text), "a warning", text));
    if (choices.oneIn(4)) {
      again(run, files.files(), result);
    }
  }

  private static List<String> words(Option<?> option) {
    List<String> words = new ArrayList<>(List.of(option.defaultText(), "x_1"));
    words.addAll(
        List.of("group", "both", "arm", "bicep", "endpoint", "child", "existing", "enable"));
    return words;
  }

  /** Every rule that was accepted has an outcome, unless it is over and that is told. */
  private static void accounted(ExportResult result, List<RuleSet> ruleSets, Set<String> expired) {
    Set<String> rules = new HashSet<>();
    for (RuleSet ruleSet : ruleSets) {
      ruleSet.rules().forEach(rule -> rules.add(ruleSet.name() + "/" + rule.id()));
      ruleSet.predefinedRules().forEach(rule -> rules.add(ruleSet.name() + "/" + rule.id()));
    }
    rules.removeAll(expired);
    Set<String> found = new HashSet<>();
    for (ReportedOutcome outcome : result.outcomes()) {
      found.add(outcome.rule());
      String reason = outcome.outcome().reason();
      Claim.that(reason.isEmpty() || Told.isReadable(reason), "a reason", outcome);
    }
    Claim.equal(found, rules, "rules that " + result.exporter() + " accounts for");
  }

  /** With what it remembered, an exporter writes the same once more. */
  private static void again(ExportRun run, SortedMap<String, String> files, ExportResult result)
      throws IOException {
    MemoryFiles second = new MemoryFiles();
    ExportResult again = run.run(second, result.remembered());
    Claim.equal(second.files(), files, "files of a second export");
    Claim.equal(again, result, "result of a second export");
  }
}

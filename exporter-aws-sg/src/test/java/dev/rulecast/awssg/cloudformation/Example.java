package dev.rulecast.awssg.cloudformation;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Documents that are exported.
 *
 * @param name what is special about them
 * @param fixture the documents
 * @param options with which options
 */
record Example(String name, Fixture fixture, Map<String, String> options) {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String CATALOG = "catalog/src/main/resources/META-INF/rulecast/catalog/";

  /** The files, and how the demands ended. */
  record Output(SortedMap<String, String> files, ExportResult result) {
    String yaml() {
      return files.get("template.yaml");
    }
  }

  static Example of(Fixture fixture) {
    return new Example(fixture.name(), fixture, Map.of());
  }

  /** Every example in YAML. */
  static List<Example> all() throws IOException {
    List<Example> examples = new ArrayList<>();
    Fixture logonActivity =
        Fixture.of("logon-activity", text(CATALOG + "netwrix-auditor/logon-activity.yaml"));
    examples.add(of(logonActivity.named("logon-activity-reusable")));
    Fixture production =
        logonActivity.in(text("examples/production.yaml")).named("logon-activity-production");
    examples.add(of(production));
    examples.add(of(production).with("peers", "group"));
    Fixture monitoring =
        Fixture.of("monitoring", text("examples/rules/monitoring.yaml"))
            .in(text("examples/monitoring.yaml"));
    examples.add(of(monitoring));
    examples.add(of(monitoring).with("peers", "group"));
    Stream.of(
            "lists-and-ranges",
            "ipv6-only",
            "both-families",
            "unbound",
            "external-with-fqdns",
            "any-address",
            "self-flow",
            "two-endpoints-one-cidr",
            "merged-purposes",
            "every-port",
            "icmp-types",
            "other-protocols",
            "source-ports-and-program",
            "deny-overlapping",
            "deny-apart",
            "expired",
            "parameters",
            "predefined-windows")
        .forEach(name -> examples.add(of(Fixtures.named(name))));
    for (String name : List.of("existing-groups", "unbound-families")) {
      examples.add(of(Fixture.resource(Example.class, name)));
    }
    return examples;
  }

  /** The whole catalog, where each of its endpoints has a network. */
  static Example catalog() throws IOException {
    return of(
        Fixture.folder("catalog", REPOSITORY.resolve(CATALOG + "netwrix-auditor"))
            .in(text("examples/netwrix.yaml")));
  }

  /** Every rule set of the catalog by itself. */
  static List<Example> catalogRuleSets() throws IOException {
    String environment = text("examples/netwrix.yaml");
    return Fixture.each(REPOSITORY.resolve(CATALOG + "netwrix-auditor")).stream()
        .map(fixture -> of(fixture.in(environment)))
        .toList();
  }

  static Example named(String name) {
    try {
      return all().stream().filter(e -> e.name.equals(name)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String path) throws IOException {
    return Files.readString(REPOSITORY.resolve(path));
  }

  /** The same with one more option. */
  Example with(String option, String value) {
    Map<String, String> more = new HashMap<>(options);
    more.put(option, value);
    String suffix = option.equals("peers") ? value + "s" : value;
    return new Example(name + "-" + suffix, fixture, Map.copyOf(more));
  }

  boolean groupsFirst() {
    return options.getOrDefault("peers", "").equals("group");
  }

  /** The texts of the documents. */
  String[] documents() {
    return fixture.documents();
  }

  Output export() throws IOException {
    CloudFormationExporter exporter = new CloudFormationExporter();
    Policy policy = fixture.policy(exporter);
    MemoryFiles files = new MemoryFiles();
    OptionValues values = OptionValues.parse(exporter.info(), options, new Diagnostics());
    ExportResult result = new ExportRun(exporter, values, policy).run(files, Map.of());
    return new Output(files.files(), result);
  }

  /** The name, for the titles of tests. */
  @Override
  public String toString() {
    return name;
  }
}

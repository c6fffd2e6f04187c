package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What is approved, and proven with the real Ansible. */
final class Examples {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String CATALOG = "catalog/src/main/resources/META-INF/rulecast/catalog/";
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> GROUP = Map.of("predefined", "group");

  private Examples() {}

  /**
   * An output.
   *
   * @param name its folder of approved files
   * @param fixture what is exported
   * @param options with which options
   * @param previous what an earlier export remembered
   */
  record Example(
      String name, Fixture fixture, Map<String, String> options, Map<String, String> previous) {
    @Override
    public String toString() {
      return name;
    }

    String role() {
      return options.getOrDefault("role", "rulecast_firewall");
    }

    /** The texts of the documents. */
    String[] documents() {
      return Stream.concat(Stream.of(fixture.ruleSets()), fixture.environment().stream())
          .toArray(String[]::new);
    }

    Output export() throws IOException {
      AnsibleExporter exporter = new AnsibleExporter();
      Policy policy = fixture.policy(exporter);
      MemoryFiles files = new MemoryFiles();
      Diagnostics diagnostics = new Diagnostics();
      OptionValues values = OptionValues.parse(exporter.info(), options, diagnostics);
      assertThat(diagnostics.sorted()).isEmpty();
      ExportResult result = new ExportRun(exporter, values, policy).run(files, previous);
      return new Output(files.files(), result);
    }
  }

  /** What an export gave. */
  record Output(SortedMap<String, String> files, ExportResult result) {}

  static Example of(Fixture fixture) {
    return new Example(fixture.name(), fixture, NONE, NONE);
  }

  static Example own(String name) {
    return of(Fixture.resource(Examples.class, name));
  }

  static Fixture logonActivity() throws IOException {
    return Fixture.of("logon-activity", text(CATALOG + "netwrix-auditor/logon-activity.yaml"));
  }

  static Fixture production() throws IOException {
    return logonActivity().in(text("examples/production.yaml"));
  }

  /** Without the settings of other platforms, which are not installed here. */
  static Fixture monitoring() throws IOException {
    String environment =
        text("examples/monitoring.yaml")
            .replaceAll("  [a-z-]+:\n    settings:\n      aws-sg: .*\n", "");
    return Fixture.of("monitoring", text("examples/rules/monitoring.yaml")).in(environment);
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

  static List<Example> all() throws IOException {
    List<Example> examples = new ArrayList<>();
    examples.add(of(logonActivity().named("logon-activity-reusable")));
    examples.add(of(production().named("logon-activity-production")));
    examples.add(
        new Example(
            "logon-activity-production-group",
            production(),
            Map.of("predefined", "group", "role", "auditor_firewall"),
            NONE));
    examples.add(of(monitoring()));
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
    Stream.of("predefined-all", "profiles", "unbound-families", "texts")
        .forEach(name -> examples.add(own(name)));
    Example predefined = own("predefined-all");
    examples.add(new Example("predefined-all-group", predefined.fixture(), GROUP, NONE));
    examples.add(
        new Example(
            "after-another-export",
            Fixtures.named("predefined-windows"),
            NONE,
            Map.of(
                "rulecast_firewall in tcp 5986 collectors to domain-controllers",
                "domain_controllers",
                "rulecast_firewall out tcp 5986 collectors to {{ servers }} \"x\"",
                "old_servers")));
    examples.add(
        new Example(
            "nothing-but-removal",
            Fixtures.named("empty-after-binding"),
            NONE,
            Map.of("rulecast_firewall in tcp 22 admin-hosts to file-servers", "file_servers")));
    return examples;
  }

  private static String text(String path) throws IOException {
    return Files.readString(REPOSITORY.resolve(path));
  }
}

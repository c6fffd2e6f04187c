package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What the exporter is tried with. */
final class NsgExamples {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String CATALOG = "catalog/src/main/resources/META-INF/rulecast/catalog/";

  private NsgExamples() {}

  /**
   * An output.
   *
   * @param name its folder of approved files
   * @param fixture what is exported
   * @param options with which options
   */
  record Example(String name, Fixture fixture, Map<String, String> options) {
    /** The files of the output. */
    SortedMap<String, String> files() {
      return export(fixture, options);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The rules of a product, without an environment. */
  static Fixture logonActivity() {
    return Fixture.of("logon-activity", text(CATALOG + "netwrix-auditor/logon-activity.yaml"));
  }

  /** The same in an environment. */
  static Fixture production() {
    return logonActivity().in(text("examples/production.yaml"));
  }

  /** The whole catalog, where each of its endpoints has a network. */
  static Fixture catalog() {
    return Fixture.folder("catalog", REPOSITORY.resolve(CATALOG + "netwrix-auditor"))
        .in(text("examples/netwrix.yaml"));
  }

  /** Every rule set of the catalog by itself. */
  static List<Fixture> catalogRuleSets() {
    String environment = text("examples/netwrix.yaml");
    return Fixture.each(REPOSITORY.resolve(CATALOG + "netwrix-auditor")).stream()
        .map(fixture -> fixture.in(environment))
        .toList();
  }

  /** Fixtures of this module. */
  static Fixture own(String name) {
    return Fixture.resource(NsgExamples.class, name);
  }

  /** Every example, with the options that make a difference. */
  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    examples.add(new Example("logon-activity-reusable", logonActivity(), Map.of()));
    examples.add(new Example("logon-activity-production", production(), Map.of()));
    examples.add(
        new Example("logon-activity-production-child", production(), Map.of("rules", "child")));
    examples.add(
        new Example(
            "logon-activity-production-deny-rest", production(), Map.of("denyRest", "endpoint")));
    Fixture monitoring =
        Fixture.of("monitoring", text("examples/rules/monitoring.yaml"))
            .in(
                text("examples/monitoring.yaml")
                    .replaceAll("aws-sg: \\{prefixList: .*}", "azure-nsg: {serviceTag: Storage}")
                    .replaceAll(
                        "aws-sg: \\{securityGroup: .*}",
                        "azure-nsg: {applicationSecurityGroup: asg-load-balancers}"));
    examples.add(new Example("monitoring", monitoring, Map.of()));
    for (Fixture fixture : Fixtures.all()) {
      if (!fixture.name().equals("empty-after-binding") && !fixture.name().startsWith("hostile")) {
        examples.add(new Example(fixture.name(), fixture, Map.of()));
      }
    }
    for (String name : List.of("shared-groups", "unbound-families")) {
      examples.add(new Example(name, own(name), Map.of()));
      examples.add(
          new Example(
              name + "-child-deny-rest",
              own(name),
              Map.of("rules", "child", "denyRest", "endpoint")));
    }
    return examples;
  }

  /** The same, and every text that means something somewhere. */
  static List<Example> allAndHostile() {
    List<Example> examples = new ArrayList<>(all());
    Fixture hostile = HostileTexts.fixture("hostile-texts", HostileTexts.all());
    examples.add(new Example("hostile-texts", hostile, Map.of()));
    examples.add(new Example("hostile-texts-child", hostile, Map.of("rules", "child")));
    return examples;
  }

  /** The files of an export. */
  static SortedMap<String, String> export(Fixture fixture, Map<String, String> options) {
    MemoryFiles files = new MemoryFiles();
    run(fixture, options, files);
    return files.files();
  }

  /** An export into files. */
  static ExportResult run(Fixture fixture, Map<String, String> options, MemoryFiles files) {
    AzureNsgExporter exporter = new AzureNsgExporter();
    Policy policy = fixture.policy(exporter);
    Diagnostics diagnostics = new Diagnostics();
    OptionValues values = OptionValues.parse(exporter.info(), options, diagnostics);
    assertThat(diagnostics.hasErrors()).as("%s", diagnostics.sorted()).isFalse();
    try {
      return new ExportRun(exporter, values, policy).run(files, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String path) {
    try {
      return Files.readString(REPOSITORY.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

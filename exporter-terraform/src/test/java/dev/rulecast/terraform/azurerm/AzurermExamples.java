package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.terraform.TerraformExporter;
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

/** What the exporter for Azure is tried with. */
final class AzurermExamples {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String CATALOG = "catalog/src/main/resources/META-INF/rulecast/catalog/";
  private static final Map<String, String> NO_OPTIONS = Map.of();
  private static final Map<String, String> ALL_OPTIONS =
      Map.of("groups", "existing", "denyRest", "endpoint");

  private AzurermExamples() {}

  /**
   * An output.
   *
   * @param name its folder of approved files
   * @param fixture what is exported
   * @param options with which options
   */
  record Example(String name, Fixture fixture, Map<String, String> options) {
    /** The files of the output. */
    SortedMap<String, String> files() throws IOException {
      MemoryFiles files = new MemoryFiles();
      assertThat(run(fixture, options, files).remembered()).isEmpty();
      return files.files();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** An export into files. */
  static ExportResult run(Fixture fixture, Map<String, String> options, MemoryFiles files)
      throws IOException {
    TerraformAzurermExporter exporter = new TerraformAzurermExporter();
    Diagnostics diagnostics = new Diagnostics();
    OptionValues values = OptionValues.parse(exporter.info(), options, diagnostics);
    assertThat(diagnostics.hasErrors()).as("%s", diagnostics.sorted()).isFalse();
    return new ExportRun(exporter, values, fixture.policy(exporter)).run(files, Map.of());
  }

  /** The rules of a product, without an environment. */
  static Fixture logonActivity() throws IOException {
    return Fixture.of("logon-activity", text(CATALOG + "netwrix-auditor/logon-activity.yaml"));
  }

  /** The same in an environment. */
  static Fixture production() throws IOException {
    return logonActivity().in(text("examples/production.yaml"));
  }

  /** The whole catalog, where each of its endpoints has a network. */
  static Example catalog() throws IOException {
    Fixture fixture =
        Fixture.folder("catalog", REPOSITORY.resolve(CATALOG + "netwrix-auditor"))
            .in(text("examples/netwrix.yaml"));
    return new Example("catalog", fixture, NO_OPTIONS);
  }

  /** Fixtures of this module. */
  static List<Fixture> own() {
    return List.of(
        Fixture.resource(AzurermExamples.class, "odd-groups"),
        Fixture.resource(TerraformExporter.class, "unbound-families"));
  }

  /** Every example, with the options that make a difference. */
  static List<Example> all() throws IOException {
    List<Example> examples = new ArrayList<>();
    examples.add(new Example("logon-activity-reusable", logonActivity(), NO_OPTIONS));
    examples.add(new Example("logon-activity-production", production(), NO_OPTIONS));
    examples.add(
        new Example(
            "logon-activity-production-existing", production(), Map.of("groups", "existing")));
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
    examples.add(new Example("monitoring", monitoring, NO_OPTIONS));
    for (Fixture fixture : Fixtures.all()) {
      if (!fixture.name().equals("empty-after-binding") && !fixture.name().startsWith("hostile")) {
        examples.add(new Example(fixture.name(), fixture, NO_OPTIONS));
      }
    }
    for (Fixture fixture : own()) {
      examples.add(new Example(fixture.name(), fixture, NO_OPTIONS));
      examples.add(new Example(fixture.name() + "-existing-deny-rest", fixture, ALL_OPTIONS));
    }
    return examples;
  }

  private static String text(String path) throws IOException {
    return Files.readString(REPOSITORY.resolve(path));
  }
}

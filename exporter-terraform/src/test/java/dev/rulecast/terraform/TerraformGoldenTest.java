package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.Golden;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of every example, as the engineer who has to approve it sees it. */
class TerraformGoldenTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String CATALOG = "catalog/src/main/resources/META-INF/rulecast/catalog/";

  private final Golden golden = Golden.of(TerraformGoldenTest.class);

  /**
   * An output.
   *
   * @param name its folder of approved files
   * @param fixture what is exported
   * @param options with which options
   */
  private record Example(String name, Fixture fixture, Map<String, String> options) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Fixture logonActivity =
        Fixture.of("logon-activity", text(CATALOG + "netwrix-auditor/logon-activity.yaml"));
    examples.add(new Example("logon-activity-reusable", logonActivity, Map.of()));
    Fixture production = logonActivity.in(text("examples/production.yaml"));
    examples.add(new Example("logon-activity-production", production, Map.of()));
    examples.add(
        new Example("logon-activity-production-groups", production, Map.of("peers", "group")));
    Fixture monitoring =
        Fixture.of("monitoring", text("examples/rules/monitoring.yaml"))
            .in(text("examples/monitoring.yaml"));
    examples.add(new Example("monitoring", monitoring, Map.of()));
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
        .forEach(name -> examples.add(new Example(name, Fixtures.named(name), Map.of())));
    for (String name : List.of("existing-groups", "unbound-families")) {
      Fixture fixture = Fixture.resource(TerraformGoldenTest.class, name);
      examples.add(new Example(name, fixture, Map.of()));
    }
    return examples;
  }

  private static String text(String path) throws IOException {
    return Files.readString(REPOSITORY.resolve(path));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void writesTheApprovedFiles(Example example) throws IOException {
    golden.verify(example.name, export(example));
  }

  @Test
  void everyApprovedFileHasATest() throws IOException {
    golden.verifyNames(examples().stream().map(Example::name).toList());
  }

  private static SortedMap<String, String> export(Example example) throws IOException {
    TerraformExporter exporter = new TerraformExporter();
    Policy policy = example.fixture.policy(exporter);
    MemoryFiles files = new MemoryFiles();
    OptionValues options = OptionValues.parse(exporter.info(), example.options, new Diagnostics());
    ExportResult result = new ExportRun(exporter, options, policy).run(files, Map.of());
    assertThat(result.remembered()).isEmpty();
    return files.files();
  }
}

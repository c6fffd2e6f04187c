package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
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
class NetAppOntapGoldenTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String CATALOG = "catalog/src/main/resources/META-INF/rulecast/catalog/";

  private final Golden golden = Golden.of(NetAppOntapGoldenTest.class);

  /**
   * An output.
   *
   * @param name its folder of approved files
   * @param fixture what is exported
   * @param settings for its endpoints
   */
  private record Example(String name, Fixture fixture, Map<String, Record> settings) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String release : List.of("8.2", "9.5", "9.8", "9.13")) {
      examples.add(new Example("vendor-" + release, Examples.vendor(release), Map.of()));
      examples.add(new Example("services-" + release, Examples.services(release), Map.of()));
    }
    // One release for each, so that all of them are here.
    Map.of(
            "any-address", "9.13",
            "both-families", "9.5",
            "ipv6-only", "9.8",
            "two-endpoints-one-cidr", "8.2",
            "deny-overlapping", "9.13",
            "deny-apart", "9.8",
            "parameters", "9.13")
        .forEach(
            (name, release) -> {
              Fixture fixture = Fixtures.named(name);
              examples.add(new Example(name, fixture, OntapContract.settings(fixture, release)));
            });
    return examples;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void writesTheApprovedFiles(Example example) throws IOException {
    golden.verify(example.name, export(example));
  }

  @Test
  void everyApprovedFileHasATest() {
    golden.verifyNames(examples().stream().map(Example::name).toList());
  }

  /** Fixtures and examples in which nothing is a service that ONTAP opens by name. */
  static Stream<Fixture> withoutServices() throws IOException {
    Fixture logonActivity =
        Fixture.of("logon-activity", text(CATALOG + "netwrix-auditor/logon-activity.yaml"));
    return Stream.of(
        logonActivity,
        Fixtures.named("empty-after-binding"),
        Fixtures.named("lists-and-ranges"),
        Fixtures.named("self-flow"),
        Fixtures.named("icmp-types"),
        Fixtures.named("other-protocols"));
  }

  private static String text(String path) throws IOException {
    return Files.readString(REPOSITORY.resolve(path));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withoutServices")
  void writesNothingWhereThereIsNoService(Fixture fixture) throws IOException {
    Map<String, Record> settings = OntapContract.settings(fixture, "9.13");
    assertThat(export(new Example(fixture.name(), fixture, settings))).isEmpty();
  }

  private static SortedMap<String, String> export(Example example) throws IOException {
    NetAppOntapExporter exporter = new NetAppOntapExporter();
    MemoryFiles files = new MemoryFiles();
    OptionValues options = OptionValues.parse(exporter.info(), Map.of(), new Diagnostics());
    new ExportRun(exporter, options, example.fixture.policy(exporter, example.settings))
        .run(files, Map.of());
    return files.files();
  }
}

package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import dev.rulecast.testkit.Outcomes;
import dev.rulecast.testkit.RandomDocuments;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.nsg.NsgNetworks;
import dev.rulecast.testkit.nsg.NsgProof;
import dev.rulecast.testkit.nsg.RandomNsgSettings;
import dev.rulecast.testkit.reference.ConnectionProof.Figures;
import dev.rulecast.testkit.reference.Expectation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the documents: both templates say the same, the groups let through what the documents
 * say and what the table of widenings permits, and the outcomes are those that follow from the
 * documents alone.
 */
class RandomNsgTest {
  static LongStream seeds() {
    return Seeds.of(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysWhatTheDocumentsSay(long seed) {
    Random random = new Random(seed);
    Map<String, String> options = new HashMap<>();
    options.put("rules", random.nextBoolean() ? "inline" : "child");
    options.put("denyRest", random.nextBoolean() ? "none" : "endpoint");
    Fixture fixture = RandomDocuments.of(seed, RandomNsgSettings.options());
    MemoryFiles memory = new MemoryFiles();
    ExportResult result = NsgExamples.run(fixture, options, memory);
    SortedMap<String, String> files = memory.files();

    NsgNetworks networks = new NsgNetworks(fixture, random.nextBoolean());
    Expectation plain = networks.expectation();
    assertThat(Outcomes.of(result)).isEqualTo(plain.outcomes());
    if (plain.writtenEndpoints().isEmpty()) {
      assertThat(files).isEmpty();
      return;
    }
    String json = files.get("azuredeploy.json");
    assertThat(BicepCompiler.compile(BicepReader.statements(files.get("main.bicep"))))
        .isEqualTo(BicepEqualsArmTest.json(json));
    Map<String, List<String>> inputs = ArmInputs.given(json, networks);
    Figures figures =
        NsgProof.compare(
            networks.expectation(),
            ArmTemplate.deploy(json, inputs),
            networks.behind(),
            options.get("denyRest").equals("endpoint"));
    assertThat(figures.pairs()).isPositive();
  }
}

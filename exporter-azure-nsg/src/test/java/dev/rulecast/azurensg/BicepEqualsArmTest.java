package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.azurensg.NsgExamples.Example;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.RandomDocuments;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.nsg.RandomNsgSettings;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code main.bicep}, compiled, is {@code azuredeploy.json}: all values, escapes included. */
class BicepEqualsArmTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a JSON file says. */
  static Map<String, Object> json(String text) {
    return JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.rulecast.azurensg.NsgExamples#allAndHostile")
  void saysTheSame(Example example) {
    SortedMap<String, String> files = example.files();
    assertThat(BicepCompiler.compile(BicepReader.statements(files.get("main.bicep"))))
        .isEqualTo(json(files.get("azuredeploy.json")));
  }

  /** Some of those with which {@link RandomNsgTest} tries the other parser. */
  private static List<Example> random() {
    List<Example> examples = new ArrayList<>();
    for (long seed : Seeds.of(48).toArray()) {
      Fixture fixture = RandomDocuments.of(seed, RandomNsgSettings.options());
      Example example =
          new Example(
              fixture.name(),
              fixture,
              Map.of(
                  "rules", seed % 2 == 0 ? "inline" : "child",
                  "denyRest", seed % 3 == 0 ? "none" : "endpoint"));
      if (!example.files().isEmpty()) {
        examples.add(example);
      }
    }
    return examples;
  }

  @Test
  @WithTools(Tool.TREE_SITTER_BICEP)
  void saysTheSameToAnIndependentParser(@TempDir Path folder) throws Exception {
    List<Example> examples = new ArrayList<>(NsgExamples.allAndHostile());
    examples.addAll(random());
    List<String> command = new ArrayList<>();
    command.addAll(List.of("node", "src/test/bicep/read.mjs"));
    command.add(Tool.treeSitterBicep().orElseThrow().toString());
    for (Example example : examples) {
      Path file = folder.resolve(example.name() + ".bicep");
      Files.writeString(file, example.files().get("main.bicep"));
      command.add(file.toString());
    }
    Path log = folder.resolve("log");
    Path trees = folder.resolve("trees");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(trees.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("node ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    List<String> lines = Files.readAllLines(trees);
    assertThat(lines).hasSameSizeAs(examples);
    for (int i = 0; i < lines.size(); i++) {
      List<Map<String, Object>> statements =
          JSON.readValue(lines.get(i), new TypeReference<List<Map<String, Object>>>() {});
      assertThat(BicepCompiler.compile(statements))
          .as(examples.get(i).name())
          .isEqualTo(json(examples.get(i).files().get("azuredeploy.json")));
    }
  }
}

package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.azurensg.NsgExamples.Example;
import java.util.Map;
import java.util.SortedMap;
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
}

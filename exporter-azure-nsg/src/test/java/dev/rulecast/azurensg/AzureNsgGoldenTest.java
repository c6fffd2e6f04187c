package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.azurensg.NsgExamples.Example;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.Golden;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of every example, as the engineer who has to approve it sees it. */
class AzureNsgGoldenTest {
  private final Golden golden = Golden.of(AzureNsgGoldenTest.class);

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.rulecast.azurensg.NsgExamples#all")
  void writesTheApprovedFiles(Example example) {
    golden.verify(example.name(), example.files());
  }

  @Test
  void everyApprovedFileHasATest() {
    golden.verifyNames(NsgExamples.all().stream().map(Example::name).toList());
  }

  @Test
  void writesNothingWhereItManagesNothing() {
    assertThat(NsgExamples.export(Fixtures.named("empty-after-binding"), Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"arm, azuredeploy.json", "bicep, main.bicep"})
  void writesOneFormatIfAsked(String format, String file) {
    Map<String, String> both = NsgExamples.export(NsgExamples.production(), Map.of());
    Map<String, String> one =
        NsgExamples.export(NsgExamples.production(), Map.of("format", format));
    assertThat(one).containsOnlyKeys(file, "README.md").containsEntry(file, both.get(file));
    assertThat(one.get("README.md"))
        .contains("--template-file " + file)
        .doesNotContain(format.equals("arm") ? "main.bicep" : "azuredeploy.json");
  }
}

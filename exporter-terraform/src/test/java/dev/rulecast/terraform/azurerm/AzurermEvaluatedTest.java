package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Seeds;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many more modules of random documents than Terraform has time for. That it would plan the same is
 * shown by {@link AzurermRandomTest}.
 */
class AzurermEvaluatedTest {
  static LongStream seeds() {
    return Seeds.of(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysWhatTheDocumentsSay(long seed) throws IOException {
    RandomAzurerm module = RandomAzurerm.of(seed);
    if (module.written()) {
      EvaluatedAzurerm evaluated = new EvaluatedAzurerm(module.call());
      assertThat(evaluated.refusals()).isEmpty();
      module.compare(PlannedGroups.of(evaluated.plan(), module.call().address()));
    }
  }
}

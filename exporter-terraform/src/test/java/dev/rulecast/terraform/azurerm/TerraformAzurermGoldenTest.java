package dev.rulecast.terraform.azurerm;

import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.testkit.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of every example, as the engineer who has to approve it sees it. */
class TerraformAzurermGoldenTest {
  private final Golden golden = Golden.of(TerraformAzurermGoldenTest.class);

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.rulecast.terraform.azurerm.AzurermExamples#all")
  void writesTheApprovedFiles(Example example) throws IOException {
    golden.verify(example.name(), example.files());
  }

  @Test
  void everyApprovedFileHasATest() throws IOException {
    golden.verifyNames(AzurermExamples.all().stream().map(Example::name).toList());
  }
}

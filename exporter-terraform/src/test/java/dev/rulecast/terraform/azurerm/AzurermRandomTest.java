package dev.rulecast.terraform.azurerm;

import dev.rulecast.terraform.StubProviders;
import dev.rulecast.terraform.TerraformRunner;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the documents: the groups that the real Terraform plans let through what they say and
 * what the table of widenings permits. All modules are planned at once.
 */
@WithTools(Tool.TERRAFORM_STUB)
class AzurermRandomTest {
  @TempDir private Path folder;

  @Test
  void saysWhatTheDocumentsSay() throws IOException {
    List<RandomAzurerm> modules = new ArrayList<>();
    for (long seed : Seeds.of(36).toArray()) {
      RandomAzurerm module = RandomAzurerm.of(seed);
      if (module.written()) {
        modules.add(module);
      }
    }
    AzurermRoot root = new AzurermRoot(folder.resolve("root"));
    root.write(modules.stream().map(RandomAzurerm::call).toList());
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      JsonNode plan = terraform.plan();
      for (RandomAzurerm module : modules) {
        module.compare(PlannedGroups.of(plan, module.call().address()));
        new EvaluatedAzurerm(module.call()).requireSame(plan);
      }
    }
  }
}

package dev.rulecast.terraform.azurerm;

import java.util.Map;

/** The contract where rules are added to groups that exist. */
class TerraformAzurermExistingContractTest extends TerraformAzurermContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("groups", "existing");
  }
}

package dev.rulecast.terraform.azurerm;

import java.util.Map;

/** The contract where all other traffic is denied. */
class TerraformAzurermDenyRestContractTest extends TerraformAzurermContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("denyRest", "endpoint");
  }
}

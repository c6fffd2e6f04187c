package dev.rulecast.azurensg;

import java.util.Map;

/** The contract where all other traffic is denied. */
class AzureNsgDenyRestContractTest extends AzureNsgContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("denyRest", "endpoint");
  }
}

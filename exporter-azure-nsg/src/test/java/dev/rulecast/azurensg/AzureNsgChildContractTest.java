package dev.rulecast.azurensg;

import java.util.Map;

/** The contract where rules are added to groups that exist. */
class AzureNsgChildContractTest extends AzureNsgContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("rules", "child");
  }
}

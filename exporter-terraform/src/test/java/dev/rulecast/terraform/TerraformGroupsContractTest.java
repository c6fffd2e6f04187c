package dev.rulecast.terraform;

import java.util.Map;

/** The contract where groups stand for the endpoints that have both. */
class TerraformGroupsContractTest extends TerraformContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("peers", "group");
  }
}

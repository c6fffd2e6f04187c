package dev.rulecast.awssg.cloudformation;

import java.util.Map;

/** The contract for JSON. */
class CloudFormationJsonContractTest extends CloudFormationContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("format", "json");
  }
}

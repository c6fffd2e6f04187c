package dev.rulecast.awssg.cloudformation;

import java.util.Map;

/** The contract where groups stand for the endpoints that have both. */
class CloudFormationGroupsContractTest extends CloudFormationContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("peers", "group");
  }
}

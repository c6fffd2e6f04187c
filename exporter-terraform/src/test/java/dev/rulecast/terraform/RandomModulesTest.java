package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.hcl.EvaluatedModule;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.RandomAws;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.Permission;
import dev.rulecast.testkit.reference.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The modules of documents that nobody thought of mean what the documents say. */
class RandomModulesTest {
  private static final JsonMapper JSON = new JsonMapper();

  static LongStream seeds() {
    return Seeds.of(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void meansWhatTheDocumentsSay(long seed) throws IOException {
    RandomModules module = RandomModules.of(seed);
    Reference reference = Reference.of(Fixture.AS_OF, module.documents());
    assertThat(RandomAws.outcomes(module.result()))
        .containsExactlyElementsOf(reference.awsOutcomes());
    if (module.files().isEmpty()) {
      assertThat(reference.awsSecurityGroups(AwsOptions.defaults())).isEmpty();
      return;
    }
    Map<String, Object> variables = module.variables();
    EvaluatedModule evaluated = module.evaluated(variables);
    assertThat(evaluated.refusals()).isEmpty();
    SortedSet<Permission> permissions = permissions(evaluated);
    AwsOptions options = new AwsOptions(RandomAws.groupsFirst(seed), ProofCase.inputs(variables));
    assertThat(permissions).containsExactlyElementsOf(reference.awsSecurityGroups(options));
    assertThat(module.world().problems(options, permissions)).isEmpty();
  }

  /** As a plan's JSON has it, read as that is. */
  private static SortedSet<Permission> permissions(EvaluatedModule module) {
    List<JsonNode> changes = new ArrayList<>();
    Map<String, String> groups = new TreeMap<>();
    module
        .planned()
        .forEach(
            (address, arguments) -> {
              String type = address.substring(0, address.indexOf('.'));
              changes.add(
                  JSON.valueToTree(
                      Map.of(
                          "address", address, "type", type, "change", Map.of("after", arguments))));
              if (type.equals("aws_security_group")) {
                groups.put(
                    "id of " + address, address.substring(type.length() + 1).replace('_', '-'));
              }
            });
    Map<String, Object> outputs = new TreeMap<>();
    groups.forEach(
        (id, endpoint) -> outputs.put(endpoint.replace('-', '_') + "_security_group_id", id));
    assertThat(module.outputs()).isEqualTo(outputs);
    return TerraformPlan.permissions(changes, groups);
  }
}

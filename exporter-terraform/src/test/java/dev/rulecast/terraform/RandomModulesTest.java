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
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules of documents that nobody thought of mean what the documents say. */
class RandomModulesTest {
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
    String type = "aws_security_group.";
    Map<String, String> groups = new TreeMap<>();
    for (String address : module.planned().keySet()) {
      if (address.startsWith(type)) {
        groups.put("id of " + address, address.substring(type.length()).replace('_', '-'));
      }
    }
    Map<String, Object> outputs = new TreeMap<>();
    groups.forEach(
        (id, endpoint) -> outputs.put(endpoint.replace('-', '_') + "_security_group_id", id));
    assertThat(module.outputs()).isEqualTo(outputs);
    return TerraformPlan.permissions(module.changes("module.random"), groups);
  }
}

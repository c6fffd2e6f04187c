package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.RandomAws;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.AwsWorld;
import dev.rulecast.testkit.reference.Reference;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of documents that nobody thought of mean what the documents say. */
class RandomStacksTest {
  static LongStream seeds() {
    return Seeds.of(200);
  }

  static Example example(long seed) {
    Map<String, String> options = new HashMap<>(Map.of("peers", RandomAws.peers(seed)));
    if (seed % 3 == 0) {
      options.put("format", "json");
    }
    Fixture fixture = RandomAws.fixture(seed);
    return new Example(fixture.name(), fixture, Map.copyOf(options));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void meansWhatTheDocumentsSay(long seed) throws IOException {
    Example example = example(seed);
    Example.Output output = example.export();
    Reference reference = Reference.of(Fixture.AS_OF, example.documents());
    assertThat(RandomAws.outcomes(output.result()))
        .containsExactlyElementsOf(reference.awsOutcomes());
    String file = "template." + example.options().getOrDefault("format", "yaml");
    if (!output.files().containsKey(file)) {
      assertThat(reference.awsSecurityGroups(AwsOptions.defaults())).isEmpty();
      return;
    }
    Map<String, Object> template = TemplateReader.read(file, output.files().get(file));
    Map<String, List<String>> inputs = new TreeMap<>();
    Map<String, String> values = new HashMap<>();
    DeployedStack.prefixLists(template)
        .forEach(
            (endpoint, name) -> {
              String id = "pl-%08x".formatted(inputs.size() + 1);
              inputs.put(endpoint, List.of(id));
              values.put(name, id);
            });
    if (template.toString().contains("VpcId")) {
      values.put("VpcId", "vpc-0123456789abcdef0");
    }
    DeployedStack stack = DeployedStack.of(template, values);
    assertThat(stack.refused()).isEmpty();
    AwsOptions options = new AwsOptions(example.groupsFirst(), inputs);
    assertThat(stack.permissions()).containsExactlyElementsOf(reference.awsSecurityGroups(options));
    AwsWorld world = AwsWorld.of(Fixture.AS_OF, example.documents());
    assertThat(world.problems(options, stack.permissions())).isEmpty();
  }
}

package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of every example, as the engineer who has to approve it sees it. */
class CloudFormationGoldenTest {
  private final Golden golden = Golden.of(CloudFormationGoldenTest.class);

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>(Example.all());
    for (String name : List.of("logon-activity-production", "monitoring", "existing-groups")) {
      examples.add(Example.named(name).with("format", "json"));
    }
    return examples;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void writesTheApprovedFiles(Example example) throws IOException {
    Example.Output output = example.export();
    assertThat(output.result().remembered()).isEmpty();
    golden.verify(example.name(), output.files());
  }

  @Test
  void everyApprovedFileHasATest() throws IOException {
    golden.verifyNames(examples().stream().map(Example::name).toList());
  }
}

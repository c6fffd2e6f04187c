package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of every example, as the engineer who has to approve it sees it. */
class AnsibleGoldenTest {
  private final Golden golden = Golden.of(AnsibleGoldenTest.class);

  static List<Example> examples() throws IOException {
    return Examples.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void writesTheApprovedFiles(Example example) throws IOException {
    golden.verify(example.name(), example.export().files());
  }

  @Test
  void everyApprovedFileHasATest() throws IOException {
    golden.verifyNames(examples().stream().map(Example::name).toList());
  }

  @Test
  void writesNothingWhereItManagesNothing() throws IOException {
    assertThat(Examples.of(Fixtures.named("empty-after-binding")).export().files()).isEmpty();
  }
}

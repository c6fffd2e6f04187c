package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.Reference;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of every example mean what their documents say, read by another hand. */
class CloudFormationProofTest {
  static List<Example> examples() throws IOException {
    return Example.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void meansWhatTheDocumentsSay(Example example) throws IOException {
    Map<String, Object> template = TemplateReader.yaml(example.export().yaml());
    Map<String, String> lists = DeployedStack.prefixLists(template);
    Map<String, String> values = new HashMap<>();
    Map<String, List<String>> inputs = new TreeMap<>();
    lists.forEach(
        (endpoint, parameter) -> {
          String list = "pl-%08x".formatted(inputs.size() + 1);
          values.put(parameter, list);
          inputs.put(endpoint, List.of(list));
        });
    if (template.toString().contains("VpcId")) {
      values.put("VpcId", "vpc-0123456789abcdef0");
    }
    AwsOptions options = new AwsOptions(example.groupsFirst(), inputs);
    assertThat(DeployedStack.of(template, values).permissions())
        .containsExactlyElementsOf(
            Reference.of(Fixture.AS_OF, example.documents()).awsSecurityGroups(options));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void saysTheSameInJson(Example example) throws IOException {
    Map<String, String> files = example.with("format", "json").export().files();
    assertThat(files).containsOnlyKeys("template.json", "README.md");
    assertThat(TemplateReader.json(files.get("template.json")))
        .isEqualTo(TemplateReader.yaml(example.export().yaml()));
  }
}

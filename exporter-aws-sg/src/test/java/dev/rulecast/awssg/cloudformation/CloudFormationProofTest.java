package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of every example mean what their documents say, read by another hand. */
class CloudFormationProofTest {
  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>(Example.all());
    examples.add(Example.catalog());
    examples.addAll(Example.catalogRuleSets());
    return examples;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void meansWhatTheDocumentsSay(Example example) throws IOException {
    Map<String, Object> template = TemplateReader.yaml(example.export().yaml());
    Map<String, List<String>> inputs = new TreeMap<>();
    for (String endpoint : DeployedStack.prefixLists(template).keySet()) {
      inputs.put(endpoint, List.of("pl-%08x".formatted(inputs.size() + 1)));
    }
    DeployedStack stack = DeployedStack.of(template, values(template, inputs));
    assertThat(stack.refused()).isEmpty();
    AwsOptions options = new AwsOptions(example.groupsFirst(), inputs);
    assertThat(stack.permissions())
        .containsExactlyElementsOf(
            Reference.of(Fixture.AS_OF, example.documents()).awsSecurityGroups(options));
  }

  private static Map<String, String> values(
      Map<String, Object> template, Map<String, List<String>> inputs) {
    Map<String, String> values = new HashMap<>();
    DeployedStack.prefixLists(template)
        .forEach((endpoint, name) -> values.put(name, inputs.get(endpoint).get(0)));
    if (template.toString().contains("VpcId")) {
      values.put("VpcId", "vpc-0123456789abcdef0");
    }
    return values;
  }

  @Test
  void refusesOneListForTwoEndpointsOfOnePermission() throws IOException {
    Map<String, Object> template = TemplateReader.yaml(Example.named("monitoring").export().yaml());
    Map<String, List<String>> same =
        Map.of("mail-relay", List.of("pl-1a2b3c4d"), "status-page", List.of("pl-1a2b3c4d"));
    assertThat(DeployedStack.of(template, values(template, same)).refused())
        .containsExactly(
            "MailRelayPrefixListId must not be the same as StatusPagePrefixListId:"
                + " a rule would occur twice.");
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

package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.RuleSetTitle;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackReadmeTest {
  private static final SecurityGroup CREATED = Plans.group("web", List.of(), List.of());
  private static final SecurityGroup EXISTING = Plans.existing("sg-1a2b3c4d", List.of(), List.of());

  private static String readme(AwsSgPlan plan, Format format, long bytes) throws IOException {
    Policy policy =
        new Policy(
            List.of(new RuleSetTitle("test", "Test", Optional.empty())),
            List.of(),
            List.of(),
            List.of());
    StringWriter out = new StringWriter();
    StackTemplate template = StackTemplates.of(policy, plan);
    new StackReadme(policy, plan, template, format, bytes).write(out);
    return out.toString();
  }

  private static String readme(SecurityGroup group, InputNeeds... inputs) throws IOException {
    return readme(Plans.plan(List.of(group), inputs), Format.YAML, 1);
  }

  @Test
  void beginsWithWhatEveryReadmeOfSecurityGroupsSays() throws IOException {
    assertThat(readme(CREATED))
        .startsWith("# EC2 security groups")
        .contains("a group of this template permits no other outbound traffic");
  }

  @Test
  void saysHowTheFileIsDeployed() throws IOException {
    assertThat(readme(CREATED))
        .contains(
            """
            aws cloudformation deploy --template-file template.yaml \\
              --parameter-overrides \\
                VpcId=vpc-0123456789abcdef0 \\
              --stack-name firewall
            """);
  }

  @Test
  void saysThatJsonHasNoComments() throws IOException {
    AwsSgPlan plan = Plans.plan(List.of(CREATED));
    assertThat(readme(plan, Format.JSON, 1))
        .contains("--template-file template.json", "JSON has no comments");
    assertThat(readme(plan, Format.YAML, 1)).doesNotContain("JSON");
  }

  @Test
  void saysThatALargeTemplateComesFromS3() throws IOException {
    AwsSgPlan plan = Plans.plan(List.of(CREATED));
    assertThat(readme(plan, Format.YAML, 51_200)).doesNotContain("S3", "--s3-bucket");
    assertThat(readme(plan, Format.YAML, 51_201))
        .contains("  --s3-bucket BUCKET \\\n", "has to come from S3");
  }

  @Test
  void explainsPrefixListsWhereOneIsAskedFor() throws IOException {
    String explanation = "A prefix list holds addresses of one family";
    InputNeeds office = new InputNeeds(Plans.endpoint("office"), List.of(Plans.IPV4));
    assertThat(readme(CREATED, office)).contains(explanation, "| OfficePrefixListId | ");
    assertThat(readme(CREATED)).doesNotContain(explanation);
  }

  @Test
  void namesTheOutputsWhereGroupsAreMade() throws IOException {
    assertThat(readme(CREATED)).contains("## Outputs", "| WebSecurityGroupId | ");
    assertThat(readme(EXISTING)).doesNotContain("## Outputs");
  }
}

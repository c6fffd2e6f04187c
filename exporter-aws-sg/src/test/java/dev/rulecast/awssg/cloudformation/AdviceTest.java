package dev.rulecast.awssg.cloudformation;

import static dev.rulecast.awssg.cloudformation.Plans.EITHER;
import static dev.rulecast.awssg.cloudformation.Plans.EVERYTHING;
import static dev.rulecast.awssg.cloudformation.Plans.HTTPS;
import static dev.rulecast.awssg.cloudformation.Plans.IPV4;
import static dev.rulecast.awssg.cloudformation.Plans.IPV6;
import static dev.rulecast.awssg.cloudformation.Plans.block;
import static dev.rulecast.awssg.cloudformation.Plans.endpoint;
import static dev.rulecast.awssg.cloudformation.Plans.existing;
import static dev.rulecast.awssg.cloudformation.Plans.group;
import static dev.rulecast.awssg.cloudformation.Plans.permission;
import static dev.rulecast.awssg.cloudformation.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.awssg.cloudformation.StackTemplate.Output;
import dev.rulecast.model.IpFamily;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the user is told before he deploys a template. */
class AdviceTest {
  private static final Permission TO_A_GROUP =
      permission(HTTPS, new Peer.ExistingGroup("sg-1a2b3c4d"));

  private static StackTemplate template(Output... outputs) {
    return new StackTemplate(
        List.of("test"), "Test", List.of(), List.of(), List.of(), List.of(outputs));
  }

  private static List<String> advice(AwsSgPlan plan) {
    return Advice.of(plan, template(new Output("A", "B", "C")), "template.yaml", 0);
  }

  private static List<String> needing(List<Set<IpFamily>> needs) {
    return advice(plan(List.of(), new InputNeeds(endpoint("office"), needs)));
  }

  private static List<String> outbound(Permission... egress) {
    return advice(plan(List.of(group("web", List.of(), List.of(egress)))));
  }

  private static Permission wide(IpPermission traffic, String cidr) {
    return permission(traffic, block(cidr));
  }

  @Test
  void saysWhereOnePrefixListIsNotEnough() {
    assertThat(needing(List.of(IPV4, IPV6)))
        .containsExactly(
            "Some rules need IPv4 addresses of `office` and some IPv6; a prefix list has one family,"
                + " and the rules of the other open nothing.");
  }

  @Test
  void saysNothingWhereAPrefixListOfOneFamilyServesEveryRule() {
    assertThat(needing(List.of(IPV4, EITHER))).isEmpty();
    assertThat(needing(List.of(IPV6, EITHER))).isEmpty();
    assertThat(needing(List.of(EITHER))).isEmpty();
  }

  @Test
  void saysWhereCloudFormationMayRemoveARuleForEverything() {
    String losing =
        "The security group of `web` permits everything outbound: CloudFormation may remove that"
            + " rule when it adds the others.";
    assertThat(outbound(wide(EVERYTHING, "0.0.0.0/0"), TO_A_GROUP)).containsExactly(losing);
    assertThat(outbound(wide(EVERYTHING, "::/0"), TO_A_GROUP)).containsExactly(losing);
  }

  @Test
  void saysNothingWhereNoRuleIsLikeAwsOwn() {
    assertThat(outbound(wide(HTTPS, "0.0.0.0/0"), TO_A_GROUP)).isEmpty();
    assertThat(outbound(wide(EVERYTHING, "10.0.0.0/8"), TO_A_GROUP)).isEmpty();
    assertThat(outbound(permission(EVERYTHING, new Peer.PrefixList("pl-1a2b3c4d")), TO_A_GROUP))
        .isEmpty();
  }

  /** It is the first outbound rule outside the group that makes CloudFormation remove another. */
  @Test
  void saysNothingWhereAllRulesAreInsideTheGroup() {
    assertThat(outbound(wide(EVERYTHING, "0.0.0.0/0"), wide(HTTPS, "10.0.0.0/8"))).isEmpty();
    SecurityGroup inbound =
        group("web", List.of(TO_A_GROUP), List.of(wide(EVERYTHING, "0.0.0.0/0")));
    assertThat(advice(plan(List.of(inbound)))).isEmpty();
  }

  @Test
  void saysWhereThereAreNoOutputs() {
    AwsSgPlan created = plan(List.of(group("a", List.of(), List.of())));
    assertThat(Advice.of(created, template(), "template.json", 0))
        .containsExactly(
            "template.json has no outputs: a stack has at most 200, and there are 1 security"
                + " groups.");
    AwsSgPlan others = plan(List.of(existing("sg-1a2b3c4d", List.of(), List.of())));
    assertThat(Advice.of(others, template(), "template.json", 0)).isEmpty();
  }

  @Test
  void saysFromWhichSizeATemplateHasToComeFromS3() {
    AwsSgPlan plan = plan(List.of());
    assertThat(Advice.of(plan, template(), "template.json", 51_200)).isEmpty();
    assertThat(Advice.of(plan, template(), "template.json", 51_201))
        .containsExactly(
            "template.json has 51201 bytes: more than 51200 have to come from S3, as `aws"
                + " cloudformation deploy --s3-bucket` does.");
  }
}

package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the user should know of a template before he deploys it, in sentences. */
final class Advice {
  private Advice() {}

  static List<String> of(AwsSgPlan plan, StackTemplate template, String file, long bytes) {
    List<String> advice = new ArrayList<>();
    plan.inputs().stream().filter(Advice::needsTwoLists).forEach(i -> advice.add(oneFamily(i)));
    plan.groups().stream().filter(Advice::mayLose).forEach(group -> advice.add(losing(group)));
    if (template.outputs().isEmpty() && !plan.created().isEmpty()) {
      advice.add(
          "%s has no outputs: a stack has at most %s, and there are %s security groups."
              .formatted(file, Limits.MAX_OUTPUTS, plan.created().size()));
    }
    if (bytes > Limits.MAX_BODY_BYTES) {
      advice.add(
          "%s has %s bytes: more than %s have to come from S3, as `aws cloudformation deploy --s3-bucket` does."
              .formatted(file, bytes, Limits.MAX_BODY_BYTES));
    }
    return advice;
  }

  private static boolean needsTwoLists(InputNeeds input) {
    return input.needs().contains(Set.of(IpFamily.IPV4))
        && input.needs().contains(Set.of(IpFamily.IPV6));
  }

  private static String oneFamily(InputNeeds input) {
    return "Some rules need IPv4 addresses of `%s` and some IPv6; a prefix list has one family, and the rules of the other open nothing."
        .formatted(input.endpoint().id());
  }

  /**
   * CloudFormation takes a permission of everything to everybody for AWS's own, and removes it with
   * the first outbound rule that is a resource (aws-cdk issue 987).
   */
  private static boolean mayLose(SecurityGroup group) {
    return group.egress().stream().anyMatch(Advice::isLikeAwss)
        && group.egress().stream().anyMatch(p -> StackTemplates.isResource(group, p));
  }

  private static boolean isLikeAwss(Permission permission) {
    return permission.ipPermission().ipProtocol().equals("-1")
        && permission.peer() instanceof Peer.Block block
        && block.cidr().isAny();
  }

  private static String losing(SecurityGroup group) {
    return "The security group of `%s` permits everything outbound: CloudFormation may remove that rule when it adds the others."
        .formatted(group.label());
  }
}

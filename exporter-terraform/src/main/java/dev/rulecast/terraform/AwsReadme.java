package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgReadme;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Code;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The README of a module of EC2 security groups: its rules, and how it is used. */
final class AwsReadme {
  private static final Code OUTBOUND =
      new Code(
          """
          Outbound rules restrict: a group of this module permits no other outbound traffic, because
            Terraform removes the "allow all" rule that AWS adds.\
          """);
  private static final Code EXISTING =
      new Code("The other rules of\n  these groups stay as they are.");

  private final AwsSgReadme groups;
  private final List<InputView> inputs;
  private final List<GroupName> created;
  private final Templates templates;

  AwsReadme(
      Policy policy,
      AwsSgPlan plan,
      List<InputView> inputs,
      List<GroupName> created,
      Templates templates) {
    this.groups = new AwsSgReadme(policy, plan);
    this.inputs = inputs;
    this.created = created;
    this.templates = templates;
  }

  void write(Writer out) throws IOException {
    groups.write(List.of(OUTBOUND), EXISTING, out);
    templates.render("aws/README.md.ftl", Map.of("created", created, "inputs", inputs), out);
  }
}

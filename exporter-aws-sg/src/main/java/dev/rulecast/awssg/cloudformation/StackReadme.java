package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgReadme;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Code;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The README of a template: its rules, and how it is used. */
final class StackReadme {
  private static final Code OUTBOUND =
      new Code(
          """
          Outbound rules restrict: a group of this template permits no other outbound traffic, because it
            has a rule that matches no traffic in place of the "allow all" rule that AWS adds.\
          """);
  private static final Code EXISTING =
      new Code(
          """
          The other rules of
            these groups stay as they are, except the outbound rule "allow all" that AWS adds to new groups:
            CloudFormation removes it when it adds an outbound rule.\
          """);

  private final Templates templates = new Templates(StackReadme.class, Language.markdown());
  private final AwsSgReadme groups;
  private final AwsSgPlan plan;
  private final StackTemplate template;
  private final Format format;
  private final long bytes;

  StackReadme(Policy policy, AwsSgPlan plan, StackTemplate template, Format format, long bytes) {
    this.groups = new AwsSgReadme(policy, plan);
    this.plan = plan;
    this.template = template;
    this.format = format;
    this.bytes = bytes;
  }

  void write(Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("file", new Code(format.file()));
    model.put("json", format == Format.JSON);
    model.put("large", bytes > Limits.MAX_BODY_BYTES);
    model.put("parameters", template.parameters());
    model.put("hasPrefixLists", !plan.inputs().isEmpty());
    model.put("created", !plan.created().isEmpty());
    model.put("outputs", template.outputs());
    groups.write(List.of(OUTBOUND), EXISTING, out);
    templates.render("README.md.ftl", model, out);
  }
}

package dev.rulecast.azurensg;

import dev.rulecast.policy.Policy;
import dev.rulecast.readme.RuleTable;
import dev.rulecast.template.Code;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** The README of the templates: the table of rules, what Azure does, and how they are deployed. */
final class NsgReadme {
  private final Policy policy;
  private final AzureNsgPlan plan;
  private final RuleShape shape;
  private final DenyRest denyRest;
  private final OutputFormat format;

  NsgReadme(
      Policy policy, AzureNsgPlan plan, RuleShape shape, DenyRest denyRest, OutputFormat format) {
    this.policy = policy;
    this.plan = plan;
    this.shape = shape;
    this.denyRest = denyRest;
    this.format = format;
  }

  /**
   * Writes the README and leaves the writer open.
   *
   * @param bicep has the parameters, which are the same in both files
   */
  void write(BicepFile bicep, Templates templates, Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("inline", shape == RuleShape.INLINE);
    model.put("arm", format.hasArm());
    model.put("bicep", format.hasBicep());
    model.put("file", new Code(format.hasBicep() ? AzureNsgExporter.BICEP : AzureNsgExporter.ARM));
    model.put("location", Texts.location());
    model.put("tags", Texts.tags());
    model.put("nameParameters", bicep.nameParameters());
    model.put("inputs", bicep.inputs());
    model.put("groups", plan.groups().stream().map(NsgReadme::group).toList());
    model.put("widenings", AzureBehaviour.widenings(plan));
    new RuleTable(policy, plan.flows()).write("Azure network security groups", out);
    new AzureBehaviour(denyRest).write(out);
    templates.render("README.md.ftl", model, out);
  }

  private static GroupRowView group(NetworkSecurityGroup group) {
    return new GroupRowView(
        group.name(), Texts.endpoints(group), group.inbound().size(), group.outbound().size());
  }
}

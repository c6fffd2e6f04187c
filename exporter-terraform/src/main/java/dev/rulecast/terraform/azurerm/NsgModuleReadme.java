package dev.rulecast.terraform.azurerm;

import dev.rulecast.azurensg.AzureBehaviour;
import dev.rulecast.azurensg.AzureNsgPlan;
import dev.rulecast.azurensg.DenyRest;
import dev.rulecast.azurensg.NetworkSecurityGroup;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import dev.rulecast.readme.RuleTable;
import dev.rulecast.template.Templates;
import dev.rulecast.terraform.InputView;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The README of a module of Azure rules: its table of rules, what Azure does, how it is used. */
final class NsgModuleReadme {
  private static final int MAX_ENDPOINTS = 5;

  private final Policy policy;
  private final AzureNsgPlan plan;
  private final boolean created;
  private final DenyRest denyRest;
  private final List<InputView> inputs;

  NsgModuleReadme(
      Policy policy,
      AzureNsgPlan plan,
      boolean created,
      DenyRest denyRest,
      List<InputView> inputs) {
    this.policy = policy;
    this.plan = plan;
    this.created = created;
    this.denyRest = denyRest;
    this.inputs = inputs;
  }

  void write(Templates templates, Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("created", created);
    model.put("inputs", inputs);
    model.put("groups", plan.groups().stream().map(NsgModuleReadme::row).toList());
    model.put("outputs", plan.groups().stream().map(NsgViews::output).toList());
    model.put("widenings", AzureBehaviour.widenings(plan));
    new RuleTable(policy, plan.flows()).write("Azure network security groups", out);
    new AzureBehaviour(denyRest).write(out);
    templates.render("azurerm/README.md.ftl", model, out);
  }

  private static NsgRowView row(NetworkSecurityGroup group) {
    int more = group.endpoints().size() - MAX_ENDPOINTS;
    String endpoints =
        group.endpoints().stream()
            .limit(MAX_ENDPOINTS)
            .map(Endpoint::id)
            .collect(Collectors.joining(", "));
    return new NsgRowView(
        group.name(),
        endpoints + (more > 0 ? " and " + more + " more" : ""),
        group.inbound().size(),
        group.outbound().size());
  }
}

package dev.rulecast.terraform.azurerm;

import dev.rulecast.azurensg.ApplicationSecurityGroup;
import dev.rulecast.azurensg.AzureNsgPlan;
import dev.rulecast.azurensg.DenyRest;
import dev.rulecast.azurensg.NetworkSecurityGroup;
import dev.rulecast.azurensg.NsgAddresses;
import dev.rulecast.azurensg.NsgRule;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.RuleSetTitle;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import dev.rulecast.terraform.FileLayout;
import dev.rulecast.terraform.Hcl;
import dev.rulecast.terraform.InputView;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The files of a module of Azure network security groups. */
final class NsgModule {
  private final Templates templates = new Templates(Hcl.class, Hcl.language(), Language.markdown());

  private final Policy policy;
  private final AzureNsgPlan plan;
  private final GroupOrigin origin;
  private final DenyRest denyRest;

  NsgModule(Policy policy, AzureNsgPlan plan, GroupOrigin origin, DenyRest denyRest) {
    this.policy = policy;
    this.plan = plan;
    this.origin = origin;
    this.denyRest = denyRest;
  }

  void write(ExportContext context) throws IOException {
    boolean created = origin == GroupOrigin.NEW;
    List<InputView> inputs = NsgInputs.of(plan);
    Map<String, Object> model = new HashMap<>();
    model.put("ruleSets", policy.ruleSets().stream().map(RuleSetTitle::name).toList());
    model.put("created", created);
    model.put("inputs", inputs);
    model.put("names", plan.groups().stream().map(NetworkSecurityGroup::name).toList());
    model.put("applicationGroups", namedApplicationGroups());
    file("versions.tf", model, context);
    file("variables.tf", model, context);
    writeGroups(model, context);
    if (created) {
      model.put("groups", plan.groups().stream().map(NsgViews::output).toList());
      file("outputs.tf", model, context);
    }
    try (Writer out = context.file("README.md")) {
      new NsgModuleReadme(policy, plan, created, denyRest, inputs).write(templates, out);
    }
  }

  /** Those that stand in the rules by name, and not by id. */
  private Set<String> namedApplicationGroups() {
    Set<String> names = new TreeSet<>();
    for (NetworkSecurityGroup group : plan.groups()) {
      for (NsgRule rule : group.rules()) {
        for (NsgAddresses end : List.of(rule.source(), rule.destination())) {
          if (end instanceof NsgAddresses.ApplicationGroups many) {
            many.groups().stream()
                .filter(one -> !one.isResourceId())
                .map(ApplicationSecurityGroup::reference)
                .forEach(names::add);
          }
        }
      }
    }
    return names;
  }

  private void file(String name, Map<String, Object> model, ExportContext context)
      throws IOException {
    try (Writer out = context.file(name)) {
      templates.render("azurerm/" + name + ".ftl", model, out);
    }
  }

  private void writeGroups(Map<String, Object> model, ExportContext context) throws IOException {
    FileLayout<NetworkSecurityGroup> layout =
        FileLayout.of(
            plan.groups(),
            group -> NsgName.file(group.name()),
            group -> group.inbound().size() + group.outbound().size());
    try (Writer main = context.file(FileLayout.MAIN)) {
      templates.render("azurerm/main.tf.ftl", model, main);
      for (NetworkSecurityGroup group : layout.groupsOf(FileLayout.MAIN)) {
        writeGroup(group, main);
      }
    }
    for (String file : layout.otherFiles()) {
      try (Writer out = context.file(file)) {
        templates.render("more.tf.ftl", model, out);
        for (NetworkSecurityGroup group : layout.groupsOf(file)) {
          writeGroup(group, out);
        }
      }
    }
  }

  private void writeGroup(NetworkSecurityGroup group, Writer out) throws IOException {
    Map<String, Object> model =
        Map.of("group", NsgViews.of(group, origin), "created", origin == GroupOrigin.NEW);
    templates.render("azurerm/group.tf.ftl", model, out);
  }
}

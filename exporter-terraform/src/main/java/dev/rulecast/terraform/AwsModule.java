package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.RuleSetTitle;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a module of EC2 security groups. */
final class AwsModule {
  private final Templates templates =
      new Templates(AwsModule.class, Hcl.language(), Language.markdown());

  private final Policy policy;
  private final AwsSgPlan plan;
  private final ExportContext context;
  private final List<InputView> inputs;

  AwsModule(Policy policy, AwsSgPlan plan, ExportContext context) {
    this.policy = policy;
    this.plan = plan;
    this.context = context;
    this.inputs = plan.inputs().stream().map(InputViews::of).toList();
  }

  void write() throws IOException {
    List<GroupName> created = plan.created().stream().map(GroupName::of).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("ruleSets", policy.ruleSets().stream().map(RuleSetTitle::name).toList());
    model.put("inputs", inputs);
    model.put("groups", created);
    model.put("needsPrefix", created.stream().anyMatch(g -> g.label().startsWith("sg-")));
    file("versions.tf", model);
    file("variables.tf", model);
    writeGroups(model);
    if (!created.isEmpty()) {
      file("outputs.tf", model);
    }
    try (Writer out = context.file("README.md")) {
      new AwsReadme(policy, plan, inputs, created, templates).write(out);
    }
  }

  private void file(String name, Map<String, Object> model) throws IOException {
    try (Writer out = context.file(name)) {
      templates.render("aws/" + name + ".ftl", model, out);
    }
  }

  private void writeGroups(Map<String, Object> model) throws IOException {
    FileLayout<SecurityGroup> layout =
        FileLayout.of(
            plan.groups(),
            SecurityGroup::name,
            group -> group.ingress().size() + group.egress().size());
    try (Writer main = context.file(FileLayout.MAIN)) {
      templates.render("aws/main.tf.ftl", model, main);
      for (SecurityGroup group : layout.groupsOf(FileLayout.MAIN)) {
        writeGroup(group, main);
      }
    }
    for (String file : layout.otherFiles()) {
      try (Writer out = context.file(file)) {
        templates.render("more.tf.ftl", model, out);
        for (SecurityGroup group : layout.groupsOf(file)) {
          writeGroup(group, out);
        }
      }
    }
  }

  private void writeGroup(SecurityGroup group, Writer out) throws IOException {
    templates.render("aws/group.tf.ftl", Map.of("group", GroupViews.of(group)), out);
  }
}

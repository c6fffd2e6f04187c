package dev.rulecast.ansible;

import dev.rulecast.exporter.ExportContext;
import dev.rulecast.policy.Policy;
import dev.rulecast.readme.RuleTable;
import dev.rulecast.template.Code;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The files of an output: a role, and what it takes to try it. */
final class RoleFiles {
  private static final Language PYTHON =
      new Language(
          "Python",
          ".py",
          text -> {
            throw new IllegalArgumentException("No text of the model belongs into Python.");
          });

  private final Templates templates =
      new Templates(RoleFiles.class, Yaml.language(), Language.markdown(), PYTHON);

  private final String role;
  private final Policy policy;
  private final AnsiblePlan plan;
  private final ExportContext context;
  private final Map<String, Object> model = new HashMap<>();

  RoleFiles(
      String role,
      Policy policy,
      AnsiblePlan plan,
      Convergence convergence,
      ExportContext context) {
    this.role = role;
    this.policy = policy;
    this.plan = plan;
    this.context = context;
    Views views = new Views(role);
    model.put("role", new Code(role));
    model.put("roleName", role);
    model.put("hosts", Views.lazily(plan.hosts(), views::host));
    model.put("hasBuiltIn", plan.hosts().stream().anyMatch(h -> !h.builtInGroups().isEmpty()));
    model.put("hasRules", plan.hosts().stream().anyMatch(h -> !h.rules().isEmpty()));
    model.put("inputs", plan.inputs().stream().map(Views::input).toList());
    model.put("groups", convergence.groups());
    model.put("removed", convergence.removed());
    model.put("predefined", Views.lazily(plan.predefined(), Views::predefined));
    model.put("widenings", widenings());
  }

  private List<String> widenings() {
    TreeSet<String> reasons = new TreeSet<>();
    plan.hosts()
        .forEach(host -> host.builtInGroups().forEach(group -> reasons.addAll(group.reasons())));
    return List.copyOf(reasons);
  }

  void write() throws IOException {
    file(".ansible-lint", "ansible-lint.yml");
    file(".yamllint", "yamllint.yml");
    file("requirements.yml", "requirements.yml");
    file("site.yml", "site.yml");
    file("inventory/hosts.yml", "inventory.yml");
    String folder = "roles/" + role + "/";
    file(folder + "README.md", "role.md");
    file(folder + "defaults/main.yml", "defaults.yml");
    file(folder + "meta/argument_specs.yml", "argument_specs.yml");
    file(folder + "meta/main.yml", "meta.yml");
    file(folder + "tasks/main.yml", "tasks.yml");
    if (!plan.inputs().isEmpty()) {
      file(folder + "test_plugins/" + role + ".py", "test_plugin.py");
    }
    file(folder + "vars/main.yml", "vars.yml");
    try (Writer out = context.file("README.md")) {
      new RuleTable(policy, plan.flows()).write("Windows Firewall rules", out);
      templates.render("README.md.ftl", model, out);
    }
  }

  private void file(String path, String template) throws IOException {
    try (Writer out = context.file(path)) {
      templates.render(template + ".ftl", model, out);
    }
  }
}

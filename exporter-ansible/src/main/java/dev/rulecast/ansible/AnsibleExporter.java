package dev.rulecast.ansible;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes rules of Windows Firewall as an Ansible role with a playbook. */
public final class AnsibleExporter implements RuleExporter {
  /** The platform that ships the predefined rules. */
  private static final String WINDOWS = "windows";

  static final Option<String> ROLE =
      new Option<>(
          "role",
          "Name of the role, of lower-case letters, digits and underscores; its variables and the"
              + " names of its rules begin with it.",
          "NAME",
          "rulecast_firewall",
          RoleName::parse);

  static final Option<PredefinedMode> PREDEFINED =
      Option.choice(
          "predefined",
          "Whether predefined rules are written as equal rules for their source, or by enabling the"
              + " built-in group where all its rules are wanted.",
          PredefinedMode.class,
          PredefinedMode.RULES);

  /**
   * A rule of Windows Firewall matches all that a flow says, and block rules win over allow rules
   * ([MS-FASP] 2.2.37; "Windows Firewall rules", Microsoft Learn). A built-in group, which is
   * enabled only where the user asks for it, does not match the source.
   */
  private static final Capabilities CAPABILITIES =
      Capabilities.exact().widening(Dimension.SOURCE).enablingPredefined(WINDOWS);

  private static final ExporterInfo INFO =
      new ExporterInfo(
          "ansible",
          "Ansible role of Windows Firewall rules",
          "0.1.0",
          Platform.of("ansible", "Windows Firewall rules").withSettings(AnsibleSettings.class),
          List.of(ROLE, PREDEFINED),
          CAPABILITIES,
          Map.of(WINDOWS, WindowsRules.names()));

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    String role = context.option(ROLE);
    Optional<AnsiblePlan> planned = AnsiblePlanner.plan(context, role, context.option(PREDEFINED));
    if (planned.isEmpty()) {
      context.remember(context.previous()); // nothing is known to be gone
      return;
    }
    AnsiblePlan plan = planned.get();
    Convergence convergence = Convergence.of(plan.hosts(), context.previous());
    context.remember(convergence.remembered());
    if (!plan.isEmpty() || !convergence.removed().isEmpty()) {
      new RoleFiles(role, policy, plan, convergence, context).write();
    }
  }
}

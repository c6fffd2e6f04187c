package dev.rulecast.netappontap;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the commands for firewall and service policies of NetApp ONTAP. */
public final class NetAppOntapExporter implements RuleExporter {
  /** The platform as documents name it; an endpoint is a filer only if its settings say so. */
  static final Platform PLATFORM =
      new Platform("netapp-ontap", "ONTAP policies", Optional.of(NetAppOntapSettings.class), true);

  /**
   * Policies open services by name for source addresses. Whether they can deny depends on the
   * release, so that the planner decides it.
   */
  private static final Capabilities CAPABILITIES =
      Capabilities.exact()
          .widening(Dimension.SOURCE_PORTS, Dimension.PROGRAM, Dimension.PORTS)
          .withoutOutbound();

  private static final ExporterInfo INFO =
      ExporterInfo.of(
          "netapp-ontap",
          "Commands for firewall and service policies of NetApp ONTAP",
          "0.1.0",
          PLATFORM,
          CAPABILITIES);

  private final Templates templates =
      new Templates(NetAppOntapExporter.class, Cli.language(), Language.markdown());

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    List<EndpointPlan> plans = OntapPlanner.plan(policy, context);
    History history = History.of(plans, context.previous());
    history.abandoned().forEach(name -> context.warning(abandoned(name)));
    for (EndpointPlan plan : plans) {
      Folder folder = Folder.of(plan.endpoint());
      Scripts scripts = new Scripts(plan, history);
      script(folder.file("apply.cli"), scripts.apply(), context);
      script(folder.file("update.cli"), scripts.update(), context);
      script(folder.file("verify.cli"), scripts.verify(), context);
      script(folder.file("rollback.cli"), scripts.rollback(), context);
      try (Writer out = context.file(folder.file("README.md"))) {
        new OntapReadme(policy, templates).write(plan, out);
      }
    }
    context.remember(history.toRemember());
  }

  private void script(String path, List<Step> steps, ExportContext context) throws IOException {
    try (Writer out = context.file(path)) {
      templates.render("script.cli.ftl", Map.of("steps", steps), out);
    }
  }

  private static String abandoned(String name) {
    String[] parts = name.split("/", -1);
    return "The policy %s of the SVM %s is no longer written, but stays there until the rollback.cli of the export before is run."
        .formatted(
            UserText.quote(parts[parts.length - 1]),
            UserText.quote(parts.length > 1 ? parts[1] : ""));
  }
}

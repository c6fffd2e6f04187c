package dev.rulecast.terraform.azurerm;

import dev.rulecast.azurensg.AzureNsgPlan;
import dev.rulecast.azurensg.AzureNsgPlanner;
import dev.rulecast.azurensg.AzureNsgPlatform;
import dev.rulecast.azurensg.DenyRest;
import dev.rulecast.azurensg.PlanLimits;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;

/** Writes Azure network security groups as a Terraform module. */
public final class TerraformAzurermExporter implements RuleExporter {
  static final Option<GroupOrigin> GROUPS =
      Option.choice(
          "groups",
          "Whether the module makes the network security groups, or adds rules to existing ones.",
          GroupOrigin.class,
          GroupOrigin.NEW);

  private static final ExporterInfo INFO =
      ExporterInfo.of(
              "terraform-azurerm",
              "Terraform module of Azure network security groups",
              "0.1.0",
              AzureNsgPlatform.PLATFORM,
              AzureNsgPlatform.CAPABILITIES)
          .withOptions(GROUPS, AzureNsgPlatform.DENY_REST);

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    DenyRest denyRest = context.option(AzureNsgPlatform.DENY_REST);
    AzureNsgPlan plan = AzureNsgPlanner.plan(context, denyRest, PlanLimits.none());
    if (!plan.groups().isEmpty()) {
      new NsgModule(policy, plan, context.option(GROUPS), denyRest).write(context);
    }
  }
}

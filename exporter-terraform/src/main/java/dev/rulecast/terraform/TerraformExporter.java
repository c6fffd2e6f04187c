package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlanner;
import dev.rulecast.awssg.AwsSgPlatform;
import dev.rulecast.awssg.DefaultEgress;
import dev.rulecast.awssg.PeerPreference;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;

/** Writes EC2 security groups as a Terraform module. */
public final class TerraformExporter implements RuleExporter {
  private static final ExporterInfo INFO =
      ExporterInfo.of(
              "terraform",
              "Terraform module of EC2 security groups",
              "0.1.0",
              AwsSgPlatform.PLATFORM,
              AwsSgPlatform.CAPABILITIES)
          .withOptions(PeerPreference.OPTION);

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    AwsSgPlan plan =
        AwsSgPlanner.plan(
            policy, context, context.option(PeerPreference.OPTION), DefaultEgress.REMOVED);
    plan.accept(context);
    if (!plan.groups().isEmpty()) {
      new AwsModule(policy, plan, context).write();
    }
  }
}

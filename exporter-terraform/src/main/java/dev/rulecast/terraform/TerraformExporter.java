package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlanner;
import dev.rulecast.awssg.AwsSgPlatform;
import dev.rulecast.awssg.PeerPreference;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;

/** Writes EC2 security groups as a Terraform module. */
public final class TerraformExporter implements RuleExporter {
  static final Option<PeerPreference> PEERS =
      Option.choice(
          "peers",
          "What stands for an endpoint that has both addresses and a security group of the module.",
          PeerPreference.class,
          PeerPreference.ADDRESSES);

  private static final ExporterInfo INFO =
      ExporterInfo.of(
              "terraform",
              "Terraform module of EC2 security groups",
              "0.1.0",
              AwsSgPlatform.PLATFORM,
              AwsSgPlatform.CAPABILITIES)
          .withOptions(PEERS);

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    AwsSgPlan plan = AwsSgPlanner.plan(context, context.option(PEERS));
    if (!plan.groups().isEmpty()) {
      new AwsModule(policy, plan, context).write();
    }
  }
}

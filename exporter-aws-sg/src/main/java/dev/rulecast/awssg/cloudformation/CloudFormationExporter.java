package dev.rulecast.awssg.cloudformation;

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
import java.io.Writer;
import java.util.Optional;

/** Writes EC2 security groups as a CloudFormation template. */
public final class CloudFormationExporter implements RuleExporter {
  private static final ExporterInfo INFO =
      ExporterInfo.of(
              "aws-sg",
              "CloudFormation template of EC2 security groups",
              "0.1.0",
              AwsSgPlatform.PLATFORM,
              AwsSgPlatform.CAPABILITIES)
          .withOptions(Format.OPTION, PeerPreference.OPTION);

  @Override
  public ExporterInfo info() {
    return INFO;
  }

  @Override
  public void export(Policy policy, ExportContext context) throws IOException {
    AwsSgPlan plan =
        AwsSgPlanner.plan(
            policy, context, context.option(PeerPreference.OPTION), DefaultEgress.REPLACED);
    if (plan.groups().isEmpty()) {
      return;
    }
    Optional<String> exceeded = Limits.exceeded(plan);
    if (exceeded.isPresent()) {
      plan.refuse(context, exceeded.get());
      return;
    }
    StackTemplate template = StackTemplates.of(policy, plan);
    Format format = context.option(Format.OPTION);
    SizedText text = new SizedText(Limits.MAX_BYTES);
    if (format == Format.YAML) {
      YamlWriter.write(template, text);
    } else {
      JsonWriter.write(template, text);
    }
    exceeded = Limits.exceeded(text.bytes());
    if (exceeded.isPresent()) {
      plan.refuse(context, exceeded.get());
      return;
    }
    plan.accept(context);
    Advice.of(plan, template, format.file(), text.bytes()).forEach(context::warning);
    try (Writer out = context.file(format.file())) {
      text.copyTo(out);
    }
    try (Writer out = context.file("README.md")) {
      new StackReadme(policy, plan, template, format, text.bytes()).write(out);
    }
  }
}

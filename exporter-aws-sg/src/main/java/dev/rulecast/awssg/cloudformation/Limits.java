package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.SecurityGroup;
import java.util.Optional;

/** What CloudFormation takes ("CloudFormation quotas", AWS CloudFormation User Guide). */
final class Limits {
  static final int MAX_RESOURCES = 500;
  static final int MAX_PARAMETERS = 200;
  static final int MAX_OUTPUTS = 200;

  /** Bytes of a template in S3. */
  static final int MAX_BYTES = 1_000_000;

  /** Bytes of a template that is sent with the request. */
  static final int MAX_BODY_BYTES = 51_200;

  /** No rule is shorter: its properties alone have more. */
  private static final int MIN_RULE_BYTES = 64;

  private static final String ADVICE = "; export fewer rule sets at a time, or use Terraform";

  private Limits() {}

  /** Why CloudFormation would not take the template of a plan; empty if it may. */
  static Optional<String> exceeded(AwsSgPlan plan) {
    long resources = plan.created().size();
    long permissions = 0;
    for (SecurityGroup group : plan.groups()) {
      permissions += group.ingress().size() + group.egress().size();
      resources +=
          group.permissions().stream().filter(p -> StackTemplates.isResource(group, p)).count();
    }
    if (resources > MAX_RESOURCES) {
      return reason(resources, "resources", MAX_RESOURCES);
    }
    int parameters = plan.inputs().size() + (plan.created().isEmpty() ? 0 : 1);
    if (parameters > MAX_PARAMETERS) {
      return reason(parameters, "parameters", MAX_PARAMETERS);
    }
    return exceeded(permissions * MIN_RULE_BYTES);
  }

  /** Why CloudFormation would not take a template of this size; empty if it would. */
  static Optional<String> exceeded(long bytes) {
    return bytes <= MAX_BYTES
        ? Optional.empty()
        : Optional.of(
            "the template would have more than the %s bytes that CloudFormation takes%s"
                .formatted(MAX_BYTES, ADVICE));
  }

  private static Optional<String> reason(long count, String what, int most) {
    return Optional.of(
        "the template would have %s %s and CloudFormation takes at most %s%s"
            .formatted(count, what, most, ADVICE));
  }
}

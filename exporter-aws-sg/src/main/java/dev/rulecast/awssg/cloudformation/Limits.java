package dev.rulecast.awssg.cloudformation;

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

  private static final String ADVICE = "; export fewer rule sets at a time, or use Terraform";

  private Limits() {}

  /** Why CloudFormation would not take a template; empty if it would, but for its size. */
  static Optional<String> exceeded(StackTemplate template) {
    if (template.resources() > MAX_RESOURCES) {
      return reason(template.resources(), "resources", MAX_RESOURCES);
    }
    if (template.parameters().size() > MAX_PARAMETERS) {
      return reason(template.parameters().size(), "parameters", MAX_PARAMETERS);
    }
    return Optional.empty();
  }

  /** Why CloudFormation would not take a template of this size; empty if it would. */
  static Optional<String> exceeded(long bytes) {
    return bytes > MAX_BYTES ? reason(bytes, "bytes", MAX_BYTES) : Optional.empty();
  }

  private static Optional<String> reason(long count, String what, int most) {
    return Optional.of(
        "the template would have %s %s and CloudFormation takes at most %s%s"
            .formatted(count, what, most, ADVICE));
  }
}

package dev.rulecast.azurensg;

import java.util.Optional;

/** What Azure Resource Manager takes in one template ("Azure Resource Manager limits"). */
final class TemplateLimits implements PlanLimits {
  static final int MAX_RESOURCES = 800;
  static final int MAX_PARAMETERS = 256;
  static final long MAX_BYTES = 4L * 1024 * 1024;

  /** {@code location} and {@code tags}. */
  static final int OWN_PARAMETERS = 2;

  private final RuleShape shape;

  TemplateLimits(RuleShape shape) {
    this.shape = shape;
  }

  @Override
  public Optional<String> exceeded(AzureNsgPlan plan) {
    long resources =
        shape == RuleShape.INLINE
            ? plan.groups().size()
            : plan.groups().stream()
                .mapToLong(group -> group.inbound().size() + group.outbound().size())
                .sum();
    if (resources > MAX_RESOURCES) {
      return Optional.of(tooMany(resources, "resources", MAX_RESOURCES));
    }
    int parameters = OWN_PARAMETERS + plan.inputs().size();
    return parameters > MAX_PARAMETERS
        ? Optional.of(tooMany(parameters, "parameters", MAX_PARAMETERS))
        : Optional.empty();
  }

  private static String tooMany(long count, String what, int most) {
    return "the template would have %s %s and Azure Resource Manager takes at most %s"
        .formatted(count, what, most);
  }
}

package dev.rulecast.azurensg;

import java.util.Optional;

/** What the language of an output can hold, beyond what a network security group can. */
@FunctionalInterface
public interface PlanLimits {
  /**
   * Why a plan is too large, as a phrase without a full stop; absent: it is not. If it is, nothing
   * of it is written.
   */
  Optional<String> exceeded(AzureNsgPlan plan);

  /** A language without limits. */
  static PlanLimits none() {
    return plan -> Optional.empty();
  }
}

package dev.rulecast.azurensg;

import dev.rulecast.policy.Flow;
import java.util.List;

/**
 * Every network security group of a run, in no language.
 *
 * @param groups by name
 * @param inputs every {@link NsgAddresses.Input} of the rules once, by endpoint and family
 * @param flows those that some rule is for, in canonical order
 */
public record AzureNsgPlan(
    List<NetworkSecurityGroup> groups, List<PrefixInput> inputs, List<Flow> flows) {
  /** The plan where nothing is written. */
  static final AzureNsgPlan EMPTY = new AzureNsgPlan(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public AzureNsgPlan {
    groups = List.copyOf(groups);
    inputs = List.copyOf(inputs);
    flows = List.copyOf(flows);
  }
}

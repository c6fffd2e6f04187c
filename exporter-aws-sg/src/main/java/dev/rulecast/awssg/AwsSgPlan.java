package dev.rulecast.awssg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.List;
import java.util.Set;

/**
 * Every security group of a run.
 *
 * @param groups in the order of their first endpoints
 * @param inputs the endpoints whose addresses the user of the output gives, by id
 * @param flows those that some permission is for, in canonical order
 */
public record AwsSgPlan(List<SecurityGroup> groups, List<InputNeeds> inputs, List<Flow> flows) {
  /** Copies the lists. */
  public AwsSgPlan {
    groups = List.copyOf(groups);
    inputs = List.copyOf(inputs);
    flows = List.copyOf(flows);
  }

  /**
   * An endpoint whose addresses are an input.
   *
   * @param endpoint the endpoint
   * @param needs sets of families, one for each kind of permission: an address of one of these
   *     families must be given, or the permission would open nothing
   */
  public record InputNeeds(Endpoint endpoint, List<Set<IpFamily>> needs) {
    /** Copies the list. */
    public InputNeeds {
      needs = List.copyOf(needs);
    }
  }
}

package dev.rulecast.awssg;

import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.List;
import java.util.Set;

/**
 * Every security group of a run. Whoever writes it accounts for its demands with {@link #accept} or
 * {@link #refuse}, as soon as he knows whether his language can hold it.
 *
 * @param groups in the order of their first endpoints
 * @param inputs the endpoints whose addresses the user of the output gives, by id
 * @param demands what its permissions are for, in canonical order
 * @param warnings what the user should know of it, in sentences
 */
public record AwsSgPlan(
    List<SecurityGroup> groups,
    List<InputNeeds> inputs,
    List<FlowDemand> demands,
    List<String> warnings) {
  /** Copies the lists. */
  public AwsSgPlan {
    groups = List.copyOf(groups);
    inputs = List.copyOf(inputs);
    demands = List.copyOf(demands);
    warnings = List.copyOf(warnings);
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

  /** The flows that some permission is for, in canonical order, each once. */
  public List<Flow> flows() {
    return FlowDemand.flows(demands);
  }

  /** The groups that the output makes; the others exist. */
  public List<SecurityGroup> created() {
    return groups.stream().filter(group -> group.existingId().isEmpty()).toList();
  }

  /** Accounts for every demand as written, and passes the warnings on. */
  public void accept(ExportContext context) {
    warnings.forEach(context::warning);
    demands.forEach(context::written);
  }

  /** Accounts for every demand as unsupported: the language cannot hold the plan. */
  public void refuse(ExportContext context, String reason) {
    Outcome unsupported = Outcome.unsupported(reason);
    demands.forEach(demand -> context.outcome(demand, unsupported));
  }
}

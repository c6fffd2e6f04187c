package dev.rulecast.awssg;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.PlanRun;
import java.util.List;

/**
 * The plan of a fixture, and how it was accounted for.
 *
 * @param plan the plan
 * @param result the outcomes and warnings
 */
record Planned(AwsSgPlan plan, ExportResult result) {
  static Planned of(Fixture fixture) {
    return of(fixture, PeerPreference.ADDRESSES);
  }

  static Planned of(Fixture fixture, PeerPreference preference) {
    return of(fixture, preference, DefaultEgress.REMOVED);
  }

  static Planned of(Fixture fixture, PeerPreference preference, DefaultEgress defaultEgress) {
    PlanRun<AwsSgPlan> run =
        run(
            fixture,
            (policy, context) -> {
              AwsSgPlan plan = AwsSgPlanner.plan(policy, context, preference, defaultEgress);
              plan.accept(context);
              return plan;
            });
    return new Planned(run.plan(), run.result());
  }

  private static PlanRun<AwsSgPlan> run(Fixture fixture, PlanRun.Planner<AwsSgPlan> planner) {
    return PlanRun.of(fixture, AwsSgPlatform.PLATFORM, AwsSgPlatform.CAPABILITIES, planner);
  }

  /** What becomes of a fixture whose plan the exporter cannot write, for this reason. */
  static ExportResult refused(Fixture fixture, String reason) {
    return run(
            fixture,
            (policy, context) -> {
              AwsSgPlan plan =
                  AwsSgPlanner.plan(
                      policy, context, PeerPreference.ADDRESSES, DefaultEgress.REMOVED);
              plan.refuse(context, reason);
              return plan;
            })
        .result();
  }

  /** A TCP rule in flow style. */
  static String tcp(String id, String source, String destination, String ports, String purpose) {
    return "{id: %s, source: %s, destination: %s, protocol: tcp, ports: [%s], purpose: %s}"
        .formatted(id, source, destination, ports, purpose);
  }

  /** The group of this name. */
  SecurityGroup group(String name) {
    return plan.groups().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
  }

  /** The keys of one direction of a group. */
  List<String> keys(String group, Side side) {
    SecurityGroup found = group(group);
    return (side == Side.INBOUND ? found.ingress() : found.egress())
        .stream().map(Permission::key).toList();
  }

  /** The kinds of the outcomes, each once. */
  List<Outcome.Kind> kinds() {
    return result.outcomes().stream().map(o -> o.outcome().kind()).distinct().sorted().toList();
  }
}

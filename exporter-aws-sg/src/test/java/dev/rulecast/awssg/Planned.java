package dev.rulecast.awssg;

import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plan of a fixture, and how it was accounted for.
 *
 * @param plan the plan
 * @param result the outcomes and warnings
 */
record Planned(AwsSgPlan plan, ExportResult result) {
  /** An exporter that only plans. */
  private static final class Planner implements RuleExporter {
    private final PeerPreference preference;
    private final DefaultEgress defaultEgress;
    private final List<AwsSgPlan> plans = new ArrayList<>();

    Planner(PeerPreference preference, DefaultEgress defaultEgress) {
      this.preference = preference;
      this.defaultEgress = defaultEgress;
    }

    @Override
    public ExporterInfo info() {
      return ExporterInfo.of(
          "plan", "Plan", "1", AwsSgPlatform.PLATFORM, AwsSgPlatform.CAPABILITIES);
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      AwsSgPlan plan = AwsSgPlanner.plan(policy, context, preference, defaultEgress);
      plan.accept(context);
      plans.add(plan);
    }
  }

  static Planned of(Fixture fixture) {
    return of(fixture, PeerPreference.ADDRESSES);
  }

  static Planned of(Fixture fixture, PeerPreference preference) {
    return of(fixture, preference, DefaultEgress.REMOVED);
  }

  static Planned of(Fixture fixture, PeerPreference preference, DefaultEgress defaultEgress) {
    Planner planner = new Planner(preference, defaultEgress);
    try {
      ExportResult result =
          new ExportRun(planner, OptionValues.none(), fixture.policy(planner))
              .run(new MemoryFiles(), Map.of());
      return new Planned(planner.plans.get(0), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What becomes of a fixture whose plan the exporter cannot write, for this reason. */
  static ExportResult refused(Fixture fixture, String reason) {
    RuleExporter refuser =
        new RuleExporter() {
          @Override
          public ExporterInfo info() {
            return ExporterInfo.of(
                "refuse", "Refuse", "1", AwsSgPlatform.PLATFORM, AwsSgPlatform.CAPABILITIES);
          }

          @Override
          public void export(Policy policy, ExportContext context) {
            AwsSgPlanner.plan(policy, context, PeerPreference.ADDRESSES, DefaultEgress.REMOVED)
                .refuse(context, reason);
          }
        };
    try {
      return new ExportRun(refuser, OptionValues.none(), fixture.policy(refuser))
          .run(new MemoryFiles(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule set with endpoints and rules, and an environment with bindings; YAML in flow style. */
  static Fixture fixture(String endpoints, String rules, String bindings) {
    return Fixture.of(
            "planned",
            """
            apiVersion: rulecast/v1
            kind: RuleSet
            metadata: {name: test}
            endpoints: {%s}
            rules: [%s]
            """
                .formatted(endpoints, rules))
        .in(
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: test}
            endpoints: {%s}
            """
                .formatted(bindings));
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

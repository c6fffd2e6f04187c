package dev.rulecast.ansible;

import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plan of a fixture, and how it was accounted for.
 *
 * @param plan the plan
 * @param result the outcomes and warnings
 */
record PlannedRole(AnsiblePlan plan, ExportResult result) {
  /** A name that rule sets may use here, although nobody knows the rule. */
  static final String UNKNOWN_RULE = "A rule that nobody knows";

  /** An exporter that only plans. */
  private static final class Planner implements RuleExporter {
    private final PredefinedMode mode;
    private final List<AnsiblePlan> plans = new ArrayList<>();

    Planner(PredefinedMode mode) {
      this.mode = mode;
    }

    @Override
    public ExporterInfo info() {
      ExporterInfo info = new AnsibleExporter().info();
      Set<String> names = new TreeSet<>(WindowsRules.names());
      names.add(UNKNOWN_RULE);
      return new ExporterInfo(
          info.id(),
          info.title(),
          info.version(),
          info.platform(),
          info.options(),
          info.capabilities(),
          Map.of("windows", names));
    }

    @Override
    public void export(Policy policy, ExportContext context) {
      plans.add(AnsiblePlanner.plan(context, "role", mode).orElseThrow());
    }
  }

  static PlannedRole of(Fixture fixture) {
    return of(fixture, PredefinedMode.RULES);
  }

  static PlannedRole of(Fixture fixture, PredefinedMode mode) {
    Planner planner = new Planner(mode);
    try {
      ExportResult result =
          new ExportRun(planner, OptionValues.none(), fixture.policy(planner))
              .run(new MemoryFiles(), Map.of());
      return new PlannedRole(planner.plans.get(0), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Endpoints {@code a}, {@code b}, {@code c} and {@code cloud}, which is external, with rules, and
   * an environment with bindings; YAML in flow style.
   */
  static Fixture fixture(String rules, String predefined, String bindings) {
    return Fixture.of(
            "planned",
            """
            apiVersion: rulecast/v1
            kind: RuleSet
            metadata: {name: test}
            endpoints: {a: {}, b: {}, c: {}, cloud: {external: true}}
            """
                + (rules.isEmpty() ? "" : "rules: [%s]\n".formatted(rules))
                + (predefined.isEmpty() ? "" : "predefinedRules: [%s]\n".formatted(predefined)))
        .in(
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: test}
            endpoints: {%s}
            """
                .formatted(bindings));
  }

  /** A rule in flow style. */
  static String rule(String id, String rest) {
    return "{id: " + id + ", purpose: Because of " + id + ", " + rest + "}";
  }

  /** A use of predefined rules of Windows in flow style. */
  static String predefined(String id, String source, String endpoint, String... names) {
    return "{id: %s, platform: windows, source: %s, endpoint: %s, rules: [%s]}"
        .formatted(id, source, endpoint, String.join(", ", names));
  }

  /** The rules for the hosts of an endpoint. */
  List<FirewallRule> rules(String endpoint) {
    return plan.hosts().stream()
        .filter(host -> host.endpoint().id().equals(endpoint))
        .flatMap(host -> host.rules().stream())
        .toList();
  }

  /** Their names, without that of the role. */
  List<String> names(String endpoint) {
    return rules(endpoint).stream().map(rule -> rule.name().replaceFirst("^role ", "")).toList();
  }

  /** The outcomes as rule, side, kind and reason. */
  List<String> outcomes() {
    return result.outcomes().stream()
        .map(
            reported ->
                "%s %s %s: %s"
                    .formatted(
                        reported.rule().replace("test/", ""),
                        reported.side().map(side -> side.word()).orElse(""),
                        reported.outcome().kind().word(),
                        reported.outcome().reason()))
        .toList();
  }
}

package dev.rulecast.testkit;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an exporter makes of a fixture before it writes it: several exporters may write one plan.
 *
 * @param <P> a plan
 * @param plan the plan
 * @param result how the demands ended, and the warnings
 */
public record PlanRun<P>(P plan, ExportResult result) {
  /**
   * Makes a plan, and accounts for every demand.
   *
   * @param <P> a plan
   */
  public interface Planner<P> {
    /** The plan of a policy, as an exporter would make it. */
    P plan(Policy policy, ExportContext context);
  }

  private record OnlyPlans<P>(ExporterInfo info, Planner<P> planner, List<P> plans)
      implements RuleExporter {
    @Override
    public void export(Policy policy, ExportContext context) {
      plans.add(planner.plan(policy, context));
    }
  }

  /** The plan for a platform. */
  public static <P> PlanRun<P> of(
      Fixture fixture, Platform platform, Capabilities capabilities, Planner<P> planner) {
    ExporterInfo info = ExporterInfo.of("plan", "Plan", "1", platform, capabilities);
    OnlyPlans<P> exporter = new OnlyPlans<>(info, planner, new ArrayList<>());
    try {
      ExportResult result =
          new ExportRun(exporter, OptionValues.none(), fixture.policy(exporter))
              .run(new MemoryFiles(), Map.of());
      return new PlanRun<>(exporter.plans.get(0), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

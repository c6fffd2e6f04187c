package dev.rulecast.azurensg;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Cidr;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.PlanRun;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The plan of a fixture, and how it was accounted for.
 *
 * @param plan the plan
 * @param result the outcomes and warnings
 */
record PlannedNsg(AzureNsgPlan plan, ExportResult result) {
  static PlannedNsg of(Fixture fixture) {
    return of(fixture, DenyRest.NONE);
  }

  static PlannedNsg of(Fixture fixture, DenyRest denyRest) {
    return of(fixture, denyRest, PlanLimits.none());
  }

  static PlannedNsg of(Fixture fixture, DenyRest denyRest, PlanLimits limits) {
    PlanRun<AzureNsgPlan> run =
        PlanRun.of(
            fixture,
            AzureNsgPlatform.PLATFORM,
            AzureNsgPlatform.CAPABILITIES,
            (policy, context) -> AzureNsgPlanner.plan(context, denyRest, limits));
    return new PlannedNsg(run.plan(), run.result());
  }

  /** A rule set with endpoints and rules, and an environment with bindings; YAML in flow style. */
  static Fixture fixture(String endpoints, String rules, String bindings) {
    return Fixture.inline(endpoints, rules, bindings);
  }

  /** A TCP rule in flow style. */
  static String tcp(String id, String source, String destination, String ports) {
    return "{id: %s, source: %s, destination: %s, protocol: tcp, ports: [%s], purpose: Why %s}"
        .formatted(id, source, destination, ports, id);
  }

  /** HTTPS from {@code a} to {@code b}. */
  static Fixture oneRule(String bindings) {
    return fixture("a: {}, b: {}", tcp("https", "a", "b", "443"), bindings);
  }

  /** The group of this name. */
  NetworkSecurityGroup group(String name) {
    return plan.groups().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
  }

  /** The rules of a group: name, protocol, ports and ends, inbound first. */
  List<String> rules(String group) {
    return group(group).rules().stream().map(PlannedNsg::line).toList();
  }

  /** The names of the rules of a group. */
  List<String> names(String group) {
    return group(group).rules().stream().map(NsgRule::name).toList();
  }

  static String line(NsgRule rule) {
    return "%s: %s %s -> %s %s"
        .formatted(
            rule.name(),
            text(rule.source()),
            String.join(",", rule.sourcePorts()),
            text(rule.destination()),
            rule.protocol() + " " + rule.destinationPorts());
  }

  static String text(NsgAddresses addresses) {
    if (addresses instanceof NsgAddresses.Prefixes prefixes) {
      return prefixes.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(","));
    }
    if (addresses instanceof NsgAddresses.ServiceTag tag) {
      return tag.name();
    }
    if (addresses instanceof NsgAddresses.ApplicationGroups groups) {
      return groups.groups().stream()
          .map(ApplicationSecurityGroup::reference)
          .collect(Collectors.joining("+"));
    }
    if (addresses instanceof NsgAddresses.Input input) {
      return text(input.input());
    }
    return "*";
  }

  /** An input as {@code servers?} where either family will do, else {@code servers?IPv4}. */
  static String text(PrefixInput input) {
    return input.endpoint().id()
        + "?"
        + input.family().map(Object::toString).orElse("")
        + (input.only() ? "" : "/2");
  }

  /** The kinds of the outcomes, each once. */
  List<Outcome.Kind> kinds() {
    return result.outcomes().stream().map(o -> o.outcome().kind()).distinct().sorted().toList();
  }

  /** The reasons of the outcomes, each once. */
  List<String> reasons() {
    return result.outcomes().stream().map(o -> o.outcome().reason()).distinct().sorted().toList();
  }
}

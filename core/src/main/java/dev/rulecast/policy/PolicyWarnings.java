package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.model.Action;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Rule;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Warns of flows that are meant, perhaps, but that a reviewer should look at. */
final class PolicyWarnings {
  /** Remote shells and file shares, which the whole Internet should not reach. */
  private static final List<Integer> SENSITIVE_PORTS = List.of(22, 445, 3389);

  private static final int DAYS_BEFORE_EXPIRY = 30;

  private final LocalDate asOf;
  private final Diagnostics diagnostics;

  PolicyWarnings(LocalDate asOf, Diagnostics diagnostics) {
    this.asOf = asOf;
    this.diagnostics = diagnostics;
  }

  void report(List<Flow> flows) {
    Map<Rule, Flow> expiring = new IdentityHashMap<>();
    for (Flow flow : flows) {
      if (flow.action() == Action.ALLOW && isFromEverywhere(flow) && isSensitive(flow.traffic())) {
        reportOpen(flow);
      }
      flow.expires()
          .filter(day -> !day.isAfter(asOf.plusDays(DAYS_BEFORE_EXPIRY)))
          .ifPresent(day -> expiring.putIfAbsent(flow.origins().get(0).rule(), flow));
    }
    expiring.forEach(this::reportExpiry);
  }

  private static boolean isFromEverywhere(Flow flow) {
    return flow.source().isBound()
        && flow.source().addresses().cidrs().stream().anyMatch(Cidr::isAny);
  }

  private static boolean isSensitive(Traffic traffic) {
    if (traffic.protocol().isAny()) {
      return true;
    }
    return traffic
        .ports()
        .filter(
            range ->
                SENSITIVE_PORTS.stream()
                    .anyMatch(port -> range.contains(new PortRange(port, port))))
        .isPresent();
  }

  private void reportOpen(Flow flow) {
    String ports =
        flow.traffic().protocol().isAny()
            ? "everything"
            : flow.traffic().protocol() + " port " + flow.traffic().service();
    String message =
        "Every address may reach %s at `%s`.".formatted(ports, flow.destination().id());
    diagnostics.add(
        Diagnostic.of(Severity.WARNING, "open-to-everyone", message)
            .at(flow.origins().get(0).rule().location())
            .withHint("give `" + flow.source().id() + "` narrower addresses")
            .about(flow.references()));
  }

  private void reportExpiry(Rule rule, Flow flow) {
    String message =
        "The rule `%s` expires on %s."
            .formatted(flow.references().get(0), flow.expires().orElseThrow());
    diagnostics.add(Diagnostic.warning("expires-soon", rule.location(), message));
  }
}

package dev.rulecast.policy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.model.Action;
import dev.rulecast.model.PortRange;
import java.util.List;

/** Warns of flows that are meant, perhaps, but that a reviewer should look at. */
final class PolicyWarnings {
  /** Remote shells and file shares, which the whole Internet should not reach. */
  private static final List<Integer> SENSITIVE_PORTS = List.of(22, 445, 3389);

  private final Diagnostics diagnostics;

  PolicyWarnings(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void report(List<Flow> flows) {
    for (Flow flow : flows) {
      if (flow.action() == Action.ALLOW && isSensitive(flow.traffic()) && isFromEverywhere(flow)) {
        reportOpen(flow);
      }
    }
  }

  private static boolean isFromEverywhere(Flow flow) {
    return flow.source().addresses().holdsAFamily();
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
}

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
  private static final List<PortRange> SENSITIVE_PORTS =
      List.of(new PortRange(22, 22), new PortRange(445, 445), new PortRange(3389, 3389));

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
    return traffic.protocol().isAny()
        || traffic.ports().filter(PolicyWarnings::hasSensitivePort).isPresent();
  }

  private static boolean hasSensitivePort(PortRange range) {
    for (PortRange port : SENSITIVE_PORTS) {
      if (range.contains(port)) {
        return true;
      }
    }
    return false;
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

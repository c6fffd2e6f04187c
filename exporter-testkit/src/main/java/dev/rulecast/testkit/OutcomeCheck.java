package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Side;
import dev.rulecast.policy.Traffic;
import java.util.EnumSet;
import java.util.Set;

/** Where an outcome may be wider. */
final class OutcomeCheck {
  private OutcomeCheck() {}

  static void check(
      Demand demand,
      Outcome outcome,
      Set<Dimension> declared,
      Set<Dimension> permitted,
      String what) {
    for (Dimension lost : outcome.lost()) {
      if (!declared.contains(lost)) {
        fail(
            "The outcome of %s is wider in %s, which the capabilities do not declare. Declare it in"
                    .formatted(what, lost.word())
                + " Capabilities.widening, or write the rule as narrow as it is, or report it as"
                + " unsupported.");
      }
      if (!permitted.contains(lost)) {
        fail(
            "The outcome of %s is wider in %s, and no platform may be. Report it as unsupported; if"
                    .formatted(what, lost.word())
                + " the platform opens services by name, override mayLose.");
      }
      if (!canLose(demand, lost)) {
        fail(
            "The outcome of %s is wider in %s, but the rule does not say anything there that could"
                    .formatted(what, lost.word())
                + " be lost. Name only what was lost; Demand.expected() knows it.");
      }
    }
    boolean exact = outcome.kind() == Outcome.Kind.EXACT;
    if (exact && demand.expected().kind() == Outcome.Kind.WIDER) {
      fail(
          "The outcome of %s is exact, but the capabilities say that the platform cannot match its %s."
                  .formatted(what, demand.expected().lost())
              + " Call written, or narrow the capabilities.");
    }
    if (!exact && (outcome.reason().endsWith(".") || outcome.reason().contains("\n"))) {
      fail(
          "The reason for %s must be a phrase on one line, without a full stop: %s"
              .formatted(what, outcome.reason()));
    }
  }

  private static boolean canLose(Demand demand, Dimension lost) {
    if (!(demand instanceof FlowDemand flowDemand)) {
      return lost == Dimension.SOURCE || lost == Dimension.PORTS;
    }
    if (flowDemand.flow().action() == Action.DENY) {
      return false;
    }
    Traffic traffic = flowDemand.flow().traffic();
    Set<Dimension> said = EnumSet.noneOf(Dimension.class);
    if (!traffic.sourcePorts().isEmpty()) {
      said.add(Dimension.SOURCE_PORTS);
    }
    if (traffic.icmpType().isPresent()) {
      said.add(Dimension.ICMP_TYPE);
    }
    if (traffic.program().isPresent() && demand.side() == Side.INBOUND) {
      said.add(Dimension.PROGRAM);
    }
    if (traffic.ports().isPresent()) {
      said.add(Dimension.PORTS);
    }
    return said.contains(lost);
  }
}

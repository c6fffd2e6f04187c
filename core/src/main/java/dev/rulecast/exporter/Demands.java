package dev.rulecast.exporter;

import dev.rulecast.model.Action;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.PredefinedUse;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a policy into what an exporter has to write and what its declared capabilities already
 * decide.
 */
final class Demands {
  private final ExporterInfo info;
  private final Capabilities capabilities;
  private final List<Demand> toWrite = new ArrayList<>();
  private final List<ReportedOutcome> decided = new ArrayList<>();

  private Demands(ExporterInfo info) {
    this.info = info;
    this.capabilities = info.capabilities();
  }

  static Demands of(Policy policy, ExporterInfo info) {
    Demands demands = new Demands(info);
    Set<Flow> conflicts = demands.conflicts(policy.flows());
    policy.flows().forEach(flow -> demands.add(flow, conflicts.contains(flow)));
    policy.predefined().forEach(demands::add);
    return demands;
  }

  /** What the exporter has to write and to account for, in canonical order. */
  List<Demand> toWrite() {
    return Collections.unmodifiableList(toWrite);
  }

  /** What the capabilities decide. */
  List<ReportedOutcome> decided() {
    return decided;
  }

  private void add(Flow flow, boolean inDenyConflict) {
    List<Side> sides = managedSides(flow);
    if (sides.isEmpty()) {
      decide(flow.references(), Optional.empty(), elsewhere(flow, inDenyConflict));
    }
    for (Side side : sides) {
      Optional<Outcome> outcome = decided(flow, side, inDenyConflict);
      if (outcome.isPresent()) {
        decide(flow.references(), Optional.of(side), outcome.get());
      } else {
        toWrite.add(new FlowDemand(toWrite.size(), flow, side, expected(flow, side)));
      }
    }
  }

  private Outcome elsewhere(Flow flow, boolean inDenyConflict) {
    return inDenyConflict
        ? Outcome.unsupported(unmanaged(flow) + ", and an allow rule overlaps this deny rule")
        : Outcome.notApplicable(unmanaged(flow));
  }

  private String unmanaged(Flow flow) {
    String source = flow.source().id();
    String destination = flow.destination().id();
    String ends =
        source.equals(destination)
            ? "`%s` is not".formatted(source)
            : "neither `%s` nor `%s` is".formatted(source, destination);
    return ends + " managed by " + info.platform().id();
  }

  private List<Side> managedSides(Flow flow) {
    List<Side> sides = new ArrayList<>(2);
    for (Side side : Side.values()) {
      if (flow.at(side).isManagedBy(info.platform().id())) {
        sides.add(side);
      }
    }
    return sides;
  }

  private Optional<Outcome> decided(Flow flow, Side side, boolean inDenyConflict) {
    String platform = info.platform().title();
    if (side == Side.OUTBOUND && !capabilities.outbound()) {
      return Optional.of(Outcome.notApplicable(platform + " have no rules for outbound traffic"));
    }
    if (flow.action() == Action.DENY && !capabilities.deny()) {
      return Optional.of(
          inDenyConflict
              ? Outcome.unsupported(
                  platform + " cannot deny, and an allow rule overlaps this deny rule")
              : Outcome.exact());
    }
    if (!isKnown(flow.traffic().protocol())) {
      String reason = platform + " do not know the protocol " + flow.traffic().protocol();
      return Optional.of(Outcome.unsupported(reason));
    }
    if (flow.action() == Action.DENY) {
      return decidedDeny(flow, side);
    }
    if (inDenyConflict) {
      String why = capabilities.deny() ? " cannot express that deny rule" : " cannot deny";
      return Optional.of(Outcome.unsupported("a deny rule overlaps it, and " + platform + why));
    }
    return Optional.empty();
  }

  private Optional<Outcome> decidedDeny(Flow deny, Side side) {
    Set<Dimension> lost = lost(deny, side);
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        isRefusedAtDestination(deny, side)
            ? Outcome.notApplicable(
                "the program listens at `%s`, where the rule is written"
                    .formatted(deny.destination().id()))
            : Outcome.unsupported(reason(deny, lost)));
  }

  /**
   * Whether a deny that names a program, and so cannot be written at the source, is written at the
   * destination.
   */
  private boolean isRefusedAtDestination(Flow deny, Side side) {
    return side == Side.OUTBOUND
        && deny.destination().isManagedBy(info.platform().id())
        && lost(deny, Side.INBOUND).isEmpty();
  }

  private boolean isKnown(Protocol protocol) {
    return capabilities.everyProtocol() || isCommon(protocol);
  }

  private static boolean isCommon(Protocol protocol) {
    return protocol.hasPorts()
        || protocol.isAny()
        || protocol.equals(Protocol.ICMP)
        || protocol.equals(Protocol.ESP)
        || protocol.equals(Protocol.AH);
  }

  private Outcome expected(Flow flow, Side side) {
    Set<Dimension> lost = lost(flow, side);
    return lost.isEmpty() ? Outcome.exact() : Outcome.wider(lost, reason(flow, lost));
  }

  /** What the platform cannot match of a flow at one side. */
  private Set<Dimension> lost(Flow flow, Side side) {
    Set<Dimension> lost = EnumSet.noneOf(Dimension.class);
    if (!flow.traffic().sourcePorts().isEmpty()) {
      lost.add(Dimension.SOURCE_PORTS);
    }
    if (flow.traffic().icmpType().isPresent()) {
      lost.add(Dimension.ICMP_TYPE);
    }
    // A program listens at the destination; it says nothing about the source.
    if (flow.traffic().program().isPresent() && side == Side.INBOUND) {
      lost.add(Dimension.PROGRAM);
    }
    lost.retainAll(capabilities.widened());
    if (flow.traffic().program().isPresent()
        && side == Side.OUTBOUND
        && flow.action() == Action.DENY) {
      // At the source it would refuse the connections to every program.
      lost.add(Dimension.PROGRAM);
    }
    return lost;
  }

  private String reason(Flow flow, Set<Dimension> lost) {
    List<String> what =
        lost.stream()
            .sorted()
            .map(
                dimension ->
                    switch (dimension) {
                      case SOURCE_PORTS ->
                          "source ports "
                              + String.join(
                                  ", ",
                                  flow.traffic().sourcePorts().stream()
                                      .map(Object::toString)
                                      .toList());
                      case ICMP_TYPE -> "the ICMP type";
                      case PROGRAM -> "the program";
                      case PORTS -> "the ports";
                      case SOURCE -> "the source";
                    })
            .toList();
    return info.platform().title() + " do not match " + String.join(" and ", what);
  }

  private void add(PredefinedUse use) {
    String platform = use.rule().platform();
    boolean managed = use.endpoint().isManagedBy(info.platform().id());
    if (managed && capabilities.predefinedPlatforms().contains(platform)) {
      toWrite.add(new PredefinedDemand(toWrite.size(), use));
      return;
    }
    String reason =
        managed
            ? info.platform().title() + " have no predefined rules of " + platform
            : "`%s` is not managed by %s".formatted(use.endpoint().id(), info.platform().id());
    decide(List.of(use.reference()), Optional.of(Side.INBOUND), Outcome.notApplicable(reason));
  }

  private void decide(List<String> references, Optional<Side> side, Outcome outcome) {
    references.forEach(rule -> decided.add(new ReportedOutcome(rule, side, outcome)));
  }

  /**
   * The denies that cannot be written here although an allow that could be written overlaps them,
   * and these allows: without the deny they would permit what it refuses.
   */
  private Set<Flow> conflicts(List<Flow> flows) {
    List<Flow> denies =
        flows.stream().filter(f -> f.action() == Action.DENY && isMissing(f)).toList();
    if (denies.isEmpty()) {
      return Set.of();
    }
    List<Flow> allows =
        flows.stream()
            .filter(f -> f.action() == Action.ALLOW && isKnown(f.traffic().protocol()))
            .filter(f -> !writtenSides(f).isEmpty())
            .toList();
    return DenyConflicts.between(denies, allows, capabilities);
  }

  /**
   * Whether a deny is needed at a side where the platform cannot express it, or is not written at
   * all: then another endpoint with the same addresses could still be allowed what it refuses.
   */
  private boolean isMissing(Flow deny) {
    boolean expressible = capabilities.deny() && isKnown(deny.traffic().protocol());
    List<Side> sides = writtenSides(deny);
    return sides.isEmpty()
        || sides.stream()
            .anyMatch(
                side ->
                    !expressible
                        || (!lost(deny, side).isEmpty() && !isRefusedAtDestination(deny, side)));
  }

  /** The managed sides at which the platform has rules. */
  private List<Side> writtenSides(Flow flow) {
    return managedSides(flow).stream()
        .filter(side -> side == Side.INBOUND || capabilities.outbound())
        .toList();
  }
}

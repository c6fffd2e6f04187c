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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Set<Flow> conflicts = demands.denyConflicts(policy.flows());
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
      String reason =
          "neither `%s` nor `%s` is managed by %s"
              .formatted(flow.source().id(), flow.destination().id(), info.platform().id());
      decide(flow.references(), Optional.empty(), Outcome.notApplicable(reason));
    }
    for (Side side : sides) {
      Optional<Outcome> outcome = decided(flow, side, inDenyConflict);
      if (outcome.isPresent()) {
        decide(flow.references(), Optional.of(side), outcome.get());
      } else {
        toWrite.add(new FlowDemand(flow, side, expected(flow, side)));
      }
    }
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
    Protocol protocol = flow.traffic().protocol();
    if (!capabilities.everyProtocol() && !isCommon(protocol)) {
      return Optional.of(Outcome.unsupported(platform + " do not know the protocol " + protocol));
    }
    if (inDenyConflict) {
      String reason =
          flow.action() == Action.DENY
              ? platform + " cannot deny, and an allow rule overlaps this deny rule"
              : "a deny rule overlaps it, and " + platform + " cannot deny";
      return Optional.of(Outcome.unsupported(reason));
    }
    if (flow.action() == Action.DENY) {
      if (!capabilities.deny()) {
        return Optional.of(Outcome.exact());
      }
      Set<Dimension> lost = lost(flow, side);
      if (!lost.isEmpty()) {
        return Optional.of(Outcome.unsupported(reason(flow, lost)));
      }
    }
    return Optional.empty();
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
    return lost;
  }

  private String reason(Flow flow, Set<Dimension> lost) {
    String what =
        lost.stream()
            .sorted()
            .map(
                dimension ->
                    switch (dimension) {
                      case SOURCE_PORTS ->
                          "source ports "
                              + flow.traffic().sourcePorts().stream()
                                  .map(Object::toString)
                                  .collect(Collectors.joining(", "));
                      case ICMP_TYPE -> "the ICMP type";
                      case PROGRAM -> "the program";
                      case PORTS -> "the ports";
                      case SOURCE -> "the source";
                    })
            .collect(Collectors.joining(" and "));
    return info.platform().title() + " do not match " + what;
  }

  private void add(PredefinedUse use) {
    String platform = use.rule().platform();
    boolean managed = use.endpoint().isManagedBy(info.platform().id());
    if (managed && capabilities.predefinedPlatforms().contains(platform)) {
      toWrite.add(new PredefinedDemand(use));
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
   * The denies that a platform without deny rules cannot leave out because an allow that it would
   * write overlaps them, and these allows.
   */
  private Set<Flow> denyConflicts(List<Flow> flows) {
    if (capabilities.deny()) {
      return Set.of();
    }
    List<Flow> denies =
        flows.stream().filter(f -> f.action() == Action.DENY && isWritten(f)).toList();
    if (denies.isEmpty()) {
      return Set.of();
    }
    Map<String, List<Flow>> allowsBySource = new HashMap<>();
    for (Flow flow : flows) {
      if (flow.action() == Action.ALLOW && isWritten(flow)) {
        allowsBySource.computeIfAbsent(flow.source().id(), any -> new ArrayList<>()).add(flow);
      }
    }
    Set<Flow> conflicts = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Flow deny : denies) {
      for (List<Flow> allows : allowsBySource.values()) {
        if (!allows.get(0).source().mayOverlap(deny.source())) {
          continue;
        }
        for (Flow allow : allows) {
          if (allow.mayOverlap(deny)) {
            conflicts.add(allow);
            conflicts.add(deny);
          }
        }
      }
    }
    return conflicts;
  }

  /** Whether the platform has a rule to write for the flow at one of its sides. */
  private boolean isWritten(Flow flow) {
    return managedSides(flow).stream()
        .anyMatch(side -> side == Side.INBOUND || capabilities.outbound());
  }
}

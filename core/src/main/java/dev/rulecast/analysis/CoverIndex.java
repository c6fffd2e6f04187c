package dev.rulecast.analysis;

import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds, among flows with the same endpoints and action, one that contains a given one. */
final class CoverIndex {
  /** The flows of each protocol with the same source ports and program. */
  private final Map<Qualified, Group> groups = new LinkedHashMap<>();

  private record Qualified(
      Protocol protocol, List<PortRange> sourcePorts, Optional<String> program) {
    // Like a record's own, which are slow until the compiler knows them well.
    @Override
    public boolean equals(Object other) {
      return other instanceof Qualified qualified
          && protocol.equals(qualified.protocol)
          && sourcePorts.equals(qualified.sourcePorts)
          && program.equals(qualified.program);
    }

    @Override
    public int hashCode() {
      return (protocol.hashCode() * 31 + sourcePorts.hashCode()) * 31 + program.hashCode();
    }
  }

  CoverIndex(List<Flow> flows) {
    for (Flow flow : flows) {
      Traffic traffic = flow.traffic();
      Qualified key = new Qualified(traffic.protocol(), traffic.sourcePorts(), traffic.program());
      groups.computeIfAbsent(key, any -> new Group()).add(flow);
    }
    groups.values().forEach(Group::close);
  }

  /** Another flow that contains this one. */
  Optional<Flow> coverer(Flow flow) {
    Traffic traffic = flow.traffic();
    for (Map.Entry<Qualified, Group> entry : groups.entrySet()) {
      Protocol protocol = entry.getKey().protocol;
      boolean sameOrAny = protocol.isAny() || protocol.equals(traffic.protocol());
      if (sameOrAny && entry.getValue().first().traffic().containsQualifiers(traffic)) {
        Optional<Flow> found = entry.getValue().coverer(flow);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Flows that differ only in ports or ICMP types. */
  private static final class Group {
    private final List<Flow> flows = new ArrayList<>();

    /** At each place the flow that reaches farthest among those up to it. */
    private final List<Flow> farthest = new ArrayList<>();

    void add(Flow flow) {
      flows.add(flow);
    }

    Flow first() {
      return flows.get(0);
    }

    void close() {
      if (!first().traffic().protocol().hasPorts()) {
        return;
      }
      flows.sort(Group::byFirstPort);
      for (Flow flow : flows) {
        Flow before = farthest.isEmpty() ? flow : farthest.get(farthest.size() - 1);
        farthest.add(range(flow).last() > range(before).last() ? flow : before);
      }
    }

    Optional<Flow> coverer(Flow flow) {
      if (farthest.isEmpty()) {
        // No ports: every message of a protocol, or one of at most 65,792 ICMP types and codes.
        return flows.stream()
            .filter(other -> !other.equals(flow) && other.traffic().contains(flow.traffic()))
            .findFirst();
      }
      // In this order only a flow before it, or one with the same ports, can contain it.
      int found = Collections.binarySearch(flows, flow, Group::byFirstPort);
      int place = found < 0 ? -found - 2 : flows.get(found).equals(flow) ? found - 1 : found;
      if (place < 0) {
        return Optional.empty();
      }
      Flow other = farthest.get(place);
      return range(other).contains(range(flow)) ? Optional.of(other) : Optional.empty();
    }

    /** By first port ascending, the widest of those first. */
    private static int byFirstPort(Flow one, Flow other) {
      PortRange ports = range(one);
      PortRange others = range(other);
      return ports.first() != others.first()
          ? Integer.compare(ports.first(), others.first())
          : Integer.compare(others.last(), ports.last());
    }

    private static PortRange range(Flow flow) {
      return flow.traffic().ports().orElse(PortRange.ALL);
    }
  }
}

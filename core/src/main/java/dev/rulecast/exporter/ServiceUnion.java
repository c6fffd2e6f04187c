package dev.rulecast.exporter;

import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The protocols and destination ports (or ICMP messages) of several flows together. Tells in
 * logarithmic time what {@link Traffic#overlapsService} tells of one flow after the other.
 */
final class ServiceUnion {
  private final boolean everyProtocol;
  private final boolean empty;
  private final Map<Protocol, List<PortRange>> ports = new HashMap<>();
  private final Set<Protocol> whole = new HashSet<>();
  private final Map<Protocol, Set<IcmpType>> types = new HashMap<>();

  ServiceUnion(List<Flow> flows) {
    empty = flows.isEmpty();
    everyProtocol = flows.stream().anyMatch(flow -> flow.traffic().protocol().isAny());
    for (Flow flow : flows) {
      add(flow.traffic());
    }
    ports.replaceAll((protocol, ranges) -> PortRange.normalise(ranges));
  }

  private void add(Traffic traffic) {
    Protocol protocol = traffic.protocol();
    if (traffic.ports().isPresent()) {
      ports.computeIfAbsent(protocol, any -> new ArrayList<>()).add(traffic.ports().get());
    } else if (traffic.icmpType().isPresent()) {
      types.computeIfAbsent(protocol, any -> new HashSet<>()).add(traffic.icmpType().get());
    } else {
      whole.add(protocol);
    }
  }

  boolean overlaps(Traffic traffic) {
    if (everyProtocol || traffic.protocol().isAny()) {
      return !empty;
    }
    if (traffic.ports().isPresent()) {
      return overlaps(ports.getOrDefault(traffic.protocol(), List.of()), traffic.ports().get());
    }
    Set<IcmpType> named = types.getOrDefault(traffic.protocol(), Set.of());
    return whole.contains(traffic.protocol())
        || traffic
            .icmpType()
            .map(type -> named.stream().anyMatch(type::overlaps))
            .orElse(!named.isEmpty());
  }

  private static boolean overlaps(List<PortRange> disjoint, PortRange range) {
    int found = Collections.binarySearch(disjoint, range);
    int next = found >= 0 ? found : -found - 1;
    return (next < disjoint.size() && disjoint.get(next).overlaps(range))
        || (next > 0 && disjoint.get(next - 1).overlaps(range));
  }
}

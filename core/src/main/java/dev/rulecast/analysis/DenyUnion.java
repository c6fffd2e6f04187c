package dev.rulecast.analysis;

import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Traffic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that the deny flows between two endpoints refuse together. */
final class DenyUnion {
  private final List<Traffic> denied;

  /** The joined ranges that are refused to traffic like the key, by that traffic. */
  private final Map<Traffic, List<PortRange>> unions = new HashMap<>();

  DenyUnion(List<Flow> denies) {
    this.denied = denies.stream().map(Flow::traffic).toList();
  }

  /** Whether all of the traffic is refused. */
  boolean contains(Traffic traffic) {
    if (traffic.ports().isEmpty()) {
      return denied.stream().anyMatch(deny -> deny.contains(traffic));
    }
    PortRange range = traffic.ports().get();
    return unions.computeIfAbsent(likeOf(traffic), this::union).stream()
        .anyMatch(joined -> joined.contains(range));
  }

  private static Traffic likeOf(Traffic traffic) {
    return new Traffic(
        traffic.protocol(),
        traffic.ports().map(any -> PortRange.ALL),
        traffic.icmpType(),
        traffic.sourcePorts(),
        traffic.program());
  }

  private List<PortRange> union(Traffic like) {
    return PortRange.normalise(
        denied.stream()
            .filter(deny -> deny.protocol().isAny() || deny.protocol().equals(like.protocol()))
            .filter(deny -> deny.containsQualifiers(like))
            .map(deny -> deny.ports().orElse(PortRange.ALL))
            .toList());
  }
}

package dev.rulecast.analysis;

import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Everything that the deny flows between two endpoints refuse together. */
final class DenyUnion {
  private static final List<PortRange> EVERY_PORT = List.of(PortRange.ALL);

  private final List<Traffic> denied;
  private final List<Traffic> withoutPorts;

  /** The joined ranges that are refused to traffic like the key, by that traffic. */
  private final Map<Traffic, List<PortRange>> unions = new HashMap<>();

  DenyUnion(List<Flow> denies) {
    this.denied = denies.stream().map(Flow::traffic).toList();
    this.withoutPorts = denied.stream().filter(deny -> deny.ports().isEmpty()).toList();
  }

  /** Whether all of the traffic is refused. */
  boolean contains(Traffic traffic) {
    if (traffic.ports().isEmpty()) {
      return withoutPorts.stream().anyMatch(deny -> deny.contains(traffic));
    }
    PortRange range = traffic.ports().get();
    List<PortRange> joined = unions.computeIfAbsent(likeOf(traffic), this::union);
    // Disjoint ranges: only the last that begins before it, or the one that begins with it, can.
    int found = Collections.binarySearch(joined, range);
    int before = found >= 0 ? found : -found - 2;
    return (before >= 0 && joined.get(before).contains(range))
        || (before + 1 < joined.size() && joined.get(before + 1).contains(range));
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
    List<PortRange> whole = new ArrayList<>();
    Map<List<PortRange>, List<PortRange>> partial = new HashMap<>();
    for (Traffic deny : denied) {
      boolean refuses =
          (deny.protocol().isAny() || deny.protocol().equals(like.protocol()))
              && (deny.program().isEmpty() || deny.program().equals(like.program()));
      if (refuses) {
        List<PortRange> ports =
            deny.containsQualifiers(like)
                ? whole
                : partial.computeIfAbsent(deny.sourcePorts(), any -> new ArrayList<>());
        ports.add(deny.ports().orElse(PortRange.ALL));
      }
    }
    if (partial.size() > 1) {
      whole.addAll(refusedFromAll(like.sourcePorts(), partial));
    }
    return PortRange.normalise(whole);
  }

  /** Where denies of some source ports each refuse all the given source ports together. */
  private static List<PortRange> refusedFromAll(
      List<PortRange> sourcePorts, Map<List<PortRange>, List<PortRange>> denied) {
    List<PortRange> wanted = sourcePorts.isEmpty() ? EVERY_PORT : sourcePorts;
    List<PortRange> refused = new ArrayList<>();
    stretches(denied)
        .forEach(
            (ports, from) -> {
              List<PortRange> joined = PortRange.normalise(from);
              if (wanted.stream().allMatch(w -> joined.stream().anyMatch(j -> j.contains(w)))) {
                refused.add(ports);
              }
            });
    return refused;
  }

  /** The source ports that are refused, by the longest stretches of ports with the same ones. */
  private static Map<PortRange, List<PortRange>> stretches(
      Map<List<PortRange>, List<PortRange>> denied) {
    NavigableMap<Integer, List<PortRange>> byFirst = new TreeMap<>();
    List<Map.Entry<List<PortRange>, List<PortRange>>> joined = new ArrayList<>();
    denied.forEach((from, ports) -> joined.add(Map.entry(from, PortRange.normalise(ports))));
    for (var entry : joined) {
      for (PortRange range : entry.getValue()) {
        byFirst.putIfAbsent(range.first(), new ArrayList<>());
        byFirst.putIfAbsent(range.last() + 1, new ArrayList<>());
      }
    }
    for (var entry : joined) {
      for (PortRange range : entry.getValue()) {
        byFirst
            .subMap(range.first(), range.last() + 1)
            .values()
            .forEach(from -> from.addAll(entry.getKey()));
      }
    }
    Map<PortRange, List<PortRange>> stretches = new HashMap<>();
    byFirst.forEach(
        (first, from) -> {
          Integer next = byFirst.higherKey(first);
          if (next != null) {
            stretches.put(new PortRange(first, next - 1), from);
          }
        });
    return stretches;
  }
}

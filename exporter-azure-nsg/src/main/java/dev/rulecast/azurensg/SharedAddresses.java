package dev.rulecast.azurensg;

import dev.rulecast.model.IpRange;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds endpoints that have addresses in common but rules in different network security groups. One
 * pass over all ranges, so that the time grows with what is found and not with the pairs.
 */
final class SharedAddresses {
  private final int most;
  private final TreeSet<Pair> found = new TreeSet<>();

  /** In an order that does not change: it decides what is found first. */
  private final Map<String, List<Stretch>> open = new LinkedHashMap<>();

  /** Two endpoints by id, the smaller one first. */
  record Pair(String one, String other) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair pair) {
      int byOne = one.compareTo(pair.one);
      return byOne != 0 ? byOne : other.compareTo(pair.other);
    }
  }

  private record Stretch(IpRange range, Endpoint endpoint, String group)
      implements Comparable<Stretch> {
    @Override
    public int compareTo(Stretch other) {
      int byRange = range.compareTo(other.range);
      return byRange != 0 ? byRange : endpoint.compareTo(other.endpoint);
    }
  }

  private SharedAddresses(int most) {
    this.most = most;
  }

  /**
   * Pairs of endpoints in different groups, in order.
   *
   * @param most stops when there are so many
   */
  static Collection<Pair> between(Collection<NsgBuilder> groups, int most) {
    List<Stretch> stretches = new ArrayList<>();
    for (NsgBuilder group : groups) {
      for (Endpoint endpoint : group.endpoints()) {
        for (IpRange range : endpoint.addresses().ranges()) {
          stretches.add(new Stretch(range, endpoint, group.key()));
        }
      }
    }
    Collections.sort(stretches);
    SharedAddresses shared = new SharedAddresses(most);
    for (Stretch stretch : stretches) {
      if (shared.found.size() >= most) {
        break;
      }
      shared.add(stretch);
    }
    return shared.found;
  }

  private void add(Stretch stretch) {
    for (Iterator<Map.Entry<String, List<Stretch>>> it = open.entrySet().iterator();
        it.hasNext(); ) {
      Map.Entry<String, List<Stretch>> other = it.next();
      if (other.getKey().equals(stretch.group)) {
        continue;
      }
      List<Stretch> overlapping = other.getValue();
      overlapping.removeIf(o -> o.range.last().compareTo(stretch.range.first()) < 0);
      if (overlapping.isEmpty()) {
        it.remove();
      }
      for (Stretch before : overlapping) {
        add(before.endpoint.id(), stretch.endpoint.id());
      }
    }
    open.computeIfAbsent(stretch.group, any -> new ArrayList<>(1)).add(stretch);
  }

  private void add(String one, String other) {
    if (found.size() < most) {
      found.add(one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one));
    }
  }
}

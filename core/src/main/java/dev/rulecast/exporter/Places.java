package dev.rulecast.exporter;

import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpRange;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where endpoints are. All that have the same addresses, or none, are at one place. */
final class Places {
  private final Map<Endpoint, Place> byEndpoint = new HashMap<>();
  private final Map<AddressSet, Place> byAddresses = new HashMap<>();

  /** Compared by identity, which is quicker than to compare addresses. */
  static final class Place {
    private final AddressSet addresses;

    private Place(AddressSet addresses) {
      this.addresses = addresses;
    }
  }

  private record Stretch(IpRange range, Place place, boolean isOther) {}

  Place of(Endpoint endpoint) {
    return byEndpoint.computeIfAbsent(
        endpoint, e -> byAddresses.computeIfAbsent(e.addresses(), Place::new));
  }

  /**
   * For each of some places those of others that may have an address in common with it: some do, or
   * one of the two is unbound. One pass over all ranges, so that the time grows with the overlaps
   * and not with the pairs.
   */
  static Map<Place, Set<Place>> overlaps(Set<Place> some, Set<Place> others) {
    Map<Place, Set<Place>> overlaps = new HashMap<>();
    List<Place> unbound = others.stream().filter(place -> place.addresses.isEmpty()).toList();
    for (Place place : some) {
      overlaps.put(place, new HashSet<>(place.addresses.isEmpty() ? others : unbound));
    }
    List<Stretch> open = new ArrayList<>();
    List<Stretch> openOthers = new ArrayList<>();
    for (Stretch stretch : ascending(some, others)) {
      List<Stretch> opposite = stretch.isOther ? open : openOthers;
      opposite.removeIf(before -> before.range.last().compareTo(stretch.range.first()) < 0);
      for (Stretch overlapping : opposite) {
        Stretch one = stretch.isOther ? overlapping : stretch;
        Stretch other = stretch.isOther ? stretch : overlapping;
        overlaps.computeIfAbsent(one.place, any -> new HashSet<>()).add(other.place);
      }
      (stretch.isOther ? openOthers : open).add(stretch);
    }
    return overlaps;
  }

  private static List<Stretch> ascending(Set<Place> some, Set<Place> others) {
    List<Stretch> stretches = new ArrayList<>();
    some.forEach(
        place ->
            place.addresses.ranges().forEach(r -> stretches.add(new Stretch(r, place, false))));
    others.forEach(
        place -> place.addresses.ranges().forEach(r -> stretches.add(new Stretch(r, place, true))));
    stretches.sort((a, b) -> a.range.compareTo(b.range));
    return stretches;
  }
}

package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.IpRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The endpoints of a run. The same name is the same endpoint in every document; its id depends on
 * its name alone, unless two names have one id.
 */
final class EndpointNames {
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  private final SortedMap<String, Known> byKey = new TreeMap<>();
  private final Map<String, String> ids = new HashMap<>();

  /** What is known of an endpoint. */
  private static final class Known {
    private final Set<String> titles = new TreeSet<>(LONGEST_FIRST);
    private boolean external;
    private List<IpRange> addresses = List.of();
  }

  /**
   * Takes the endpoints of a row that can be read otherwise.
   *
   * @throws InvalidValueException if one of them has other addresses than in a row before; then
   *     none is taken
   */
  void add(List<EndpointName> names) {
    Map<String, List<IpRange>> here = new HashMap<>();
    for (EndpointName name : names) {
      Known known = byKey.get(name.key());
      if (known != null) {
        here.putIfAbsent(name.key(), known.addresses);
      }
      List<IpRange> before = here.getOrDefault(name.key(), List.of());
      boolean differ =
          !before.isEmpty()
              && !name.addresses().isEmpty()
              && !AddressSet.of(before).equals(AddressSet.of(name.addresses()));
      if (differ) {
        throw new InvalidValueException(
            UserText.quote(name.title()) + " has other addresses in a row before.",
            "give the two a name each");
      }
      if (!name.addresses().isEmpty()) {
        here.put(name.key(), name.addresses());
      }
    }
    for (EndpointName name : names) {
      Known known = byKey.computeIfAbsent(name.key(), any -> new Known());
      known.titles.add(name.title());
      known.external |= !name.fqdns().isEmpty();
      if (!name.addresses().isEmpty()) {
        known.addresses = name.addresses();
      }
    }
  }

  /** Gives every endpoint its id; nothing is added any more. */
  void number() {
    UniqueIds unique = new UniqueIds();
    for (Map.Entry<String, Known> entry : byKey.entrySet()) {
      ids.put(entry.getKey(), unique.unique(slug(entry.getValue().titles.iterator().next())));
    }
  }

  private static String slug(String title) {
    return Slug.of(EndpointName.plural(title), "host", "hosts");
  }

  String id(EndpointName name) {
    String id = ids.get(name.key());
    if (id == null) {
      throw new IllegalArgumentException(name.title());
    }
    return id;
  }

  private Known known(EndpointName name) {
    Known known = byKey.get(name.key());
    if (known == null) {
      throw new IllegalArgumentException(name.title());
    }
    return known;
  }

  String title(EndpointName name) {
    return known(name).titles.iterator().next();
  }

  boolean isExternal(EndpointName name) {
    return known(name).external;
  }

  /** The endpoints whose addresses the tables give, by id. */
  SortedMap<String, List<IpRange>> addresses() {
    SortedMap<String, List<IpRange>> addresses = new TreeMap<>();
    byKey.forEach(
        (key, known) -> {
          String id = ids.get(key);
          if (id != null && !known.addresses.isEmpty()) {
            addresses.put(id, known.addresses);
          }
        });
    return addresses;
  }

  /** Every id with the names that it stands for, where these are more than one. */
  SortedMap<String, List<String>> united() {
    SortedMap<String, List<String>> united = new TreeMap<>();
    byKey.forEach(
        (key, known) -> {
          Set<String> spellings = new TreeSet<>();
          known.titles.forEach(title -> spellings.add(Words.of(title)));
          String id = ids.get(key);
          if (id != null && spellings.size() > 1) {
            united.put(id, new ArrayList<>(known.titles));
          }
        });
    return united;
  }
}

package dev.rulecast.importer;

import dev.rulecast.model.Ids;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Ids of one kind, of which none is taken twice. */
final class UniqueIds {
  private final Set<String> taken = new HashSet<>();

  /** The number to try next for an id that many want; all below it are taken. */
  private final Map<String, Integer> next = new HashMap<>();

  /** Takes an id, if it is free. */
  boolean take(String id) {
    return taken.add(id);
  }

  /** Takes the id, or else the first of {@code id-2}, {@code id-3}, … that is free. */
  String unique(String id) {
    if (taken.add(id)) {
      return id;
    }
    int number = next.getOrDefault(id, 2);
    String unique = numbered(id, number);
    while (!taken.add(unique)) {
      number++;
      unique = numbered(id, number);
    }
    next.put(id, number + 1);
    return unique;
  }

  private static String numbered(String id, int number) {
    String suffix = "-" + number;
    return Slug.cut(id, Ids.MAX_CHARS - suffix.length()) + suffix;
  }
}

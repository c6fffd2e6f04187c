package dev.rulecast.output;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last export left about its folder, as far as the next one needs it.
 *
 * @param files the SHA-256 of each file, by path
 * @param memory the exporter's small map
 */
record Manifest(SortedMap<String, String> files, SortedMap<String, String> memory) {
  static final String NAME = ".rulecast.json";
  static final int VERSION = 1;

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    memory = Collections.unmodifiableSortedMap(new TreeMap<>(memory));
  }

  /** What is known of a folder that nothing was exported to. */
  static Manifest empty() {
    return new Manifest(new TreeMap<>(Map.of()), new TreeMap<>(Map.of()));
  }
}

package dev.rulecast.testkit;

import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@link RandomDocuments} have more of or less of. Shares are of 100.
 *
 * @param platforms those that an environment may name, by id, with what it says of endpoints
 * @param denies the share of rules that deny
 * @param unbound the share of endpoints without addresses
 * @param apart whether no two managed endpoints have an address in common, as where a machine
 *     belongs to one of them; other endpoints overlap with them all the same
 */
public record RandomOptions(
    SortedMap<String, Settings> platforms, int denies, int unbound, boolean apart) {
  /** Copies the map. */
  public RandomOptions {
    platforms = Collections.unmodifiableSortedMap(new TreeMap<>(platforms));
  }

  /** Says what a platform wants to know of an endpoint. */
  @FunctionalInterface
  public interface Settings {
    /** A platform that takes no settings, or does without. */
    Settings NONE = (endpoint, bound, random) -> "";

    /**
     * The settings of one endpoint, as a mapping in YAML's flow style; empty: none.
     *
     * @param endpoint its id
     * @param bound whether it has addresses
     * @param random decides whatever is left open
     */
    String of(String endpoint, boolean bound, Random random);
  }

  /** Something of everything, for one platform. */
  public static RandomOptions of(String platform, Settings settings) {
    return new RandomOptions(new TreeMap<>(Map.of(platform, settings)), 15, 20, false);
  }

  /** The same, with this share of rules that deny. */
  public RandomOptions withDenies(int share) {
    return new RandomOptions(platforms, share, unbound, apart);
  }

  /** The same, with this share of endpoints without addresses. */
  public RandomOptions withUnbound(int share) {
    return new RandomOptions(platforms, denies, share, apart);
  }

  /** The same, but no two managed endpoints have an address in common. */
  public RandomOptions withManagedApart() {
    return new RandomOptions(platforms, denies, unbound, true);
  }
}

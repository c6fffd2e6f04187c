package dev.rulecast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The endpoints of a random case, and what an environment says of them. */
final class RandomEndpoints {
  /** Some are words that a language or a naming scheme may take for something else. */
  private static final List<String> IDS =
      List.of(
          "web",
          "web-server",
          "web-server-2",
          "dc-01",
          "dc01",
          "database",
          "auditor-server",
          "from",
          "to-x",
          "existing",
          "cidr",
          "n1-app",
          "sg-admins",
          "each",
          "local",
          "mail-relay",
          "x");

  private final RandomOptions options;
  private final Dice dice;
  private final List<Endpoint> all = new ArrayList<>();
  private final String defaults;

  /**
   * An endpoint.
   *
   * @param external whether it is outside the organisation
   * @param managed whether some platform writes its rules
   * @param addresses where it is
   * @param binding what the environment says of it; empty: nothing
   */
  record Endpoint(
      String id,
      boolean external,
      boolean managed,
      RandomAddresses addresses,
      List<String> binding) {
    /** What a rule set says of it. Titles and host names differ, and that is allowed. */
    String declaration(Dice dice) {
      List<String> entries = new ArrayList<>();
      if (dice.chance(40)) {
        entries.add("title: \"" + dice.one("The ", "The ", "Größe & Co. – ", "\\\"") + id + "\"");
      }
      if (external || dice.chance(5)) {
        entries.add("external: " + external);
      }
      if (dice.chance(external ? 50 : 5)) {
        entries.add(
            "fqdns: [\"*.%s.example\", %s.%s.example]".formatted(id, dice.one("a", "b"), id));
      }
      return "{" + String.join(", ", entries) + "}";
    }
  }

  private RandomEndpoints(RandomOptions options, Dice dice) {
    this.options = options;
    this.dice = dice;
    this.defaults = dice.chance(15) ? dice.one(platforms(options.platforms().keySet()), "[]") : "";
  }

  /**
   * Makes some.
   *
   * @param bound whether there is an environment
   */
  static RandomEndpoints of(RandomOptions options, boolean bound, Dice dice) {
    RandomEndpoints endpoints = new RandomEndpoints(options, dice);
    for (String id : dice.some(dice.between(3, 6), IDS)) {
      endpoints.all.add(endpoints.endpoint(id, bound));
    }
    return endpoints;
  }

  List<Endpoint> all() {
    return all;
  }

  private Endpoint endpoint(String id, boolean inEnvironment) {
    boolean external = dice.chance(25);
    String managers = "";
    boolean managed = !external && (!inEnvironment || !defaults.equals("[]"));
    if (inEnvironment && dice.chance(external ? 20 : defaults.equals("[]") ? 80 : 15)) {
      managed = external || defaults.equals("[]") || dice.chance(50);
      managers = managed ? platforms(options.platforms().keySet()) : "[]";
    }
    boolean bound = inEnvironment && !dice.chance(options.unbound());
    RandomAddresses addresses =
        !bound
            ? RandomAddresses.UNBOUND
            : managed && options.apart()
                ? RandomAddresses.apart(all.size(), dice)
                : RandomAddresses.anywhere(dice);
    List<String> binding = new ArrayList<>();
    if (bound) {
      binding.add("addresses: " + quoted(addresses.items()));
    }
    if (!managers.isEmpty()) {
      binding.add("managedBy: " + managers);
    }
    String settings = inEnvironment ? settings(id, bound) : "";
    if (!settings.isEmpty()) {
      binding.add("settings: {" + settings + "}");
    }
    return new Endpoint(id, external, managed, addresses, List.copyOf(binding));
  }

  private String settings(String id, boolean bound) {
    Map<String, String> settings = new TreeMap<>();
    options
        .platforms()
        .forEach((platform, source) -> settings.put(platform, source.of(id, bound, dice.random())));
    return settings.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Most of the time all platforms, for these are mostly one; else some. */
  private String platforms(Iterable<String> known) {
    List<String> some = new ArrayList<>();
    known.forEach(
        id -> {
          if (dice.chance(80)) {
            some.add(id);
          }
        });
    return some.isEmpty()
        ? "[" + known.iterator().next() + "]"
        : "[" + String.join(", ", some) + "]";
  }

  private static String quoted(List<String> items) {
    return items.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }

  /** The part of the environment. */
  String environment() {
    StringBuilder text = new StringBuilder();
    if (!defaults.isEmpty()) {
      text.append("defaults: {managedBy: ").append(defaults).append("}\n");
    }
    text.append("endpoints:\n");
    for (Endpoint endpoint : all) {
      if (!endpoint.binding.isEmpty() || dice.chance(20)) {
        text.append("  %s: {%s}\n".formatted(endpoint.id, String.join(", ", endpoint.binding)));
      }
    }
    // The reader warns of an endpoint that no rule set names.
    text.append("  unnamed: {addresses: [10.9.9.9]}\n");
    return text.toString();
  }
}

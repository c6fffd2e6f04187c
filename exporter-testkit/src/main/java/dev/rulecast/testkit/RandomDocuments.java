package dev.rulecast.testkit;

import dev.rulecast.testkit.RandomEndpoints.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Documents that nobody thought of: valid, small, and over many seeds with everything that
 * documents can say. The same seed and options give the same documents.
 */
public final class RandomDocuments {
  private static final List<String> PARAMETERS = List.of("web-port", "admin-ports");

  private static final List<String> PREDEFINED =
      List.of(
          "Remote Event Log Management (NP-In)",
          "Remote Event Log Management (RPC)",
          "Remote Event Log Management (RPC-EPMAP)",
          "Remote Service Management (RPC)",
          "File and Printer Sharing (Echo Request - ICMPv4-In)");

  private static final List<String> PURPOSES =
      List.of(
          "\"Because\"",
          "\"Größe: 5 > 4\"",
          "\"First line\\nsecond line\"",
          "\"The same for all\"");

  private final Dice dice;
  private final RandomOptions options;
  private final boolean bound;
  private final RandomEndpoints endpoints;
  private final Map<String, String> defaultPorts = new TreeMap<>();
  private final Map<String, String> givenPorts = new TreeMap<>();
  private final Set<String> withDefault = new HashSet<>();

  /** What rules said so far besides their ids and purposes; rules are sometimes repeated. */
  private final List<RandomRule> said = new ArrayList<>();

  /**
   * What a rule says.
   *
   * @param text action, ends and traffic, in YAML's flow style
   * @param deny whether it denies
   * @param endpoints those that it names
   * @param parameters likewise
   */
  private record RandomRule(
      String text, boolean deny, List<Endpoint> endpoints, List<String> parameters) {}

  private RandomDocuments(long seed, RandomOptions options) {
    this.dice = new Dice(new Random(seed));
    this.options = options;
    this.bound = !dice.chance(8);
    this.endpoints = RandomEndpoints.of(options, bound, dice);
    for (String parameter : dice.some(dice.between(0, 2), PARAMETERS)) {
      boolean given = bound && dice.chance(60);
      if (given) {
        givenPorts.put(parameter, portValue());
      }
      if (!given || dice.chance(50)) {
        defaultPorts.put(parameter, portValue());
      }
    }
  }

  private String portValue() {
    return dice.chance(50)
        ? RandomTraffic.port(dice)
        : "[" + RandomTraffic.port(dice) + ", " + RandomTraffic.port(dice) + "]";
  }

  /** The documents of a seed; their name tells it. */
  public static Fixture of(long seed, RandomOptions options) {
    return new RandomDocuments(seed, options).fixture(seed);
  }

  private Fixture fixture(long seed) {
    List<String> documents = new ArrayList<>();
    int ruleSets = dice.one(1, 1, 2, 3);
    for (int i = 0; i < ruleSets; i++) {
      documents.add(ruleSet(dice.one("a", "rules", "z-9") + "-" + i, ruleSets));
    }
    Fixture fixture = Fixture.of("seed-" + seed, String.join("---\n", documents));
    return bound ? fixture.in(environment()) : fixture;
  }

  private String environment() {
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: rulecast/v1\nkind: Environment\nmetadata: {name: random}\n");
    text.append(endpoints.environment());
    if (!givenPorts.isEmpty()) {
      text.append("parameters: ").append(mapping(givenPorts, value -> value)).append('\n');
    }
    return text.toString();
  }

  private static String mapping(Map<String, String> entries, Function<String, String> value) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + value.apply(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String ruleSet(String name, int ruleSets) {
    Map<String, String> declared = new TreeMap<>();
    Set<String> parameters = new LinkedHashSet<>();
    List<String> rules = new ArrayList<>();
    int count = Math.max(1, dice.between(3, 12) / ruleSets);
    for (int i = 0; i < count; i++) {
      RandomRule rule = dice.chance(12) && !said.isEmpty() ? dice.one(said) : rule();
      said.add(rule);
      declare(rule.endpoints, declared);
      parameters.addAll(rule.parameters);
      rules.add("  - {id: r%s, %s, %s}\n".formatted(i, rule.text, remarks(i, rule.deny)));
    }
    String predefined = dice.chance(15) ? predefined(declared) : "";
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: rulecast/v1\nkind: RuleSet\n");
    text.append("metadata: {name: %s%s%s}\n".formatted(name, title(name), reference()));
    text.append("endpoints: ").append(mapping(declared, value -> value)).append('\n');
    parameters.addAll(dice.some(dice.one(0, 0, 1), List.copyOf(defaultPorts.keySet())));
    if (!parameters.isEmpty()) {
      text.append("parameters: ").append(parameters(parameters)).append('\n');
    }
    if (predefined.isEmpty() || dice.chance(70)) {
      text.append("rules:\n").append(String.join("", rules));
    }
    return text.append(predefined).toString();
  }

  private void declare(List<Endpoint> named, Map<String, String> declared) {
    named.forEach(
        endpoint -> declared.computeIfAbsent(endpoint.id(), id -> endpoint.declaration(dice)));
  }

  private String title(String name) {
    return dice.chance(50) ? ", title: \"Rules: " + name + "\"" : "";
  }

  private String reference() {
    return dice.chance(30) ? ", reference: \"https://vendor.example/ports?v=1#t\"" : "";
  }

  /** Declares parameters. One rule set has the default; others may have it, and the same. */
  private String parameters(Set<String> ids) {
    Map<String, String> declarations = new TreeMap<>();
    for (String id : ids) {
      List<String> entries = new ArrayList<>();
      if (dice.chance(40)) {
        entries.add("description: \"Ports: " + id + "\"");
      }
      String ports = defaultPorts.get(id);
      if (ports != null && (withDefault.add(id) || dice.chance(50))) {
        entries.add("default: " + ports);
      }
      declarations.put(id, "{" + String.join(", ", entries) + "}");
    }
    return mapping(declarations, value -> value);
  }

  private RandomRule rule() {
    List<String> parameters = new ArrayList<>(givenPorts.keySet());
    parameters.addAll(defaultPorts.keySet());
    for (int attempt = 0; attempt < 50; attempt++) {
      RandomTraffic traffic = RandomTraffic.of(parameters, dice);
      List<Endpoint> sources = dice.some(dice.one(1, 1, 1, 2, 3), endpoints.all());
      List<Endpoint> destinations =
          dice.chance(6) ? sources : dice.some(dice.one(1, 1, 1, 2, 3), endpoints.all());
      boolean possible =
          sources.stream()
              .allMatch(
                  from ->
                      destinations.stream()
                          .allMatch(to -> traffic.isPossible(from.addresses(), to.addresses())));
      List<Endpoint> both = new ArrayList<>(sources);
      both.addAll(destinations);
      boolean concerns = both.stream().anyMatch(Endpoint::managed) || dice.chance(10);
      if (possible && concerns) {
        return rule(sources, destinations, traffic);
      }
    }
    List<Endpoint> alone = List.of(endpoints.all().get(0));
    return rule(alone, alone, new RandomTraffic("protocol: any", false, false, List.of()));
  }

  private RandomRule rule(
      List<Endpoint> sources, List<Endpoint> destinations, RandomTraffic traffic) {
    boolean deny = dice.chance(options.denies());
    String action = deny ? "action: deny, " : dice.chance(20) ? "action: allow, " : "";
    List<Endpoint> both = new ArrayList<>(sources);
    both.addAll(destinations);
    return new RandomRule(
        "%ssource: %s, destination: %s, %s"
            .formatted(action, ids(sources), ids(destinations), traffic.text()),
        deny,
        both,
        traffic.parameters());
  }

  private String ids(List<Endpoint> ends) {
    List<String> ids = new ArrayList<>(ends.stream().map(Endpoint::id).toList());
    if (ids.size() == 1 && dice.chance(70)) {
      return ids.get(0);
    }
    if (dice.chance(5)) {
      ids.add(ids.get(0));
    }
    return "[" + String.join(", ", ids) + "]";
  }

  private String remarks(int number, boolean deny) {
    String purpose = dice.chance(60) ? "\"Rule " + number + "\"" : dice.one(PURPOSES);
    StringBuilder text = new StringBuilder("purpose: " + purpose);
    if (dice.chance(15)) {
      text.append(", owner: \"Team, ").append(number).append('"');
    }
    if (dice.chance(15)) {
      text.append(", ticket: CHG-").append(number);
    }
    if (dice.chance(10)) {
      text.append(", notes: \"One\\n\\tTwo\"");
    }
    if (dice.chance(20)) {
      String over = deny ? "" : dice.one("", Fixture.AS_OF.minusDays(1).toString(), "2025-02-28");
      String day =
          dice.one(Fixture.AS_OF.toString(), Fixture.AS_OF.plusDays(20).toString(), "2030-12-31");
      text.append(", expires: ").append(over.isEmpty() ? day : over);
    }
    return text.toString();
  }

  private String predefined(Map<String, String> declared) {
    List<Endpoint> sources = dice.some(dice.one(1, 1, 2), endpoints.all());
    List<Endpoint> targets = dice.some(dice.one(1, 1, 2), endpoints.all());
    declare(sources, declared);
    declare(targets, declared);
    String rules =
        dice.some(dice.between(1, 5), PREDEFINED).stream()
            .collect(Collectors.joining("\", \"", "[\"", "\"]"));
    Optional<String> purpose = dice.chance(50) ? Optional.of(dice.one(PURPOSES)) : Optional.empty();
    return "predefinedRules:\n  - {id: shipped, platform: windows, source: %s, endpoint: %s, rules: %s%s}\n"
        .formatted(
            ids(sources), ids(targets), rules, purpose.map(p -> ", purpose: " + p).orElse(""));
  }
}

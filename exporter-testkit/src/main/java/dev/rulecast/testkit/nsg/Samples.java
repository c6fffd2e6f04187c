package dev.rulecast.testkit.nsg;

import dev.rulecast.testkit.Fixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What to try, given documents: the boundaries of everything that they name. */
final class Samples {
  private final List<Map<?, ?>> ruleSets = new ArrayList<>();
  private final Map<String, List<String>> addresses = new LinkedHashMap<>();
  private final Map<String, String> groups = new LinkedHashMap<>();
  private final Set<Integer> ports = new TreeSet<>(Set.of(1, 65_535));
  private final Set<Integer> sourcePorts = new TreeSet<>(Set.of(50_000));
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<String> programs = new LinkedHashSet<>(Set.of(""));

  Samples(Fixture fixture) {
    Yaml yaml = yaml();
    fixture.environment().ifPresent(text -> yaml.loadAll(text).forEach(this::environment));
    yaml.loadAll(fixture.ruleSets()).forEach(this::ruleSet);
    yaml.loadAll(fixture.ruleSets()).forEach(document -> ruleSets.add((Map<?, ?>) document));
    addresses.keySet().retainAll(named);
  }

  /** All scalars are texts, so that they are written as they were read. */
  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    return new Yaml(
        new SafeConstructor(new LoaderOptions()),
        new Representer(options),
        options,
        new LoaderOptions(),
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            // none
          }
        });
  }

  /**
   * The rule sets with those allows only that are for some endpoints, and with every deny.
   *
   * @param key {@code source} or {@code destination}
   */
  String withAllowsFor(String key, Collection<String> endpoints) {
    List<Object> documents = new ArrayList<>();
    for (Map<?, ?> ruleSet : ruleSets) {
      Map<Object, Object> copy = new LinkedHashMap<>(ruleSet);
      List<Object> rules = new ArrayList<>();
      Object all = ruleSet.get("rules");
      for (Object rule : all instanceof List<?> list ? list : List.of()) {
        Map<Object, Object> kept = new LinkedHashMap<>((Map<?, ?>) rule);
        List<String> ends = new ArrayList<>(list(kept, key));
        boolean deny = "deny".equals(kept.get("action"));
        if (!deny) {
          ends.retainAll(endpoints);
          kept.put(key, ends);
        }
        if (deny || !ends.isEmpty()) {
          rules.add(kept);
        }
      }
      copy.put("rules", rules);
      documents.add(copy);
    }
    return yaml().dumpAll(documents.iterator());
  }

  private static Map<?, ?> map(Map<?, ?> node, String key) {
    return node.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<String> list(Map<?, ?> node, String key) {
    Object value = node.get(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  private void environment(Object document) {
    Map<?, ?> environment = (Map<?, ?>) document;
    map(environment, "endpoints")
        .forEach(
            (id, value) -> {
              Map<?, ?> endpoint = (Map<?, ?>) value;
              addresses.put((String) id, list(endpoint, "addresses"));
              list(map(map(endpoint, "settings"), "azure-nsg"), "nsg")
                  .forEach(nsg -> groups.put((String) id, nsg));
            });
    map(environment, "parameters").keySet().forEach(p -> ports(map(environment, "parameters"), p));
  }

  private void ports(Map<?, ?> node, Object key) {
    list(node, (String) key).forEach(text -> addPorts(text, ports));
  }

  private void ruleSet(Object document) {
    Map<?, ?> ruleSet = (Map<?, ?>) document;
    map(ruleSet, "parameters").forEach((id, parameter) -> ports((Map<?, ?>) parameter, "default"));
    Object rules = ruleSet.get("rules");
    for (Object rule : rules instanceof List<?> all ? all : List.of()) {
      ports((Map<?, ?>) rule, "ports");
      list((Map<?, ?>) rule, "sourcePorts").forEach(text -> addPorts(text, sourcePorts));
      programs.addAll(list((Map<?, ?>) rule, "program"));
      named.addAll(list((Map<?, ?>) rule, "source"));
      named.addAll(list((Map<?, ?>) rule, "destination"));
    }
  }

  private static void addPorts(String text, Set<Integer> boundaries) {
    if (text.startsWith("$") || text.equals("any")) {
      return;
    }
    for (String end : text.split("-", 2)) {
      int port = Integer.parseInt(end);
      boundaries.addAll(List.of(Math.max(1, port - 1), port, Math.min(65_535, port + 1)));
    }
  }

  /** Networks by endpoint, of those that rules name. */
  Map<String, List<String>> addresses() {
    return addresses;
  }

  /** The group of an endpoint, whether or not there is one. */
  String group(String endpoint) {
    return groups.getOrDefault(endpoint, "nsg-" + endpoint);
  }

  List<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>(List.of("198.18.0.1", "2001:db8:9999::1"));
    addresses.values().forEach(all -> all.forEach(n -> hosts.addAll(Networks.boundaries(n))));
    return new ArrayList<>(hosts);
  }

  /** One host for all that are in the same networks. */
  List<String> representatives() {
    Map<String, String> bySignature = new LinkedHashMap<>();
    for (String host : hosts()) {
      String signature =
          addresses.entrySet().stream()
              .filter(e -> e.getValue().stream().anyMatch(n -> Networks.contain(n, host)))
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(" ", host.contains(":") ? "6 " : "4 ", ""));
      bySignature.putIfAbsent(signature, host);
    }
    return List.copyOf(bySignature.values());
  }

  Set<Integer> ports() {
    return ports;
  }

  Set<Integer> sourcePorts() {
    return sourcePorts;
  }

  Set<String> programs() {
    return programs;
  }
}

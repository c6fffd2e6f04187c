package dev.rulecast.testkit.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the documents of a run and resolves their references. */
final class Documents {
  private static final Set<String> RULE_KEYS =
      Set.of(
          "id",
          "action",
          "source",
          "destination",
          "protocol",
          "ports",
          "sourcePorts",
          "icmpTypes",
          "program",
          "purpose",
          "owner",
          "ticket",
          "notes",
          "expires");

  private final LocalDate asOf;
  private final List<Fields> ruleSets = new ArrayList<>();
  private final Fields environment;
  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Set<String> externals = new HashSet<>();
  private final Map<String, List<String>> parameters = new HashMap<>();
  private final Map<String, List<String>> elsewhere;

  Documents(LocalDate asOf, String... texts) {
    this(asOf, Map.of(), texts);
  }

  /** The same, where some endpoints have other addresses than the environment says. */
  Documents(LocalDate asOf, Map<String, List<String>> elsewhere, String... texts) {
    this.asOf = asOf;
    this.elsewhere = elsewhere;
    List<Fields> environments = new ArrayList<>();
    for (Fields document : Fields.read(texts)) {
      require(document.text("apiVersion", "").equals("rulecast/v1"), "Not a document of rulecast.");
      boolean ruleSet = document.text("kind", "").equals("RuleSet");
      (ruleSet ? ruleSets : environments).add(document);
    }
    require(environments.size() <= 1, "More than one environment.");
    environment = environments.isEmpty() ? Fields.EMPTY : environments.get(0);
    readParameters();
    readEndpoints();
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private void readParameters() {
    for (Fields ruleSet : ruleSets) {
      ruleSet
          .mappings("parameters")
          .forEach(
              (id, parameter) -> {
                // One rule set may leave the default to another.
                if (parameter.has("default")) {
                  parameters.put(id, parameter.list("default"));
                }
              });
    }
    Fields values = environment.mapping("parameters");
    values.keys().forEach(id -> parameters.put(id, values.list(id)));
  }

  private void readEndpoints() {
    for (Fields ruleSet : ruleSets) {
      ruleSet
          .mappings("endpoints")
          .forEach(
              (id, declared) ->
                  endpoints.put(id, endpoint(id, declared.text("external", "").equals("true"))));
    }
  }

  private Endpoint endpoint(String id, boolean external) {
    if (external) {
      externals.add(id);
    }
    Fields settings = settings(id, "aws-sg");
    Map<String, String> aws = new HashMap<>();
    settings.keys().forEach(key -> aws.put(key, settings.text(key, "")));
    List<String> texts = elsewhere.getOrDefault(id, bound(id).list("addresses"));
    Addresses addresses = Addresses.of(texts);
    return new Endpoint(id, addresses, isManaged(id, "aws-sg"), Map.copyOf(aws));
  }

  private Fields bound(String id) {
    return environment.mapping("endpoints").mapping(id);
  }

  /** Every endpoint, by id. */
  SortedMap<String, Endpoint> endpoints() {
    return new TreeMap<>(endpoints);
  }

  /** Whether a platform writes rules for an endpoint. */
  boolean isManaged(String id, String platform) {
    Fields defaults = environment.mapping("defaults");
    if (bound(id).has("managedBy")) {
      return bound(id).list("managedBy").contains(platform);
    }
    return !externals.contains(id)
        && (!defaults.has("managedBy") || defaults.list("managedBy").contains(platform));
  }

  /** What the environment says of an endpoint for one platform. */
  Fields settings(String id, String platform) {
    return bound(id).mapping("settings").mapping(platform);
  }

  /** The lists of predefined rules, each for one source and one endpoint. */
  List<PredefinedRules> predefinedRules() {
    List<PredefinedRules> lists = new ArrayList<>();
    for (Fields ruleSet : ruleSets) {
      for (Fields item : ruleSet.mappingList("predefinedRules")) {
        for (Endpoint source : endpoints(item.list("source"))) {
          for (Endpoint endpoint : endpoints(item.list("endpoint"))) {
            lists.add(
                new PredefinedRules(
                    name(ruleSet, item),
                    item.text("platform", ""),
                    source,
                    endpoint,
                    item.list("rules")));
          }
        }
      }
    }
    return lists;
  }

  /**
   * Rules that a platform ships with.
   *
   * @param name {@code rule-set/rule}
   * @param platform that ships them
   * @param source who may use what they open
   * @param endpoint where they are needed
   * @param names their names
   */
  record PredefinedRules(
      String name, String platform, Endpoint source, Endpoint endpoint, List<String> names) {}

  /** The rules that are valid on the day. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Fields ruleSet : ruleSets) {
      for (Fields rule : ruleSet.mappingList("rules")) {
        require(RULE_KEYS.containsAll(rule.keys()), "Unknown key in " + rule.keys());
        boolean deny = rule.text("action", "allow").equals("deny");
        String expires = rule.text("expires", "");
        boolean expired = !expires.isEmpty() && LocalDate.parse(expires).isBefore(asOf);
        require(!(expired && deny), "A deny has expired.");
        if (!expired) {
          rules.add(rule(name(ruleSet, rule), rule, deny));
        }
      }
    }
    return rules;
  }

  private static String name(Fields ruleSet, Fields item) {
    return ruleSet.mapping("metadata").text("name", "") + "/" + item.text("id", "");
  }

  private Rule rule(String name, Fields rule, boolean deny) {
    List<Service> services = new ArrayList<>();
    for (String protocol : rule.list("protocol")) {
      services.addAll(services(rule, Protocols.number(protocol)));
    }
    require(!services.isEmpty(), "No protocol.");
    List<Ports> sourcePorts = Ports.of(resolved(rule.list("sourcePorts")));
    boolean everySourcePort = sourcePorts.stream().allMatch(Ports::isAll);
    Rule read =
        new Rule(
            name,
            deny,
            endpoints(rule.list("source")),
            endpoints(rule.list("destination")),
            services,
            everySourcePort ? List.of() : sourcePorts,
            rule.text("program", ""));
    requireCommonFamily(read);
    return read;
  }

  private List<Service> services(Fields rule, int protocol) {
    List<String> ports = resolved(rule.list("ports"));
    require(Protocols.hasPorts(protocol) != ports.isEmpty(), "Ports belong to TCP and UDP.");
    if (!ports.isEmpty()) {
      return Ports.of(ports).stream()
          .map(range -> new Service(protocol, range.first(), range.last()))
          .toList();
    }
    List<String> types = rule.list("icmpTypes");
    require(types.isEmpty() || Protocols.isIcmp(protocol), "ICMP types belong to ICMP.");
    return types.isEmpty()
        ? List.of(Service.whole(protocol))
        : types.stream().map(type -> icmp(protocol, type)).toList();
  }

  private static Service icmp(int protocol, String text) {
    String[] parts = text.split("/", 2);
    int code = parts.length == 1 ? -1 : Integer.parseInt(parts[1]);
    return new Service(protocol, Protocols.icmpType(protocol, parts[0]), code);
  }

  private List<String> resolved(List<String> ports) {
    List<String> resolved = new ArrayList<>();
    for (String text : ports) {
      List<String> values =
          text.startsWith("$")
              ? parameters.getOrDefault(text.substring(1), List.of())
              : List.of(text);
      require(!values.isEmpty(), "No value for " + text);
      resolved.addAll(values);
    }
    return resolved;
  }

  private List<Endpoint> endpoints(List<String> ids) {
    require(!ids.isEmpty(), "No endpoint.");
    require(endpoints.keySet().containsAll(ids), "Undeclared endpoint in " + ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(endpoints.get(id))).toList();
  }

  private static void requireCommonFamily(Rule rule) {
    for (Endpoint source : rule.sources()) {
      for (Endpoint destination : rule.destinations()) {
        for (Service service : rule.services()) {
          List<Family> common = new ArrayList<>(Protocols.families(service.protocol()));
          common.retainAll(source.families());
          common.retainAll(destination.families());
          require(!common.isEmpty(), "No common family: " + source.id() + ", " + destination.id());
        }
      }
    }
  }
}

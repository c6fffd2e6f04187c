package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.Environment;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.Platform;
import dev.rulecast.model.PortRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes an environment. */
final class EnvironmentDecoder {
  private static final List<String> KEYS =
      List.of("apiVersion", "kind", "metadata", "defaults", "endpoints", "parameters");

  /** RFC 4291, section 2.5.5.2. */
  private static final Cidr IPV4_MAPPED = Cidr.parse("::ffff:0:0/96");

  private final Map<String, Platform> platforms;
  private final ValueDecoder values;
  private final Diagnostics diagnostics;

  EnvironmentDecoder(Map<String, Platform> platforms, Diagnostics diagnostics) {
    this.platforms = platforms;
    this.values = new ValueDecoder(diagnostics);
    this.diagnostics = diagnostics;
  }

  Optional<Environment> decode(Node.Mapping document) {
    Fields fields = new Fields(document, "an environment", KEYS, diagnostics);
    Optional<String> name = fields.required("metadata").flatMap(this::name);
    Optional<Set<String>> managedBy = fields.optional("defaults").flatMap(this::defaults);
    Map<String, Environment.Binding> endpoints = new HashMap<>();
    for (Node.Entry entry : entries(fields.required("endpoints"), "endpoints")) {
      values.id(entry).ifPresent(id -> endpoints.put(id, binding(entry)));
    }
    Map<String, Environment.ParameterValue> parameters = new HashMap<>();
    for (Node.Entry entry : entries(fields.optional("parameters"), "parameters")) {
      values.id(entry).ifPresent(id -> parameter(entry).ifPresent(p -> parameters.put(id, p)));
    }
    return name.map(text -> new Environment(text, managedBy, endpoints, parameters));
  }

  private List<Node.Entry> entries(Optional<Node> node, String what) {
    return node.flatMap(n -> values.mappingOrNothing(n, "`" + what + "`"))
        .map(Node.Mapping::entries)
        .orElse(List.of());
  }

  private Optional<String> name(Node node) {
    return values
        .mapping(node, "`metadata`")
        .map(m -> new Fields(m, "metadata", List.of("name"), diagnostics))
        .flatMap(fields -> fields.required("name"))
        .flatMap(n -> values.id(n, "The name of an environment"));
  }

  private Optional<Set<String>> defaults(Node node) {
    return values
        .mapping(node, "`defaults`")
        .map(m -> new Fields(m, "defaults", List.of("managedBy"), diagnostics))
        .flatMap(fields -> fields.required("managedBy"))
        .flatMap(this::managedBy);
  }

  /** The platforms that manage an endpoint; an empty list says that none does. */
  private Optional<Set<String>> managedBy(Node node) {
    if (node instanceof Node.Sequence sequence && sequence.items().isEmpty()) {
      return Optional.of(Set.of());
    }
    return values
        .list(node, "`managedBy`", this::platform)
        .map(found -> Set.copyOf(found.stream().map(Platform::id).toList()));
  }

  private Optional<Platform> platform(Node node) {
    Optional<String> id = values.word(node, "A platform");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Platform> installed = Optional.ofNullable(platforms.get(id.get()));
    return installed.isPresent() ? installed : unknownPlatform(node, id.get());
  }

  private <T> Optional<T> unknownPlatform(Node node, String id) {
    String hint =
        Suggestions.didYouMean(id, platforms.keySet())
            .orElse(
                "installed are "
                    + String.join(", ", platforms.keySet().stream().sorted().toList())
                    + "; an exporter that is not installed is a jar to put into plugins/");
    return values.error(
        "unknown-platform",
        node,
        "The platform " + UserText.quote(id) + " is not installed.",
        hint);
  }

  private Environment.Binding binding(Node.Entry entry) {
    Environment.Binding unbound =
        new Environment.Binding(AddressSet.empty(), Optional.empty(), Map.of(), entry.location());
    return values
        .mappingOrNothing(entry.value(), "The endpoint `" + entry.key() + "`")
        .map(
            mapping -> {
              List<String> keys = List.of("addresses", "managedBy", "settings");
              Fields fields =
                  new Fields(mapping, "an endpoint of an environment", keys, diagnostics);
              return new Environment.Binding(
                  fields.optional("addresses").map(this::addresses).orElse(AddressSet.empty()),
                  fields.optional("managedBy").flatMap(this::managedBy),
                  fields.optional("settings").map(this::settings).orElse(Map.of()),
                  entry.location());
            })
        .orElse(unbound);
  }

  private AddressSet addresses(Node node) {
    List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    Optional<Node> any = items.stream().filter(EnvironmentDecoder::isAny).findFirst();
    if (any.isPresent() && items.size() > 1) {
      values.error(
          "any-with-others",
          any.get(),
          "`any` stands beside other addresses.",
          "write [any] alone, or delete any");
    }
    return values
        .list(
            node, "`addresses`", item -> isAny(item) ? Optional.of(AddressSet.any()) : range(item))
        .map(EnvironmentDecoder::union)
        .orElse(AddressSet.empty());
  }

  private static AddressSet union(List<AddressSet> sets) {
    return sets.size() == 1
        ? sets.get(0)
        : AddressSet.of(sets.stream().flatMap(set -> set.ranges().stream()).toList());
  }

  private static boolean isAny(Node node) {
    return node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TEXT
        && scalar.text().equals("any");
  }

  private Optional<AddressSet> range(Node node) {
    return values
        .literal(node, "An address", "text", "write an address, a CIDR or a range, as text")
        .flatMap(text -> values.value(node, "address", () -> IpRange.parse(text)))
        .map(range -> AddressSet.of(List.of(range)))
        .flatMap(addresses -> withoutMapped(node, addresses));
  }

  /** Terraform and others read {@code ::ffff:a00:0/104} as 10.0.0.0/8, which is something else. */
  private Optional<AddressSet> withoutMapped(Node node, AddressSet addresses) {
    if (addresses.cidrs(IpFamily.IPV6).stream().anyMatch(IPV4_MAPPED::contains)) {
      return values.error(
          "address",
          node,
          "The addresses are IPv4 addresses in IPv6 notation (::ffff:0:0/96).",
          "write them as IPv4 addresses");
    }
    return Optional.of(addresses);
  }

  private Map<String, Record> settings(Node node) {
    Map<String, Record> settings = new HashMap<>();
    for (Node.Entry entry : entries(Optional.of(node), "settings")) {
      Node key = new Node.Scalar(entry.location(), Node.Kind.TEXT, entry.key());
      platform(key)
          .flatMap(platform -> settings(platform, entry))
          .ifPresent(record -> settings.put(entry.key(), record));
    }
    return settings;
  }

  private Optional<Record> settings(Platform platform, Node.Entry entry) {
    Optional<Class<? extends Record>> type = platform.settings();
    if (type.isEmpty()) {
      Node key = new Node.Scalar(entry.location(), Node.Kind.TEXT, entry.key());
      String message = "The platform `" + platform.id() + "` takes no settings.";
      return values.error("setting", key, message, "delete them");
    }
    return values
        .mapping(entry.value(), "The settings of " + platform.id())
        .flatMap(m -> new SettingsDecoder(platform.id(), diagnostics).decode(type.get(), m));
  }

  private Optional<Environment.ParameterValue> parameter(Node.Entry entry) {
    return values
        .oneOrMore(entry.value(), "The parameter `" + entry.key() + "`", values::ports)
        .map((List<PortRange> ports) -> new Environment.ParameterValue(ports, entry.location()));
  }
}

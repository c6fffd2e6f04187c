package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.PredefinedName;
import dev.rulecast.model.PredefinedRule;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decodes the items of {@code rules} and {@code predefinedRules}. */
final class RuleDecoder {
  static final List<String> RULE_KEYS =
      List.of(
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

  private static final List<String> PREDEFINED_KEYS =
      List.of("id", "platform", "source", "endpoint", "rules", "purpose");

  /** The platforms whose own rules a rule set can ask for. */
  private static final List<String> PREDEFINED_PLATFORMS = List.of("windows");

  private final ValueDecoder values;
  private final References references;
  private final Diagnostics diagnostics;

  RuleDecoder(References references, Diagnostics diagnostics) {
    this.values = new ValueDecoder(diagnostics);
    this.references = references;
    this.diagnostics = diagnostics;
  }

  /** A rule, or nothing where it has an error. */
  Optional<Rule> rule(Node node) {
    return values.mapping(node, "A rule").flatMap(this::rule);
  }

  private Optional<Rule> rule(Node.Mapping mapping) {
    Fields fields = new Fields(mapping, "a rule", RULE_KEYS, diagnostics);
    var id = fields.required("id").flatMap(n -> values.id(n, "The id of a rule"));
    var action = optional(fields, "action", this::action, Action.ALLOW);
    var sources = endpoints(fields, "source");
    var destinations = endpoints(fields, "destination");
    var protocols = fields.required("protocol").flatMap(this::protocols);
    var ports = ports(fields, protocols);
    var sourcePorts = sourcePorts(fields, protocols);
    var icmpTypes = icmpTypes(fields, protocols);
    var program = optional(fields, "program", this::program);
    var note = note(fields);
    var expires = optional(fields, "expires", n -> values.date(n, "expires"));
    boolean complete =
        Stream.of(
                id,
                action,
                sources,
                destinations,
                protocols,
                ports,
                sourcePorts,
                icmpTypes,
                program,
                note,
                expires)
            .allMatch(Optional::isPresent);
    if (!complete) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(
            id.get(),
            action.get(),
            sources.get(),
            destinations.get(),
            protocols.get(),
            ports.get(),
            sourcePorts.get(),
            icmpTypes.get(),
            program.get(),
            note.get(),
            expires.get(),
            mapping.location()));
  }

  private Optional<RuleNote> note(Fields fields) {
    var purpose = fields.required("purpose").flatMap(n -> values.lines(n, "The purpose"));
    var owner = optional(fields, "owner", n -> values.line(n, "The owner"));
    var ticket = optional(fields, "ticket", n -> values.line(n, "The ticket"));
    var notes = optional(fields, "notes", n -> values.lines(n, "The notes"));
    if (purpose.isEmpty() || owner.isEmpty() || ticket.isEmpty() || notes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RuleNote(purpose.get(), owner.get(), ticket.get(), notes.get()));
  }

  /** A predefined rule, or nothing where it has an error. */
  Optional<PredefinedRule> predefinedRule(Node node) {
    return values.mapping(node, "A predefined rule").flatMap(this::predefinedRule);
  }

  private Optional<PredefinedRule> predefinedRule(Node.Mapping mapping) {
    Fields fields = new Fields(mapping, "a predefined rule", PREDEFINED_KEYS, diagnostics);
    var id = fields.required("id").flatMap(n -> values.id(n, "The id of a predefined rule"));
    var platform =
        fields.required("platform").flatMap(n -> choice(n, "The platform", PREDEFINED_PLATFORMS));
    var sources = endpoints(fields, "source");
    var targets = endpoints(fields, "endpoint");
    var rules =
        fields.required("rules").flatMap(n -> values.list(n, "rules", this::predefinedName));
    var purpose = optional(fields, "purpose", n -> values.lines(n, "The purpose"));
    boolean complete =
        Stream.of(id, platform, sources, targets, rules, purpose).allMatch(Optional::isPresent);
    if (!complete) {
      return Optional.empty();
    }
    return Optional.of(
        new PredefinedRule(
            id.get(),
            platform.get(),
            sources.get(),
            targets.get(),
            rules.get(),
            purpose.get(),
            mapping.location()));
  }

  /** A key that may be left out: the inner value is absent if it is, the outer if it is wrong. */
  private static <T> Optional<Optional<T>> optional(
      Fields fields, String key, Function<Node, Optional<T>> decode) {
    Optional<Node> node = fields.optional(key);
    return node.isEmpty()
        ? Optional.of(Optional.empty())
        : decode.apply(node.get()).map(Optional::of);
  }

  /** A key that may be left out, with what it means then. */
  private static <T> Optional<T> optional(
      Fields fields, String key, Function<Node, Optional<T>> decode, T otherwise) {
    Optional<Node> node = fields.optional(key);
    return node.isEmpty() ? Optional.of(otherwise) : decode.apply(node.get());
  }

  private Optional<PredefinedName> predefinedName(Node node) {
    return values
        .line(node, "The name of a predefined rule")
        .map(text -> new PredefinedName(text, node.location()));
  }

  private Optional<Action> action(Node node) {
    return choice(node, "The action", List.of("allow", "deny"))
        .map(word -> word.equals("deny") ? Action.DENY : Action.ALLOW);
  }

  private Optional<String> choice(Node node, String what, List<String> allowed) {
    Optional<String> word = values.word(node, what);
    if (word.isPresent() && !allowed.contains(word.get())) {
      String message = "%s %s is unknown.".formatted(what, UserText.quote(word.get()));
      Optional<String> near = Suggestions.didYouMean(word.get(), allowed);
      return values.error(
          "unknown-value", node, message, near.orElse("write " + String.join(" or ", allowed)));
    }
    return word;
  }

  private Optional<List<String>> endpoints(Fields fields, String key) {
    return fields
        .required(key)
        .flatMap(n -> values.oneOrMore(n, key, this::endpoint))
        .map(RuleDecoder::distinct);
  }

  private Optional<String> endpoint(Node node) {
    Optional<String> id = values.id(node, "An endpoint");
    id.ifPresent(name -> references.endpoint(name, node.location()));
    return id;
  }

  private Optional<List<Protocol>> protocols(Node node) {
    return values.oneOrMore(node, "protocol", values::protocol).map(RuleDecoder::distinct);
  }

  private Optional<List<PortSpec>> portSpecs(Node node, String key) {
    Optional<List<PortSpec>> specs = values.oneOrMore(node, key, values::portSpec);
    for (PortSpec spec : specs.orElse(List.of())) {
      if (spec instanceof PortParameter parameter) {
        references.parameter(parameter.name(), parameter.location());
      }
    }
    return specs;
  }

  /** Required where every protocol has ports, forbidden where one has none. */
  private Optional<List<PortSpec>> ports(Fields fields, Optional<List<Protocol>> protocols) {
    Optional<Protocol> portless = portless(protocols);
    Optional<Node> node = fields.optional("ports");
    if (portless.isPresent()) {
      return node.isEmpty()
          ? Optional.of(List.of())
          : values.error(
              "ports-without-tcp-or-udp",
              node.get(),
              "The protocol `%s` has no ports.".formatted(portless.get()),
              "delete ports, or split the rule by protocol");
    }
    if (node.isEmpty() && protocols.isEmpty()) {
      return Optional.empty();
    }
    return fields.required("ports").flatMap(n -> portSpecs(n, "ports"));
  }

  private Optional<List<PortSpec>> sourcePorts(Fields fields, Optional<List<Protocol>> protocols) {
    Optional<Node> node = fields.optional("sourcePorts");
    Optional<Protocol> portless = portless(protocols);
    if (node.isEmpty()) {
      return Optional.of(List.of());
    }
    if (portless.isPresent()) {
      return values.error(
          "ports-without-tcp-or-udp",
          node.get(),
          "The protocol `%s` has no source ports.".formatted(portless.get()),
          "delete sourcePorts, or split the rule by protocol");
    }
    return portSpecs(node.get(), "sourcePorts");
  }

  private static Optional<Protocol> portless(Optional<List<Protocol>> protocols) {
    return protocols.orElse(List.of()).stream().filter(p -> !p.hasPorts()).findFirst();
  }

  private Optional<List<IcmpType>> icmpTypes(Fields fields, Optional<List<Protocol>> protocols) {
    Optional<Node> node = fields.optional("icmpTypes");
    if (node.isEmpty()) {
      return Optional.of(List.of());
    }
    if (protocols.isEmpty()) {
      return Optional.empty();
    }
    if (!protocols.get().stream().allMatch(Protocol::isIcmp)) {
      return values.error(
          "icmp-types-without-icmp",
          node.get(),
          "icmpTypes need every protocol of the rule to be icmp or icmpv6.",
          "delete icmpTypes, or split the rule by protocol");
    }
    return values
        .oneOrMore(node.get(), "icmpTypes", item -> icmpTypes(item, protocols.get()))
        .map(lists -> lists.stream().flatMap(List::stream).distinct().toList());
  }

  /** One item of {@code icmpTypes}, for every ICMP protocol of the rule. */
  private Optional<List<IcmpType>> icmpTypes(Node node, List<Protocol> protocols) {
    boolean number =
        node instanceof Node.Scalar scalar
            && (scalar.kind() == Node.Kind.INTEGER
                || scalar.kind() == Node.Kind.TEXT && IcmpType.isNumeric(scalar.text()));
    if (number && protocols.size() > 1) {
      return values.error(
          "icmp-type",
          node,
          "The number of an ICMP type differs between icmp and icmpv6.",
          "use a name that both have, such as echo-request, or split the rule by protocol");
    }
    Optional<String> text =
        number ? Optional.of(((Node.Scalar) node).text()) : values.word(node, "An ICMP type");
    List<IcmpType> types = new ArrayList<>();
    for (Protocol protocol : protocols) {
      text.flatMap(words -> values.value(node, "icmp-type", () -> IcmpType.parse(protocol, words)))
          .ifPresent(types::add);
    }
    return types.size() == protocols.size() ? Optional.of(types) : Optional.empty();
  }

  private Optional<String> program(Node node) {
    Optional<String> path = values.line(node, "The program");
    if (path.isPresent() && !isWindowsPath(path.get())) {
      return values.error(
          "program",
          node,
          UserText.quote(path.get()) + " is not a Windows path.",
          "write the whole path, such as C:\\Program Files\\Agent\\agent.exe or"
              + " %ProgramFiles%\\Agent\\agent.exe");
    }
    return path;
  }

  /** Begins with a drive or an environment variable, and has no character that Windows refuses. */
  private static boolean isWindowsPath(String path) {
    int root = path.indexOf('\\');
    if (root < 2 || path.length() > 260 || path.endsWith("\\")) {
      return false;
    }
    String head = path.substring(0, root);
    boolean drive = head.length() == 2 && head.charAt(1) == ':' && isAsciiLetter(head.charAt(0));
    boolean variable =
        head.length() > 2
            && head.startsWith("%")
            && head.endsWith("%")
            && head.substring(1, head.length() - 1)
                .chars()
                .allMatch(c -> isAsciiLetter(c) || (c >= '0' && c <= '9') || "_()".indexOf(c) >= 0);
    return (drive || variable)
        && path.substring(root).chars().noneMatch(c -> "<>:\"/|?*".indexOf(c) >= 0);
  }

  private static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static <T> List<T> distinct(List<T> items) {
    return items.size() < 2 ? items : items.stream().distinct().toList();
  }
}

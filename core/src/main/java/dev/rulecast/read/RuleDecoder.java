package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Action;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.Protocol;
import dev.rulecast.model.Rule;
import dev.rulecast.model.RuleNote;
import dev.rulecast.model.WindowsPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the items of {@code rules}. */
final class RuleDecoder {
  private static final List<String> KEYS =
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

  private final ValueDecoder values;
  private final RuleParts parts;
  private final References references;
  private final Diagnostics diagnostics;

  RuleDecoder(RuleParts parts, References references, Diagnostics diagnostics) {
    this.values = new ValueDecoder(diagnostics);
    this.parts = parts;
    this.references = references;
    this.diagnostics = diagnostics;
  }

  /** A rule, or nothing where it has an error. */
  Optional<Rule> rule(Node node) {
    return values.mapping(node, "A rule").flatMap(this::rule);
  }

  private Optional<Rule> rule(Node.Mapping mapping) {
    Fields fields = new Fields(mapping, "a rule", KEYS, diagnostics);
    var id = parts.id(fields, "The id of a rule");
    var action = fields.optional("action", this::action, Action.ALLOW);
    var sources = parts.endpoints(fields, "source");
    var destinations = parts.endpoints(fields, "destination");
    var protocols = fields.required("protocol").flatMap(this::protocols);
    var ports = ports(fields, protocols);
    var sourcePorts = sourcePorts(fields, protocols);
    var icmpTypes = icmpTypes(fields, protocols);
    var program = fields.optional("program", this::program);
    var note = note(fields);
    var expires = fields.optional("expires", n -> values.date(n, "`expires`"));
    if (id.isEmpty()
        || action.isEmpty()
        || sources.isEmpty()
        || destinations.isEmpty()
        || protocols.isEmpty()
        || ports.isEmpty()
        || sourcePorts.isEmpty()
        || icmpTypes.isEmpty()
        || program.isEmpty()
        || note.isEmpty()
        || expires.isEmpty()) {
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
    var purpose = fields.required("purpose").flatMap(n -> values.lines(n, "`purpose`"));
    var owner = fields.optional("owner", n -> values.line(n, "`owner`"));
    var ticket = fields.optional("ticket", n -> values.line(n, "`ticket`"));
    var notes = fields.optional("notes", n -> values.lines(n, "`notes`"));
    if (purpose.isEmpty() || owner.isEmpty() || ticket.isEmpty() || notes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RuleNote(purpose.get(), owner.get(), ticket.get(), notes.get()));
  }

  private Optional<Action> action(Node node) {
    return parts
        .choice(node, "action", List.of("allow", "deny"))
        .map(word -> word.equals("deny") ? Action.DENY : Action.ALLOW);
  }

  private Optional<List<Protocol>> protocols(Node node) {
    return values
        .oneOrMore(node, "`protocol`", values::protocol)
        .map(RuleParts::distinct)
        .flatMap(protocols -> allWithPortsOrNone(protocols, node));
  }

  /**
   * Ports cannot belong to some protocols of a rule only; left out, they would be lost for these.
   */
  private Optional<List<Protocol>> allWithPortsOrNone(List<Protocol> protocols, Node node) {
    Optional<Protocol> ported = first(protocols, true);
    Optional<Protocol> portless = first(protocols, false);
    return ported.isEmpty() || portless.isEmpty()
        ? Optional.of(protocols)
        : values.error(
            "protocols-mixed",
            node,
            "`%s` has ports and `%s` has none: they cannot share a rule."
                .formatted(ported.get(), portless.get()),
            "split the rule by protocol");
  }

  private Optional<List<PortSpec>> portSpecs(Node node, String key) {
    return values.oneOrMore(node, "`" + key + "`", this::portSpec);
  }

  private Optional<PortSpec> portSpec(Node node) {
    Optional<PortSpec> spec = values.portSpec(node);
    if (spec.isPresent() && spec.get() instanceof PortParameter parameter) {
      references.parameter(parameter.name(), parameter.location());
    }
    return spec;
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
    return first(protocols.orElse(List.of()), false);
  }

  /** The first protocol that has ports, or that has none. */
  private static Optional<Protocol> first(List<Protocol> protocols, boolean withPorts) {
    for (Protocol protocol : protocols) {
      if (protocol.hasPorts() == withPorts) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
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
          "`icmpTypes` needs every protocol of the rule to be icmp or icmpv6.",
          "delete icmpTypes, or split the rule by protocol");
    }
    return values
        .oneOrMore(node.get(), "`icmpTypes`", item -> icmpTypes(item, protocols.get()))
        .map(lists -> lists.stream().flatMap(List::stream).distinct().toList());
  }

  /** One item of {@code icmpTypes}, for every ICMP protocol of the rule. */
  private Optional<List<IcmpType>> icmpTypes(Node node, List<Protocol> protocols) {
    Optional<String> text =
        values.literal(node, "An ICMP type", "a name or number", "write echo-request, 8 or 3/4");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (IcmpType.isNumeric(text.get()) && protocols.size() > 1) {
      return values.error(
          "icmp-type",
          node,
          "The number of an ICMP type differs between icmp and icmpv6.",
          "use a name that both have, such as echo-request, or split the rule by protocol");
    }
    List<IcmpType> types = new ArrayList<>();
    for (Protocol protocol : protocols) {
      Optional<IcmpType> type =
          values.value(node, "icmp-type", () -> IcmpType.parse(protocol, text.get()));
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    return Optional.of(types);
  }

  private Optional<String> program(Node node) {
    Optional<String> path = values.line(node, "`program`");
    if (path.isPresent() && !WindowsPaths.isPath(path.get())) {
      return values.error(
          "program",
          node,
          UserText.quote(path.get()) + " is not a Windows path.",
          "write the whole path, such as C:\\Program Files\\Agent\\agent.exe or"
              + " %ProgramFiles%\\Agent\\agent.exe");
    }
    return path;
  }
}

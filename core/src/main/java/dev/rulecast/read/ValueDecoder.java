package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Ids;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.PortParameter;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.PortSpec;
import dev.rulecast.model.Protocol;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decodes single nodes into values. What is wrong is reported, and the value is absent. */
final class ValueDecoder {
  private final Diagnostics diagnostics;

  ValueDecoder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Optional<Node.Mapping> mapping(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    return wrongType(node, what, "a mapping", "write `key: value` pairs");
  }

  /** A mapping that may be empty. */
  Optional<Node.Mapping> mappingOrNothing(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    return wrongType(node, what, "a mapping", "write `key: value` pairs, or {} for none");
  }

  /** A list with at least one item; absent if one of them is wrong. */
  <T> Optional<List<T>> list(Node node, String what, Function<Node, Optional<T>> item) {
    Optional<Node.Sequence> sequence = sequence(node, what);
    if (sequence.isEmpty()) {
      return Optional.empty();
    }
    List<Node> nodes = sequence.get().items();
    if (nodes.isEmpty()) {
      return emptyList(node, what);
    }
    List<T> items = new ArrayList<>(nodes.size());
    for (Node one : nodes) {
      item.apply(one).ifPresent(items::add);
    }
    return items.size() == nodes.size() ? Optional.of(items) : Optional.empty();
  }

  /** A list of any length. */
  Optional<Node.Sequence> sequence(Node node, String what) {
    return node instanceof Node.Sequence sequence
        ? Optional.of(sequence)
        : wrongType(node, what, "a list", listHint(node));
  }

  private static String listHint(Node node) {
    boolean fits =
        node instanceof Node.Scalar scalar
            && scalar.kind() != Node.Kind.NULL
            && scalar.text().length() <= 40;
    return fits
        ? "write it as a list: [" + UserText.visible(((Node.Scalar) node).text()) + "]"
        : "write it as a list, an item a line behind `- `, or delete the key";
  }

  <T> Optional<T> emptyList(Node node, String what) {
    return error(
        "empty-list", node, what + " is an empty list.", "name at least one, or delete the key");
  }

  /** One value, or a list of them; absent if one of them is wrong. */
  <T> Optional<List<T>> oneOrMore(Node node, String what, Function<Node, Optional<T>> item) {
    if (node instanceof Node.Scalar) {
      return item.apply(node).map(List::of);
    }
    if (node instanceof Node.Mapping) {
      return wrongType(node, what, "one value or a list", listHint(node));
    }
    return list(node, what, item);
  }

  Optional<String> id(Node node, String what) {
    if (isKind(node, Node.Kind.BOOLEAN)) {
      return word(node, what);
    }
    return literal(node, what, "an id", "write an id, such as domain-controllers")
        .flatMap(id -> value(node, "id", () -> Ids.require(id)));
  }

  /** The id in a key of a mapping. */
  Optional<String> id(Node.Entry entry) {
    Node key = new Node.Scalar(entry.location(), Node.Kind.TEXT, entry.key());
    return id(key, "The key");
  }

  Optional<Boolean> bool(Node node, String what) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
      return Optional.of(scalar.text().equals("true"));
    }
    return wrongType(node, what, "true or false", "write true or false, without quotes");
  }

  /** Free text on one line. */
  Optional<String> line(Node node, String what) {
    return word(node, what).flatMap(text -> FreeText.line(text, what, node, this));
  }

  /** Free text that may have line feeds and tabs. */
  Optional<String> lines(Node node, String what) {
    return word(node, what).flatMap(text -> FreeText.lines(text, what, node, this));
  }

  /** Text of any content. */
  Optional<String> word(Node node, String what) {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.kind() == Node.Kind.TEXT) {
        return Optional.of(scalar.text());
      }
      if (scalar.kind() != Node.Kind.NULL) {
        String quoted = UserText.quote('"' + scalar.text() + '"');
        return wrongType(node, what, "text", "put it in quotes: " + quoted);
      }
    }
    return wrongType(node, what, "text", "write some text");
  }

  /** What a scalar says, whatever its kind; for values with a syntax of their own. */
  Optional<String> literal(Node node, String what, String wanted, String hint) {
    if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.NULL) {
      return Optional.of(scalar.text());
    }
    return wrongType(node, what, wanted, hint);
  }

  Optional<LocalDate> date(Node node, String what) {
    return literal(node, what, "a date", "write it as 2027-01-31")
        .flatMap(
            text -> {
              boolean form = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
              try {
                if (form) {
                  return Optional.of(LocalDate.parse(text));
                }
              } catch (DateTimeParseException e) {
                // reported below
              }
              String problem = form ? " is not a day of the calendar." : " is not a date.";
              return error("date", node, UserText.quote(text) + problem, "write it as 2027-01-31");
            });
  }

  Optional<Protocol> protocol(Node node) {
    Optional<String> literal =
        literal(node, "A protocol", "a name or number", "write tcp, udp, icmp, any or a number");
    if (literal.isEmpty()) {
      return Optional.empty();
    }
    String text = literal.get();
    if (isKind(node, Node.Kind.INTEGER)) {
      return value(node, "protocol", () -> Protocol.parseNumber(text));
    }
    if (isDigits(text)) {
      return error(
          "protocol",
          node,
          "The protocol number " + UserText.quote(text) + " is text.",
          "write the number without quotes and without leading zeros");
    }
    return value(node, "protocol", () -> Protocol.parse(text));
  }

  /** A port, a range, {@code any} or {@code $parameter}. */
  Optional<PortSpec> portSpec(Node node) {
    if (node instanceof Node.Scalar scalar && isParameter(scalar)) {
      String name = scalar.text().substring(1);
      if (!Ids.isId(name)) {
        String message = UserText.quote(scalar.text()) + " is not `$` and the id of a parameter.";
        return error("id", node, message, "write it as $web-port, and declare web-port");
      }
      return Optional.of(new PortParameter(name, node.location()));
    }
    return portRange(node).map(range -> range);
  }

  /** A port, a range or {@code any}. */
  Optional<PortRange> ports(Node node) {
    if (node instanceof Node.Scalar scalar && isParameter(scalar)) {
      return error(
          "port",
          node,
          "The parameter " + UserText.quote(scalar.text()) + " cannot stand for another one.",
          "write ports: 389, 3268-3269 or any");
    }
    return portRange(node);
  }

  private Optional<PortRange> portRange(Node node) {
    Optional<String> literal =
        literal(node, "A port", "a number or a range", "write 389, 3268-3269 or any");
    if (literal.isEmpty()) {
      return Optional.empty();
    }
    String text = literal.get();
    if (isKind(node, Node.Kind.TEXT) && isDigits(text)) {
      return error(
          "port",
          node,
          "The port " + UserText.quote(text) + " is text.",
          "write the number without quotes and without leading zeros");
    }
    return value(node, "port", () -> PortRange.parse(text));
  }

  private static boolean isParameter(Node.Scalar scalar) {
    return scalar.kind() == Node.Kind.TEXT && scalar.text().startsWith("$");
  }

  private static boolean isKind(Node node, Node.Kind kind) {
    return node instanceof Node.Scalar scalar && scalar.kind() == kind;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Runs a parser of the model and reports what it refuses. */
  <T> Optional<T> value(Node node, String id, ModelParser<T> parser) {
    try {
      return Optional.of(parser.parse());
    } catch (InvalidValueException e) {
      diagnostics.add(Diagnostic.error(id, node.location(), e.getMessage()).withHint(e.hint()));
      return Optional.empty();
    }
  }

  /** A parser of the model; it throws {@link InvalidValueException}. */
  @FunctionalInterface
  interface ModelParser<T> {
    T parse();
  }

  <T> Optional<T> error(String id, Node node, String message, String hint) {
    diagnostics.add(Diagnostic.error(id, node.location(), message).withHint(hint));
    return Optional.empty();
  }

  private <T> Optional<T> wrongType(Node node, String what, String wanted, String hint) {
    if (node instanceof Node.Refused) {
      return Optional.empty();
    }
    String message = "%s must be %s, but is %s.".formatted(what, wanted, node.kindName());
    return error("wrong-type", node, message, hint);
  }
}

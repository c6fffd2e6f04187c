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

  /** A list with at least one item; absent if one of them is wrong. */
  <T> Optional<List<T>> list(Node node, String what, Function<Node, Optional<T>> item) {
    if (!(node instanceof Node.Sequence sequence)) {
      return wrongType(node, what, "a list", "write it as a list: [" + sample(node) + "]");
    }
    if (sequence.items().isEmpty()) {
      return error(
          "empty-list", node, what + " is empty.", "name at least one, or leave the key out");
    }
    List<T> items = new ArrayList<>(sequence.items().size());
    for (Node one : sequence.items()) {
      item.apply(one).ifPresent(items::add);
    }
    return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
  }

  /** One value, or a list of them; absent if one of them is wrong. */
  <T> Optional<List<T>> oneOrMore(Node node, String what, Function<Node, Optional<T>> item) {
    if (node instanceof Node.Scalar) {
      return item.apply(node).map(List::of);
    }
    return list(node, what, item);
  }

  Optional<String> id(Node node, String what) {
    return word(node, what).flatMap(text -> value(node, "id", () -> Ids.require(text)));
  }

  /** The id in a key of a mapping. */
  Optional<String> id(Node.Entry entry) {
    Node key = new Node.Scalar(entry.location(), Node.Kind.TEXT, entry.key());
    return id(key, "the key");
  }

  Optional<Boolean> bool(Node node, String what) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
      return Optional.of(scalar.text().equals("true"));
    }
    return wrongType(node, what, "true or false", "write true or false, without quotes");
  }

  /** Free text on one line. */
  Optional<String> line(Node node, String what) {
    return text(node, what, false);
  }

  /** Free text that may have line feeds and tabs. */
  Optional<String> lines(Node node, String what) {
    return text(node, what, true);
  }

  private Optional<String> text(Node node, String what, boolean severalLines) {
    Optional<String> found = word(node, what);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String text = found.get();
    if (text.isBlank()) {
      return error("empty-text", node, what + " is empty.", "write some text or delete the key");
    }
    int length = text.codePointCount(0, text.length());
    if (length > Limits.MAX_TEXT) {
      String message = "%s has %d characters; %d are allowed.";
      return error(
          "text-too-long", node, message.formatted(what, length, Limits.MAX_TEXT), "shorten it");
    }
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (UserText.isForbidden(c) && !(severalLines && (c == '\n' || c == '\t'))) {
        String message = "%s holds the character U+%04X, which is not allowed there.";
        return error("forbidden-character", node, message.formatted(what, c), "delete it");
      }
    }
    return found;
  }

  /** Text of any content. */
  Optional<String> word(Node node, String what) {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.kind() == Node.Kind.TEXT) {
        return Optional.of(scalar.text());
      }
      if (scalar.kind() != Node.Kind.NULL) {
        return wrongType(node, what, "text", "put it in quotes: \"" + scalar.text() + "\"");
      }
    }
    return wrongType(node, what, "text", "write some text");
  }

  Optional<LocalDate> date(Node node, String what) {
    return word(node, what)
        .flatMap(
            text -> {
              try {
                if (text.length() == "2027-01-31".length()) {
                  return Optional.of(LocalDate.parse(text));
                }
              } catch (DateTimeParseException e) {
                // reported below
              }
              String message = UserText.quote(text) + " is not a date.";
              return error("date", node, message, "write it as 2027-01-31");
            });
  }

  Optional<Protocol> protocol(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER) {
      return integer(scalar).flatMap(n -> value(node, "protocol", () -> Protocol.ofNumber(n)));
    }
    return word(node, "A protocol")
        .flatMap(text -> value(node, "protocol", () -> Protocol.parse(text)));
  }

  /** A port, a range, {@code any} or {@code $parameter}. */
  Optional<PortSpec> portSpec(Node node) {
    if (node instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TEXT
        && scalar.text().startsWith("$")) {
      String name = scalar.text().substring(1);
      return value(node, "id", () -> Ids.require(name))
          .map(id -> new PortParameter(id, node.location()));
    }
    return portRange(node).map(range -> range);
  }

  /** A port, a range or {@code any}. */
  Optional<PortRange> portRange(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER) {
      return integer(scalar).flatMap(n -> value(node, "port", () -> PortRange.ofPort(n)));
    }
    Optional<String> text = word(node, "A port");
    if (text.isPresent() && isNumber(text.get())) {
      return error(
          "port",
          node,
          "The port " + UserText.quote(text.get()) + " is text.",
          "write the number without quotes and without leading zeros");
    }
    return text.flatMap(words -> value(node, "port", () -> PortRange.parse(words)));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Optional<Long> integer(Node.Scalar scalar) {
    String digits = scalar.text();
    boolean plain =
        digits.length() <= 18
            && (digits.equals("0") || !digits.startsWith("0"))
            && digits.chars().skip(digits.startsWith("-") ? 1 : 0).allMatch(Character::isDigit);
    if (plain) {
      return Optional.of(Long.parseLong(digits));
    }
    String message = UserText.quote(digits) + " is not a plain decimal number.";
    return error("number", scalar, message, "write it with the digits 0 to 9 alone");
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
    String message = "%s must be %s, but is %s.".formatted(what, wanted, node.kindName());
    return error("wrong-type", node, message, hint);
  }

  private static String sample(Node node) {
    boolean fits =
        node instanceof Node.Scalar scalar
            && !scalar.text().isEmpty()
            && scalar.text().length() <= 40;
    return fits ? UserText.visible(((Node.Scalar) node).text()) : "…";
  }
}

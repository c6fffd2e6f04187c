package dev.rulecast.read;

import dev.rulecast.diagnostic.UserText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the nodes of a setting into Jackson's, under the same rules as all that is read. */
final class SettingsTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Every number with so many digits fits into a {@code long}. */
  private static final int MAX_DIGITS = 18;

  private final ValueDecoder values;

  SettingsTree(ValueDecoder values) {
    this.values = values;
  }

  /** The tree, or nothing where a text or number in it has an error. */
  Optional<JsonNode> json(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return object(mapping);
    }
    if (node instanceof Node.Sequence sequence) {
      return array(sequence);
    }
    return node instanceof Node.Scalar scalar ? scalar(scalar) : Optional.empty();
  }

  private Optional<JsonNode> object(Node.Mapping mapping) {
    ObjectNode object = NODES.objectNode();
    for (Node.Entry entry : mapping.entries()) {
      Node key = new Node.Scalar(entry.location(), Node.Kind.TEXT, entry.key());
      Optional<String> name = values.line(key, "The key of a setting");
      Optional<JsonNode> value = json(entry.value());
      if (name.isPresent() && value.isPresent()) {
        object.set(name.get(), value.get());
      }
    }
    return object.size() == mapping.entries().size() ? Optional.of(object) : Optional.empty();
  }

  private Optional<JsonNode> array(Node.Sequence sequence) {
    List<JsonNode> items = new ArrayList<>();
    sequence.items().forEach(item -> json(item).ifPresent(items::add));
    ArrayNode array = NODES.arrayNode().addAll(items);
    return items.size() == sequence.items().size() ? Optional.of(array) : Optional.empty();
  }

  private Optional<JsonNode> scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT -> values.line(scalar, "A setting").map(NODES::stringNode);
      case BOOLEAN -> Optional.of(NODES.booleanNode(scalar.text().equals("true")));
      case INTEGER -> number(scalar);
      case FRACTION ->
          values.error(
              "setting",
              scalar,
              "The setting " + UserText.quote(scalar.text()) + " is a fractional number.",
              "put it in quotes if it is text, such as a release");
      case NULL ->
          values.error("setting", scalar, "A setting is empty.", "write a value or delete the key");
    };
  }

  private Optional<JsonNode> number(Node.Scalar scalar) {
    String digits = scalar.text();
    if (digits.length() > MAX_DIGITS) {
      return values.error(
          "number",
          scalar,
          "The number " + UserText.quote(digits) + " is too large.",
          "put it in quotes if it is text");
    }
    return Optional.of(NODES.numberNode(Long.parseLong(digits)));
  }
}

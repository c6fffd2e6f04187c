package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds an endpoint's settings for one platform to the record that the platform's exporters name.
 * Kept apart from the other decoders so that a run without settings never loads Jackson's databind.
 */
final class SettingsDecoder {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final ValueDecoder values;
  private final Diagnostics diagnostics;

  SettingsDecoder(Diagnostics diagnostics) {
    this.values = new ValueDecoder(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The record, or nothing where the settings have an error. */
  Optional<Record> decode(String platform, Class<? extends Record> type, Node.Mapping settings) {
    Optional<JsonNode> json = json(settings);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(mapper.treeToValue(json.get(), type));
    } catch (DatabindException e) {
      report(platform, e, settings);
      return Optional.empty();
    }
  }

  private void report(String platform, DatabindException e, Node.Mapping settings) {
    Node place = settings;
    for (JacksonException.Reference step : e.getPath()) {
      place = step(place, step).orElse(place);
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
              .map(Object::toString)
              .sorted()
              .toList();
      String name = unknown.getPropertyName();
      diagnostics.add(
          Diagnostic.error(
                  "unknown-key",
                  keyLocation(settings, name).orElse(place).location(),
                  "unknown key %s in the settings of %s.".formatted(UserText.quote(name), platform))
              .withHint(
                  Suggestions.didYouMean(name, known)
                      .orElse("the keys are " + String.join(", ", new TreeSet<>(known)))));
      return;
    }
    Optional<InvalidValueException> refused = invalidValue(e);
    String message =
        refused
            .map(Throwable::getMessage)
            .orElseGet(
                () ->
                    "This value does not fit the setting `%s` of %s.".formatted(path(e), platform));
    Optional<String> hint =
        refused.map(InvalidValueException::hint).orElse(Optional.of("see `rulecast exporters`"));
    diagnostics.add(Diagnostic.error("setting", place.location(), message).withHint(hint));
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(JacksonException.Reference::getPropertyName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  private static Optional<InvalidValueException> invalidValue(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValueException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> step(Node from, JacksonException.Reference step) {
    if (from instanceof Node.Mapping mapping && step.getPropertyName() != null) {
      return mapping.get(step.getPropertyName());
    }
    if (from instanceof Node.Sequence sequence && step.getIndex() >= 0) {
      return Optional.of(sequence.items().get(step.getIndex()));
    }
    return Optional.empty();
  }

  /** The place of a key, which is a better one than that of its value for a misspelt key. */
  private static Optional<Node> keyLocation(Node node, String key) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (entry.key().equals(key)) {
          return Optional.of(new Node.Scalar(entry.location(), Node.Kind.TEXT, key));
        }
        Optional<Node> deeper = keyLocation(entry.value(), key);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<JsonNode> json(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return object(mapping);
    }
    if (node instanceof Node.Sequence sequence) {
      return array(sequence);
    }
    return scalar((Node.Scalar) node);
  }

  private Optional<JsonNode> object(Node.Mapping mapping) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Node.Entry entry : mapping.entries()) {
      json(entry.value()).ifPresent(value -> object.set(entry.key(), value));
    }
    return object.size() == mapping.entries().size() ? Optional.of(object) : Optional.empty();
  }

  private Optional<JsonNode> array(Node.Sequence sequence) {
    List<JsonNode> items = new ArrayList<>();
    sequence.items().forEach(item -> json(item).ifPresent(items::add));
    ArrayNode array = JsonNodeFactory.instance.arrayNode().addAll(items);
    return items.size() == sequence.items().size() ? Optional.of(array) : Optional.empty();
  }

  private Optional<JsonNode> scalar(Node.Scalar scalar) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (scalar.kind()) {
      case TEXT -> values.line(scalar, "A setting").map(nodes::stringNode);
      case BOOLEAN -> Optional.of(nodes.booleanNode(scalar.text().equals("true")));
      case INTEGER -> number(scalar).map(nodes::numberNode);
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

  private Optional<BigInteger> number(Node.Scalar scalar) {
    try {
      return Optional.of(new BigDecimal(scalar.text()).toBigIntegerExact());
    } catch (NumberFormatException e) {
      String message = UserText.quote(scalar.text()) + " is not a decimal number.";
      return values.error("number", scalar, message, "write it with the digits 0 to 9 alone");
    }
  }
}

package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Binds an endpoint's settings for one platform to the record that the platform's exporters name.
 * Kept apart from the other decoders so that a run without settings never loads Jackson's databind.
 *
 * <p>A component of the record is a key. It must be there unless its type is {@link Optional}. The
 * components are bound one by one, so that every mistake is told. A component may be of a type of
 * the exporter's own, made of text by its {@code valueOf(String)}: what that refuses is told at the
 * place of the value.
 */
final class SettingsDecoder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Enum,
              constant -> constant.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .annotationIntrospector(new RequiredUnlessOptional())
          .build();

  /** Databind's words for an absent component of a nested record. */
  private static final String MISSING = "Missing required creator property";

  /** Has databind treat nested records as this class treats the settings themselves. */
  private static final class RequiredUnlessOptional extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return member.getRawType() != Optional.class;
    }
  }

  /** For what only the exporter knows. */
  private static final String OTHER = "what the exporter describes";

  private final String platform;
  private final ValueDecoder values;
  private final Diagnostics diagnostics;

  SettingsDecoder(String platform, Diagnostics diagnostics) {
    this.platform = platform;
    this.values = new ValueDecoder(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The record, or nothing where the settings have an error. */
  Optional<Record> decode(Class<? extends Record> type, Node.Mapping settings) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    Fields fields = new Fields(settings, "the settings of " + platform, names, diagnostics);
    List<Object> arguments = new ArrayList<>();
    for (RecordComponent component : components) {
      argument(component, fields).ifPresent(arguments::add);
    }
    return arguments.size() == components.length
        ? create(type, components, arguments, settings)
        : Optional.empty();
  }

  private Optional<Object> argument(RecordComponent component, Fields fields) {
    boolean optional = component.getType() == Optional.class;
    String name = component.getName();
    Optional<Node> node = optional ? fields.optional(name) : fields.required(name);
    if (node.isEmpty()) {
      return optional ? Optional.of(Optional.empty()) : Optional.empty();
    }
    return new SettingsTree(values)
        .json(node.get())
        .flatMap(json -> bind(component, json, node.get()));
  }

  private Optional<Object> bind(RecordComponent component, JsonNode json, Node node) {
    try {
      Object bound =
          MAPPER.readerFor(MAPPER.constructType(component.getGenericType())).readValue(json);
      return Optional.of(bound);
    } catch (JacksonException e) {
      report(component.getName(), e, node);
      return Optional.empty();
    }
  }

  private Optional<Record> create(
      Class<? extends Record> type,
      RecordComponent[] components,
      List<Object> arguments,
      Node.Mapping settings) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return Optional.of(canonical.newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      String message = "These settings of " + platform + " do not fit together.";
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      return refused(cause, settings, message, "see what the exporter says of its settings");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The settings of " + platform + " cannot be made", e);
    }
  }

  private void report(String setting, JacksonException e, Node node) {
    Node place = node;
    StringBuilder path = new StringBuilder(setting);
    boolean item = false;
    for (JacksonException.Reference step : e.getPath()) {
      place = step(place, step).orElse(place);
      item = step.getPropertyName() == null;
      path.append(item ? "" : "." + step.getPropertyName());
    }
    String name = UserText.quote(path.toString());
    if (e instanceof UnrecognizedPropertyException unknown) {
      reportUnknownKey(unknown, node);
    } else if (Objects.requireNonNullElse(e.getOriginalMessage(), "").startsWith(MISSING)) {
      String message = "The key " + name + " is missing in the settings of " + platform + ".";
      values.error("missing-key", place, message, "add it");
    } else {
      String what = (item ? "An item of the setting " : "The setting ") + name + " of " + platform;
      String expected = expected(e);
      refused(e, place, what + " must be " + expected + ".", "write " + expected);
    }
  }

  private void reportUnknownKey(UnrecognizedPropertyException unknown, Node node) {
    List<String> known =
        Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
            .map(Object::toString)
            .sorted()
            .toList();
    String name = unknown.getPropertyName();
    Node place = node;
    for (JacksonException.Reference step : unknown.getPath()) {
      boolean last = step == unknown.getPath().get(unknown.getPath().size() - 1);
      place = (last ? keyOf(place, name) : step(place, step)).orElse(place);
    }
    values.error(
        "unknown-key",
        place,
        "The key " + UserText.quote(name) + " is unknown in the settings of " + platform + ".",
        Suggestions.didYouMean(name, known).orElse("the keys are " + String.join(", ", known)));
  }

  private Optional<Record> refused(Throwable e, Node place, String message, String hint) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValueException invalid) {
        diagnostics.add(
            Diagnostic.error("setting", place.location(), invalid.getMessage())
                .withHint(invalid.hint().or(() -> Optional.of(hint))));
        return Optional.empty();
      }
    }
    return values.error("setting", place, message, hint);
  }

  /** What a value should have been, in the words of a document. */
  private static String expected(JacksonException e) {
    if (e instanceof InputCoercionException) {
      return "a smaller number";
    }
    return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? expected(mismatch.getTargetType())
        : OTHER;
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + String.join(
              ", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (type == String.class || isMadeOfText(type)) {
      return "text";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "a mapping" : OTHER;
  }

  /** Whether it is a type of the exporter's own that has a factory {@code valueOf(String)}. */
  private static boolean isMadeOfText(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            method ->
                method.getName().equals("valueOf")
                    && Modifier.isStatic(method.getModifiers())
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
  }

  private static Optional<Node> step(Node from, JacksonException.Reference step) {
    if (from instanceof Node.Mapping mapping && step.getPropertyName() != null) {
      return mapping.get(step.getPropertyName());
    }
    boolean inside =
        from instanceof Node.Sequence sequence
            && step.getIndex() >= 0
            && step.getIndex() < sequence.items().size();
    return inside
        ? Optional.of(((Node.Sequence) from).items().get(step.getIndex()))
        : Optional.empty();
  }

  /** The place of a key, which is a better one than that of its value for a misspelt key. */
  private static Optional<Node> keyOf(Node node, String key) {
    if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        if (entry.key().equals(key)) {
          return Optional.of(new Node.Scalar(entry.location(), Node.Kind.TEXT, key));
        }
      }
    }
    return Optional.empty();
  }
}

package dev.rulecast.exporter;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The values of one exporter's options, checked against what it declares. */
public final class OptionValues {
  private final Map<String, Object> byName;

  private OptionValues(Map<String, Object> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * Parses what was given for an exporter, and takes the default for what was not.
   *
   * @throws PluginException if the exporter fails at it
   */
  public static OptionValues parse(
      ExporterInfo info, Map<String, String> given, Diagnostics diagnostics) {
    List<String> known = info.options().stream().map(Option::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        String message =
            "The exporter `%s` has no option %s.".formatted(info.id(), UserText.quote(name));
        String all =
            known.isEmpty() ? "it takes none" : "its options are " + String.join(", ", known);
        diagnostics.add(
            Diagnostic.of(Severity.ERROR, "unknown-option", message)
                .withHint(Suggestions.didYouMean(name, known).orElse(all)));
      }
    }
    Map<String, Object> values = new HashMap<>();
    for (Option<?> option : info.options()) {
      String text = given.getOrDefault(option.name(), option.defaultText());
      try {
        values.put(option.name(), Objects.requireNonNull(option.parser().apply(text), "no value"));
      } catch (InvalidValueException e) {
        diagnostics.add(Diagnostic.of(Severity.ERROR, "option", e.getMessage()).withHint(e.hint()));
      } catch (Exception | Error e) {
        throw new PluginException(
            "The exporter `%s` failed to read its option `%s`: %s"
                .formatted(info.id(), option.name(), e),
            e);
      }
    }
    return new OptionValues(values);
  }

  /** The values of an exporter without options. */
  public static OptionValues none() {
    return new OptionValues(Map.of());
  }

  /** The value of an option, if the exporter declares it. */
  @SuppressWarnings("unchecked") // the value was made by the option's own parser
  <T> Optional<T> value(Option<T> option) {
    return Optional.ofNullable((T) byName.get(option.name()));
  }
}

package dev.rulecast.exporter;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * An option of an exporter, given as {@code -O exporter.name=value}.
 *
 * @param name in camelCase
 * @param description one sentence for {@code rulecast exporters}
 * @param allowed what may be given, in words: {@code addresses|group}
 * @param defaultText the value where none is given, as it would be written
 * @param parser turns the text into a value; throws {@link InvalidValueException}
 */
public record Option<T>(
    String name,
    String description,
    String allowed,
    String defaultText,
    Function<String, T> parser) {
  /** Refuses texts that a terminal cannot show. */
  public Option {
    UserText.requireLine(name, "The name of an option");
    UserText.requireLine(description, "The description of an option");
    UserText.requireLine(allowed, "What an option allows");
    if (!defaultText.isEmpty()) {
      UserText.requireLine(defaultText, "The default of an option");
    }
  }

  /** An option that takes one of the constants of an enum, written in lower case. */
  public static <E extends Enum<E>> Option<E> choice(
      String name, String description, Class<E> type, E defaultValue) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Option::word).toList();
    return new Option<>(
        name,
        description,
        String.join("|", words),
        word(defaultValue),
        text -> {
          int at = words.indexOf(text);
          if (at < 0) {
            throw new InvalidValueException(
                UserText.quote(text) + " is not a value of the option " + name + ".",
                Suggestions.didYouMean(text, words)
                    .orElse("write one of " + String.join(", ", words)));
          }
          return type.getEnumConstants()[at];
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

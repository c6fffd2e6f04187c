package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.Collection;
import java.util.Comparator;

/** Whether a text came through. */
final class TextCheck {
  private TextCheck() {}

  static void contains(
      Collection<String> texts, String expected, Field field, HostileText hostile) {
    if (texts.stream().anyMatch(text -> text.contains(expected))) {
      return;
    }
    String nearest =
        texts.stream()
            .max(Comparator.comparingInt(text -> commonPrefix(text, expected)))
            .map(TextCheck::shown)
            .orElse("nothing");
    fail(
        "The text %s (%s) must come back out of the output as %s, but the nearest value is %s. Print"
                .formatted(shown(field.of(hostile)), field, shown(expected), nearest)
            + " it where the Language of the template escapes it; if the format cannot hold it,"
            + " override expectedText and document what stands instead.");
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  static String shown(String text) {
    return UserText.quote(text);
  }
}

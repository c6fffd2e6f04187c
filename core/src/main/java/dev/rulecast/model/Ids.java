package dev.rulecast.model;

import dev.rulecast.diagnostic.UserText;
import java.util.Locale;
import java.util.Set;

/** The ids of rule sets, rules, endpoints, parameters and environments. */
public final class Ids {
  /** The longest id, in characters: as long as a DNS label. */
  public static final int MAX_CHARS = 63;

  /** Words that mean something else in a rule or on a platform. */
  public static final Set<String> RESERVED = Set.of("any", "all", "none", "self", "ungrouped");

  private Ids() {}

  /**
   * Returns the text if it is an id: lower-case words of letters and digits joined by single
   * hyphens, beginning with a letter, at most 63 characters, not reserved.
   *
   * @throws InvalidValueException if it is not
   */
  public static String require(String text) {
    if (text.length() > MAX_CHARS) {
      throw new InvalidValueException(
          UserText.quote(text) + " has more than " + MAX_CHARS + " characters.", "shorten it");
    }
    if (!hasForm(text)) {
      throw new InvalidValueException(UserText.quote(text) + " is not an id.", hint(text));
    }
    if (RESERVED.contains(text)) {
      throw new InvalidValueException(
          UserText.quote(text) + " is a reserved word and cannot be an id.",
          "choose a name that says what it is, such as " + text + "-hosts");
    }
    return text;
  }

  /** Whether {@link #require} would return the text. */
  public static boolean isId(String text) {
    return text.length() <= MAX_CHARS && hasForm(text) && !RESERVED.contains(text);
  }

  private static String hint(String text) {
    boolean ascii = text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
    String words =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return ascii && isId(words)
        ? "write " + words
        : "use lower-case letters, digits and single hyphens, beginning with a letter,"
            + " such as domain-controllers";
  }

  private static boolean hasForm(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = isLetter(c) || (c >= '0' && c <= '9');
      boolean joint = c == '-' && text.charAt(i - 1) != '-' && i < text.length() - 1;
      if (!word && !joint) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}

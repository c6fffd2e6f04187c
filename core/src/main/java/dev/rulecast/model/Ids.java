package dev.rulecast.model;

import dev.rulecast.diagnostic.UserText;
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
    if (!hasForm(text)) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not an id.",
          "use lower-case letters, digits and single hyphens, beginning with a letter,"
              + " at most 63 characters, such as domain-controllers");
    }
    if (RESERVED.contains(text)) {
      throw new InvalidValueException(
          UserText.quote(text) + " is a reserved word and cannot be an id.",
          "choose a name that says what it is, such as " + text + "-hosts");
    }
    return text;
  }

  private static boolean hasForm(String text) {
    if (text.isEmpty() || text.length() > MAX_CHARS || !isLetter(text.charAt(0))) {
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

package dev.rulecast.azurensg;

/** Texts in ARM templates. */
final class ArmText {
  private ArmText() {}

  /**
   * The text as a literal. What begins with {@code [} and ends with {@code ]} would be an
   * expression; a second bracket makes it a text again ("Syntax and expressions in ARM templates",
   * Escape characters). Nothing else is changed: doubled elsewhere, the bracket would stay.
   */
  static String literal(String text) {
    return text.startsWith("[") && text.endsWith("]") ? "[" + text : text;
  }
}

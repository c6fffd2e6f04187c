package dev.rulecast.azurensg;

import dev.rulecast.template.Language;

/** Bicep ("Bicep file structure and syntax" and "Data types in Bicep", Microsoft Learn). */
final class Bicep {
  private Bicep() {}

  /** The language of templates: values stand between single quotes, or in a line comment. */
  static Language language() {
    return new Language("Bicep", ".bicep", Bicep::escape);
  }

  /** Text as the inside of a string in which nothing is interpolated. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'', '\\' -> safe.append('\\').append(c);
        case '\n' -> safe.append("\\n");
        case '\r' -> safe.append("\\r");
        case '\t' -> safe.append("\\t");
        case '$' -> {
          boolean opens = i + 1 < text.length() && text.charAt(i + 1) == '{';
          safe.append(opens ? "\\$" : "$");
        }
        default -> append(safe, c);
      }
    }
    return safe.toString();
  }

  /** Controls, and what some editors take for the end of a line, as code points. */
  private static void append(StringBuilder safe, char c) {
    boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
    if (control) {
      safe.append("\\u{").append(Integer.toHexString(c)).append('}');
    } else {
      safe.append(c);
    }
  }
}

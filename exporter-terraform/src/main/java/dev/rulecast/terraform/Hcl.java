package dev.rulecast.terraform;

import dev.rulecast.template.Language;

/** Terraform's language (HCL native syntax specification). */
public final class Hcl {
  private Hcl() {}

  /** The language of templates: values stand between double quotes, or in a line comment. */
  public static Language language() {
    return new Language("HCL", ".tf", Hcl::escape);
  }

  /**
   * Text as the inside of a quoted template, in which nothing is interpolated: <code>${</code> and
   * <code>%{</code> lose their meaning by doubling their first character.
   */
  static String escape(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> safe.append('\\').append(c);
        case '\n' -> safe.append("\\n");
        case '\r' -> safe.append("\\r");
        case '\t' -> safe.append("\\t");
        case '$', '%' -> {
          boolean opens = i + 1 < text.length() && text.charAt(i + 1) == '{';
          safe.append(c).append(opens ? String.valueOf(c) : "");
        }
        default -> appendCharacter(safe, c);
      }
    }
    return safe.toString();
  }

  /** Whether it is ASCII without a character that means something: most text is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\' || c == '$' || c == '%') {
        return false;
      }
    }
    return true;
  }

  private static void appendCharacter(StringBuilder safe, char c) {
    boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
    if (control) {
      safe.append(String.format("\\u%04x", (int) c));
    } else {
      safe.append(c);
    }
  }

  /** An id as an identifier: hyphens become underscores, which ids do not have. */
  public static String identifier(String id) {
    return id.replace('-', '_');
  }
}

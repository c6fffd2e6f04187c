package dev.rulecast.template;

/** Text in Markdown (GitHub Flavored Markdown), on one line. */
final class MarkdownText {
  /** Every ASCII punctuation character that can begin a construct inside a line or a table cell. */
  private static final String SPECIAL = "\\`*_{}[]<>|~$&#!";

  private MarkdownText() {}

  /**
   * Escapes what Markdown and HTML would interpret; line feeds become {@code <br>}, tabs a space.
   * Hyphens, dots and colons stay as they are: a table cell or the inside of a line begins no list,
   * and web addresses are left to the reader's viewer.
   */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        safe.append("<br>");
      } else if (c == '<') {
        safe.append("&lt;");
      } else if (c == '&') {
        safe.append("&amp;");
      } else if (c < 0x20) {
        safe.append(' ');
      } else if (SPECIAL.indexOf(c) >= 0 && !isInsideWord(text, i)) {
        safe.append('\\').append(c);
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** An underscore between letters or digits is text in Markdown, and reads better bare. */
  private static boolean isInsideWord(String text, int at) {
    return text.charAt(at) == '_'
        && at > 0
        && at < text.length() - 1
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}

package dev.rulecast.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in Markdown (GitHub Flavored Markdown), on one line. */
final class MarkdownText {
  /** Every ASCII punctuation character that can begin a construct inside a line or a table cell. */
  private static final String SPECIAL = "\\`*_{}[]<>|~$&#!";

  /** What begins a list, or a rule across the page, where it is the first thing of an item. */
  private static final Pattern LIST = Pattern.compile("(?:[-+]|[0-9]{1,9}[.)])(?=\\s|$)|-(?=--)");

  private MarkdownText() {}

  /**
   * Escapes what Markdown and HTML would interpret; line feeds become {@code <br>}, tabs a space,
   * and white space around the text is left out. Hyphens, dots and colons stay as they are, unless
   * they would begin a list: the inside of a line begins none, and web addresses are left to the
   * reader's viewer.
   */
  static String escape(String value) {
    String text = value.strip();
    if (isPlain(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 8);
    Matcher list = LIST.matcher(text);
    int start = 0;
    if (list.lookingAt()) {
      start = list.end();
      safe.append(text, 0, start - 1).append('\\').append(text.charAt(start - 1));
    }
    for (int i = start; i < text.length(); i++) {
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

  /** Most text is: it begins with a letter, and nothing in it needs an escape. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inside = c == ' ' || (c > '&' && c < ':' && c != '*'); // digits, and '()+,-./
      if (!letter && (i == 0 || !inside)) {
        return false;
      }
    }
    return true;
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

package dev.rulecast.ansible;

import dev.rulecast.template.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** YAML as Ansible reads it: version 1.1, with templates of Jinja in its strings. */
final class Yaml {
  /**
   * Columns of text on the first line of a string, and on the others. With what stands before them,
   * no line has more than the 160 columns that ansible-lint allows (yaml[line-length]).
   */
  private static final int FIRST_COLUMNS = 120;

  private static final int MORE_COLUMNS = 140;

  /** Deeper than any key in our templates, as the lines of a string have to be. */
  private static final String INDENT = " ".repeat(14);

  /** What begins a value, a statement or a comment of Jinja; the ends alone mean nothing. */
  private static final Pattern JINJA = Pattern.compile("\\{[{%#]");

  private Yaml() {}

  /** The language of templates: a value is printed with its quotes, as a whole scalar. */
  static Language language() {
    return new Language("YAML", ".yml", Yaml::scalar);
  }

  /**
   * Text as a double-quoted scalar, so that no reader takes it for a boolean, a number or a date.
   * Where Jinja would see a template in it, the tag {@code !unsafe} forbids to look.
   */
  static String scalar(String text) {
    if (text.length() <= FIRST_COLUMNS && isPlain(text)) {
      return '"' + text + '"'; // most texts, and quicker
    }
    StringBuilder scalar = new StringBuilder(text.length() + 16);
    if (JINJA.matcher(text).find()) {
      scalar.append("!unsafe ");
    }
    scalar.append('"');
    List<String> characters = characters(text);
    int next = 0;
    int room = FIRST_COLUMNS;
    while (next < characters.size()) {
      int end = endOfLine(characters, next, room);
      if (next > 0) {
        scalar.append("\\\n").append(INDENT);
        // White space at the beginning of a line is not part of the string, unless it is escaped.
        scalar.append(characters.get(next).equals(" ") ? "\\" : "");
      }
      characters.subList(next, end).forEach(scalar::append);
      next = end;
      room = MORE_COLUMNS;
    }
    return scalar.append('"').toString();
  }

  /** Whether no character needs an escape, and none begins a template. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\' || c == '{') {
        return false;
      }
    }
    return true;
  }

  /** Where a line ends: behind a space if there is one, and everything fits the last line. */
  private static int endOfLine(List<String> characters, int start, int columns) {
    int end = start;
    int used = 0;
    int behindSpace = start;
    while (end < characters.size() && used + characters.get(end).length() <= columns) {
      used += characters.get(end).length();
      end++;
      if (characters.get(end - 1).equals(" ")) {
        behindSpace = end;
      }
    }
    return end == characters.size() || behindSpace == start ? end : behindSpace;
  }

  /** The characters of a text, escaped where they need it. */
  private static List<String> characters(String text) {
    List<String> characters = new ArrayList<>(text.length());
    text.codePoints().forEach(c -> characters.add(character(c)));
    return characters;
  }

  private static String character(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> isPrintable(c) ? Character.toString(c) : escape(c);
    };
  }

  /**
   * Whether YAML 1.1 takes the character as it is (section 5.1, {@code c-printable}). Line
   * separators are line breaks there, and a byte order mark may be dropped.
   */
  private static boolean isPrintable(int c) {
    if (c < 0xA0) {
      return c >= 0x20 && c < 0x7F;
    }
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !surrogate && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
  }

  private static String escape(int c) {
    return String.format(Locale.ROOT, "\\u%04X", c);
  }
}

package dev.rulecast.importer;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Text as YAML. Plain where every reader takes it as text, else in quotes. What a reviewer could
 * not see, or could mistake, is escaped, so that it can neither end a line nor hide.
 */
final class Yaml {
  /** What plain is no text: to YAML 1.2, or to the readers of YAML 1.1. */
  static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf");

  private static final String INSIDE_PLAIN = " .,;/()_+-'\"%&=?!*<>$@|\\";

  private static final int MAX_COMMENT = 4_096;

  private Yaml() {}

  /** A value on the line of its key. */
  static String scalar(String text) {
    if (isPlain(text, INSIDE_PLAIN)) {
      return text;
    }
    return inQuotes(text);
  }

  /** Text that may have several lines, behind its key. */
  static String text(String text, String indent) {
    boolean block =
        text.indexOf('\n') > 0 && !text.endsWith("\n") && text.lines().allMatch(Yaml::fitsInBlock);
    if (!block) {
      return scalar(text);
    }
    StringBuilder lines = new StringBuilder("|-");
    text.lines().forEach(line -> lines.append('\n').append(indent).append(line));
    return lines.toString();
  }

  private static boolean fitsInBlock(String line) {
    return !line.isEmpty()
        && line.equals(line.strip())
        && line.codePoints().allMatch(Yaml::isVisible);
  }

  /** A list on one line. */
  static String list(Collection<?> items) {
    return items.stream()
        .map(
            item ->
                isPlain(item.toString(), "-./_") || isPorts(item.toString())
                    ? item.toString()
                    : inDoubleQuotes(item.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A number, a range of numbers, {@code $parameter}, or IPv4 addresses. */
  private static boolean isPorts(String item) {
    String text = item.startsWith("$") ? item.substring(1) : item;
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "-./".indexOf(c) >= 0);
  }

  /** The text of a comment, which has one line, whatever the text has. */
  static String comment(String text) {
    StringBuilder comment = new StringBuilder();
    int left = text.codePointCount(0, text.length());
    for (int i = 0; i < text.length() && comment.length() < MAX_COMMENT; left--) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isVisible(c)) {
        comment.appendCodePoint(c);
      } else if (c == '\t') {
        comment.append(' ');
      } else {
        escape(comment, c);
      }
    }
    return left == 0
        ? comment.toString().stripTrailing()
        : comment + " … (" + left + " characters more)";
  }

  private static String inQuotes(String text) {
    boolean single = !text.isEmpty() && text.codePoints().allMatch(Yaml::isVisible);
    return single ? "'" + text.replace("'", "''") + "'" : inDoubleQuotes(text);
  }

  private static String inDoubleQuotes(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (isVisible(c)) {
                quoted.appendCodePoint(c);
              } else {
                escape(quoted, c);
              }
            });
    return quoted.append('"').toString();
  }

  private static void escape(StringBuilder to, int c) {
    boolean wide = c > 0xFFFF;
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    to.append(wide ? "\\U" : "\\u").append("0".repeat((wide ? 8 : 4) - hex.length())).append(hex);
  }

  private static boolean isPlain(String text, String inside) {
    if (text.isEmpty() || !isLetter(text.codePointAt(0)) || text.endsWith(" ")) {
      return false;
    }
    if (WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return text.codePoints()
        .allMatch(
            c -> isLetter(c) || (c >= '0' && c <= '9') || inside.indexOf(c) >= 0 || isDash(c));
  }

  private static boolean isDash(int c) {
    return c == 0x2013 || c == 0x2014;
  }

  /** ASCII, and letters of which every version of Java knows that they are visible. */
  private static boolean isVisible(int c) {
    return (c >= 0x20 && c < 0x7F)
        || isLetter(c)
        || (c >= 0xA1 && c <= 0xBF && c != 0xAD)
        || c == 0xD7
        || c == 0xF7
        || (c >= 0x2012 && c <= 0x2015)
        || (c >= 0x2018 && c <= 0x201E)
        || c == 0x2020
        || c == 0x2022
        || c == 0x2026
        || c == 0x2192
        || (c >= 0x3001 && c <= 0x3011);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
        || (c >= 0x391 && c <= 0x3C9 && c != 0x3A2)
        || (c >= 0x400 && c <= 0x481)
        || (c >= 0x3041 && c <= 0x3096)
        || (c >= 0x30A1 && c <= 0x30FA)
        || (c >= 0x4E00 && c <= 0x9FA5)
        || (c >= 0xAC00 && c <= 0xD7A3);
  }
}

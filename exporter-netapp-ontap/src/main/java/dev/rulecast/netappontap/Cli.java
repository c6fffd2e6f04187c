package dev.rulecast.netappontap;

import dev.rulecast.template.Language;
import java.text.Normalizer;

/**
 * Text in comments of ONTAP's command line. A comment begins with {@code #}, but commands are typed
 * into a terminal or sent through ssh, where {@code ?} calls help, {@code ;} may begin another
 * command and quotes may swallow lines, so that comments have letters, digits, the blank and {@code
 * ._-:/(),@+=%} of ASCII alone. Other characters become the nearest of these, or {@code _}, or are
 * left out; the README has the text as it is.
 */
final class Cli {
  /** More is in the README. */
  static final int MAX_CHARS = 200;

  private static final String PUNCTUATION = "._-:/(),@+=%";
  private static final String CUT = "...";

  private Cli() {}

  /** The language of templates: values stand in comments; commands are code. */
  static Language language() {
    return new Language("ONTAP commands", ".cli", Cli::comment);
  }

  /** Text as the inside of a comment, on one line. */
  static String comment(String text) {
    String plain = Normalizer.normalize(text.replace("->", "to"), Normalizer.Form.NFKD);
    StringBuilder safe = new StringBuilder();
    plain.codePoints().takeWhile(c -> safe.length() <= MAX_CHARS).forEach(c -> append(safe, c));
    String result = safe.toString().strip();
    if (result.length() > MAX_CHARS) {
      return result.substring(0, MAX_CHARS - CUT.length()).stripTrailing() + CUT;
    }
    return result.isEmpty() ? "-" : result;
  }

  private static void append(StringBuilder safe, int c) {
    boolean letterOrDigit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (Character.isWhitespace(c) || c == ' ') {
      if (!safe.isEmpty() && safe.charAt(safe.length() - 1) != ' ') {
        safe.append(' ');
      }
    } else if (letterOrDigit || (c < 0x80 && PUNCTUATION.indexOf(c) >= 0)) {
      safe.appendCodePoint(c);
    } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
      safe.append(replacement(c));
    }
  }

  private static String replacement(int c) {
    return switch (c) {
      case '&' -> "and";
      case '→' -> "to";
      case '\\', '|' -> "/";
      case '<', '[', '{' -> "(";
      case '>', ']', '}' -> ")";
      case ';' -> ",";
      case '?', '!' -> ".";
      case '\'', '"', '`', '‘', '’', '“', '”', '„', '‟', '«', '»' -> "";
      case '–', '—', '‐', '‑', '−', '~' -> "-";
      default -> "_";
    };
  }
}

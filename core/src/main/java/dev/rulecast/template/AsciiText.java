package dev.rulecast.template;

import java.text.Normalizer;

/**
 * Text for platforms that take only some characters of ASCII. The others become the nearest of
 * those, or {@code _}, or are left out, so that it is for people to read, and never a value.
 */
public final class AsciiText {
  private static final String CUT = "...";

  private final String punctuation;

  /**
   * Text of letters, digits, blanks and some punctuation.
   *
   * @param punctuation the characters that are taken beside letters, digits and the blank; hyphen,
   *     full stop and underscore must be among them
   */
  public AsciiText(String punctuation) {
    if (punctuation.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)
        || !"-._".chars().allMatch(c -> punctuation.indexOf(c) >= 0)) {
      throw new IllegalArgumentException(punctuation);
    }
    this.punctuation = punctuation;
  }

  /**
   * The text on one line, without blanks at its ends and with single ones inside; a hyphen where
   * nothing of it is left.
   */
  public String line(String text) {
    return isLine(text) ? text : made(text);
  }

  private String made(String text) {
    String arrowless = text.replace("->", "to");
    String plain =
        isAscii(arrowless) ? arrowless : Normalizer.normalize(arrowless, Normalizer.Form.NFKD);
    StringBuilder line = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      append(line, c);
      i += Character.charCount(c);
    }
    String result = line.toString().stripTrailing();
    return result.isEmpty() ? "-" : result;
  }

  /** Most text is what it would be made, and stays one object for all rules of a purpose. */
  private boolean isLine(String text) {
    boolean afterBlank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ';
      if (blank ? afterBlank : c == '>' || !isTaken(c)) { // it may be the head of an arrow
        return false;
      }
      afterBlank = blank;
    }
    return !afterBlank;
  }

  /** The text if it has at most so many characters, else its beginning and three dots. */
  public static String cut(String text, int maxChars) {
    return text.length() <= maxChars
        ? text
        : text.substring(0, maxChars - CUT.length()).stripTrailing() + CUT;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private void append(StringBuilder line, int c) {
    if (Character.isWhitespace(c)) {
      if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    } else if (isTaken(c)) {
      line.appendCodePoint(c);
    } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
      replacement(c).codePoints().forEach(r -> line.appendCodePoint(isTaken(r) ? r : '_'));
    }
  }

  private boolean isTaken(int c) {
    boolean letterOrDigit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letterOrDigit || punctuation.indexOf(c) >= 0;
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

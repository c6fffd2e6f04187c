package dev.rulecast.importer;

import java.util.Locale;

/** Text made uniform. */
final class Words {
  private Words() {}

  /** Single spaces, none around lines, and no empty lines. */
  static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean space = false;
    boolean feed = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        feed = true;
      } else if (c == ' ' || c == '\t' || c == '\u00A0') {
        space = true;
      } else {
        if (!tidy.isEmpty() && feed) {
          tidy.append('\n');
        } else if (!tidy.isEmpty() && space) {
          tidy.append(' ');
        }
        space = false;
        feed = false;
        tidy.append(c);
      }
    }
    return tidy.toString();
  }

  /** Lower-case words of letters and digits, joined by single spaces: what a name says. */
  static String of(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      if (!Character.isLetterOrDigit(c)) {
        gap = true;
        continue;
      }
      if (gap && !words.isEmpty()) {
        words.append(' ');
      }
      gap = false;
      words.appendCodePoint(c);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a character is one of the dashes that people type for a hyphen. */
  static boolean isDash(int c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
  }
}

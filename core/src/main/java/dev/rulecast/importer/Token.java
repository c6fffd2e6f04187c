package dev.rulecast.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a number, or a single other character of a cell.
 *
 * @param kind which of these it is
 * @param text a word in lower case; a number or character as it is, any dash as a hyphen
 * @param gap what stands before it
 */
record Token(Kind kind, String text, Gap gap) {
  enum Kind {
    WORD,
    NUMBER,
    SIGN
  }

  enum Gap {
    NONE,
    SPACE,
    /** A thin space, which some write between the thousands of a number. */
    THIN
  }

  boolean is(String sign) {
    return text.equals(sign);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** The tokens of a text; line feeds are signs. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Gap gap = Gap.NONE;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c != '\n' && isSpace(c)) {
        boolean thin = c == 0x2009 || c == 0x200A || c == 0x202F;
        gap = thin && gap == Gap.NONE ? Gap.THIN : Gap.SPACE;
        i += Character.charCount(c);
        continue;
      }
      int end = end(text, i);
      tokens.add(token(text.substring(i, end), gap));
      gap = Gap.NONE;
      i = end;
    }
    return tokens;
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  private static Token token(String text, Gap gap) {
    int first = text.codePointAt(0);
    if (isDigit(first)) {
      return new Token(Kind.NUMBER, text, gap);
    }
    if (Character.isLetter(first)) {
      return new Token(Kind.WORD, text.toLowerCase(Locale.ROOT), gap);
    }
    return new Token(Kind.SIGN, Words.isDash(first) ? "-" : text, gap);
  }

  private static int end(String text, int start) {
    int first = text.codePointAt(start);
    int i = start + Character.charCount(first);
    if (isDigit(first)) {
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
    } else if (Character.isLetter(first)) {
      while (i < text.length() && inWord(text, i)) {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return i;
  }

  /** Letters and digits, and a hyphen between two letters: {@code user-defined}. */
  private static boolean inWord(String text, int i) {
    int c = text.codePointAt(i);
    return Character.isLetterOrDigit(c)
        || (c == '-' && i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1)));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}

package dev.rulecast.diagnostic;

/** Text of the user inside our own messages: quoted, bounded, and harmless to a terminal. */
public final class UserText {
  private static final int MAX_QUOTED_CHARS = 60;

  private UserText() {}

  /**
   * The text in backticks, cut after 60 characters. Backticks, and characters that are invisible or
   * change the layout, are written as {@code \\}{@code u001B} and the like.
   */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(MAX_QUOTED_CHARS + 3).append('`');
    int next = 0;
    for (int shown = 0; shown < MAX_QUOTED_CHARS && next < text.length(); shown++) {
      int c = text.codePointAt(next);
      append(quoted, c, isPlain(c) && c != '`');
      next += Character.charCount(c);
    }
    if (next < text.length()) {
      quoted.append('…');
    }
    return quoted.append('`').toString();
  }

  /** The whole text with invisible characters written as {@code \\}{@code u001B} and the like. */
  public static String visible(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c, isPlain(c)));
    return safe.toString();
  }

  /**
   * Whether a character is refused in free text: C0 and C1 controls, line and paragraph separators,
   * bidirectional controls, byte order marks and lone surrogates.
   */
  public static boolean isForbidden(int c) {
    if (c < 0x7F) {
      return c < 0x20;
    }
    return c <= 0x9F
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF
        || (c >= 0xD800 && c <= 0xDFFF);
  }

  /**
   * Checks that text that a plugin says of itself is one line that a terminal can show.
   *
   * @param what it is, as the subject of a sentence: {@code The title}
   * @throws IllegalArgumentException with a sentence, if it is blank or holds a character that is
   *     {@linkplain #isForbidden refused} in free text
   */
  public static void requireLine(String text, String what) {
    if (text.isBlank() || text.codePoints().anyMatch(UserText::isForbidden)) {
      throw new IllegalArgumentException(what + " is not a line of text: " + quote(text));
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static void append(StringBuilder to, int c, boolean plain) {
    if (plain) {
      to.appendCodePoint(c);
      return;
    }
    for (char unit : Character.toChars(c)) {
      to.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        to.append(Character.toUpperCase(Character.forDigit(unit >> shift & 0xF, 16)));
      }
    }
  }
}

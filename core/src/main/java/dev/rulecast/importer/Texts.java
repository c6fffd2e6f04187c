package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;

/** Text around tables that becomes a title. */
final class Texts {
  private static final int MAX_TITLE = 500;

  private Texts() {}

  /** The text on one line, not too long, without what a document may not hold. */
  static String title(String text) {
    String line = Words.tidy(text).replace('\n', ' ');
    boolean forbidden = line.codePoints().anyMatch(UserText::isForbidden);
    String safe = forbidden ? UserText.visible(line) : line;
    return safe.codePointCount(0, safe.length()) <= MAX_TITLE
        ? safe
        : safe.substring(0, safe.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
  }

  /** The title, or another one where this says nothing that a reader could see. */
  static String title(String text, String otherwise) {
    return Words.of(text).isEmpty() ? title(otherwise) : title(text);
  }
}

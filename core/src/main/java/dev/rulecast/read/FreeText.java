package dev.rulecast.read;

import dev.rulecast.diagnostic.UserText;
import java.util.Optional;

/** The rules for text that people read: some, not too much, and nothing that they cannot see. */
final class FreeText {
  private FreeText() {}

  /** Text on one line. */
  static Optional<String> line(String text, String what, Node node, ValueDecoder values) {
    return check(text, what, node, values, false);
  }

  /** Text that may have line feeds and tabs. */
  static Optional<String> lines(String text, String what, Node node, ValueDecoder values) {
    return check(text, what, node, values, true);
  }

  private static Optional<String> check(
      String text, String what, Node node, ValueDecoder values, boolean severalLines) {
    if (text.codePoints().allMatch(FreeText::isSpace)) {
      return values.error("empty-text", node, what + " is empty.", "write some text");
    }
    int length = text.codePointCount(0, text.length());
    if (length > Limits.MAX_TEXT) {
      return values.error(
          "text-too-long",
          node,
          what + " has " + length + " characters; " + Limits.MAX_TEXT + " are allowed.",
          "shorten it, and put the details behind a link");
    }
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      boolean layout = c == '\n' || c == '\t';
      if (UserText.isForbidden(c) && !(severalLines && layout)) {
        return forbidden(c, what, node, values);
      }
    }
    return Optional.of(text);
  }

  private static Optional<String> forbidden(int c, String what, Node node, ValueDecoder values) {
    String hint =
        switch (c) {
          case '\n' -> "write it on one line; in YAML, begin folded text with >- or use quotes";
          case '\t' -> "write a space";
          case '\r' -> "delete it; lines end with a line feed alone";
          default -> "delete it";
        };
    return values.error(
        "forbidden-character",
        node,
        "%s holds the character U+%04X, which is not allowed there.".formatted(what, c),
        hint);
  }

  /** White space as ECMA-262 defines it, which is what the JSON Schema's patterns go by. */
  private static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
  }
}

package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;

/**
 * Checks the bytes of a file before any parser sees them: valid UTF-8, and no character, comments
 * included, that a reviewer could not see. Escapes such as {@code \\u202E} are the decoder's to
 * check.
 */
final class SourceCheck {
  /** A binary file has an error in every line; after this many the rest is not looked at. */
  private static final int MAX_REPORTED = 10;

  private static final int REPLACEMENT = -1;

  private final String file;
  private final byte[] bytes;
  private final Diagnostics diagnostics;
  private int at;
  private int line = 1;
  private int lineStart;
  private int shorterBy;
  private int reported;

  private SourceCheck(String file, byte[] bytes, Diagnostics diagnostics) {
    this.file = file;
    this.bytes = bytes;
    this.diagnostics = diagnostics;
  }

  /** Reports what is wrong with the bytes, and returns whether nothing is. */
  static boolean check(String file, byte[] bytes, Diagnostics diagnostics) {
    return new SourceCheck(file, bytes, diagnostics).run();
  }

  private boolean run() {
    while (at < bytes.length && reported < MAX_REPORTED) {
      byte b = bytes[at];
      if (b >= 0x20 && b < 0x7F) {
        at++;
      } else if (b == '\n' || b == '\r') {
        endLine(b);
      } else if (b == '\t') {
        at++;
      } else {
        other();
      }
    }
    return reported == 0;
  }

  private void endLine(byte b) {
    at++;
    if (b == '\r' && at < bytes.length && bytes[at] == '\n') {
      at++;
    }
    line++;
    lineStart = at;
    shorterBy = 0;
  }

  private void other() {
    int start = at;
    int c = decode();
    if (c == REPLACEMENT) {
      at = start + 1;
      report(
          "not-utf-8",
          start,
          "The byte 0x%02X is not UTF-8.".formatted(bytes[start] & 0xFF),
          "save the file as UTF-8");
      return;
    }
    if (UserText.isForbidden(c)) {
      String message =
          "The character U+%04X cannot be seen in a review and is not allowed.".formatted(c);
      report("forbidden-character", start, message, "delete it");
    }
    int utf16Units = c >= 0x10000 ? 2 : 1;
    shorterBy += at - start - utf16Units;
  }

  /** Reads one character of one to four bytes; {@code at} ends behind it. */
  private int decode() {
    int first = bytes[at++] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || at + more > bytes.length) {
      return REPLACEMENT;
    }
    int c = first & (0x3F >> more);
    for (int i = 0; i < more; i++) {
      int next = bytes[at++] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        return REPLACEMENT;
      }
      c = c << 6 | next & 0x3F;
    }
    boolean tooLong = more == 2 && c < 0x800 || more == 3 && c < 0x10000;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return tooLong || surrogate || c > Character.MAX_CODE_POINT ? REPLACEMENT : c;
  }

  private void report(String id, int start, String message, String hint) {
    reported++;
    int column = start - lineStart - shorterBy + 1;
    diagnostics.add(Diagnostic.error(id, new Location(file, line, column), message).withHint(hint));
  }
}

package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of an input, checked on its way to the parser: not too long, valid UTF-8, and no
 * character, comments included, that a reviewer could not see. The parser gets U+FFFD in the place
 * of what is refused, so that the other mistakes of the file are found too. Escapes such as {@code
 * \\u202E} are the decoder's to check.
 *
 * <p>Never throws an {@link IOException}, which parsers treat in ways of their own, but an {@link
 * UncheckedIOException} or an {@link UnreadableException}.
 */
final class SourceReader extends Reader {
  /** A binary file has an error in every line; after this many it is given up. */
  private static final int MAX_REPORTED = 10;

  /** Columns behind so many wide characters may be told too low; nobody reads such a file. */
  private static final int MAX_WIDE = 1 << 20;

  /** The most characters without progress: the YAML parser's time grows with their square. */
  private static final int MAX_WITHOUT_PROGRESS = 1 << 22;

  private static final int MALFORMED = -1;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int NONE = 0;

  private final String file;
  private final InputStream stream;
  private final Limits limits;
  private final List<Diagnostic> refused = new ArrayList<>();

  private final byte[] bytes = new byte[1 << 14];
  private int at;
  private int end;
  private boolean streamEnded;
  private long bytesRead;
  private boolean started;

  private int withoutProgress;
  private boolean progressMatters;
  private int line = 1;
  private int column = 1;
  private boolean afterCarriageReturn;
  private char pendingLowSurrogate = NONE;

  /** Line and code point column of every character of two UTF-16 units. */
  private long[] wide = new long[0];

  private int wideCount;
  private int wideOnLine;

  SourceReader(String file, InputStream stream, Limits limits) {
    this.file = file;
    this.stream = stream;
    this.limits = limits;
  }

  /**
   * Says that the parser has come further. A reader that is told so once refuses text that takes
   * the parser too far without coming further.
   */
  void progress() {
    progressMatters = true;
    withoutProgress = 0;
  }

  /** What was refused up to here. */
  List<Diagnostic> refused() {
    return refused;
  }

  /**
   * The column in UTF-16 units of a place that is given in code points, as the YAML parser counts.
   */
  int column(int atLine, int codePointColumn) {
    if (wideCount == 0) {
      return codePointColumn;
    }
    int from = search(place(atLine, 0));
    int to = search(place(atLine, codePointColumn));
    return codePointColumn + to - from;
  }

  private int search(long place) {
    int found = Arrays.binarySearch(wide, 0, wideCount, place);
    return found < 0 ? -found - 1 : found;
  }

  private static long place(int line, int column) {
    return (long) line << 32 | column;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    int to = offset;
    int limit = offset + length;
    if (pendingLowSurrogate != NONE && to < limit) {
      into[to++] = pendingLowSurrogate;
      pendingLowSurrogate = NONE;
    }
    while (to < limit) {
      if (end - at < 4 && !streamEnded) {
        fill();
      }
      if (at == end) {
        break;
      }
      byte b = bytes[at];
      if (b >= 0x20 && b < 0x7F) {
        into[to++] = (char) b;
        at++;
        column++;
        afterCarriageReturn = false;
        continue;
      }
      boolean wide = (bytes[at] & 0xF8) == 0xF0;
      if (wide && limit - to == 1 && to > offset) {
        break; // Parsers cannot be trusted with half a pair.
      }
      int c = next();
      if (Character.isBmpCodePoint(c)) {
        into[to++] = (char) c;
      } else {
        into[to++] = Character.highSurrogate(c);
        if (to < limit) {
          into[to++] = Character.lowSurrogate(c);
        } else {
          pendingLowSurrogate = Character.lowSurrogate(c);
        }
      }
    }
    withoutProgress += to - offset;
    if (progressMatters && withoutProgress > MAX_WITHOUT_PROGRESS) {
      throw UnreadableException.after(tooLong(new Location(file, line, column)));
    }
    return to == offset && length > 0 ? -1 : to - offset;
  }

  /** A text, number, key or comment is so long that the parser does not take it. */
  static Diagnostic tooLong(Location place) {
    return Diagnostic.error("too-long", place, "The text here is far too long.")
        .withHint("shorten it; texts have at most " + Limits.MAX_TEXT + " characters");
  }

  private void fill() {
    System.arraycopy(bytes, at, bytes, 0, end - at);
    end -= at;
    at = 0;
    try {
      int wanted = bytes.length - end;
      int got = stream.readNBytes(bytes, end, wanted);
      end += got;
      bytesRead += got;
      streamEnded = got < wanted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytesRead > limits.maxFileBytes()) {
      throw UnreadableException.insteadOf(
          List.of(
              Diagnostic.error(
                      "file-too-large",
                      Location.startOf(file),
                      "The file is larger than " + limits.maxFileSize() + ".")
                  .withHint("split it; several files are one run")));
    }
    if (!started) {
      started = true;
      start();
    }
  }

  private void start() {
    if (end >= 3 && decode() == BYTE_ORDER_MARK) {
      return;
    }
    at = 0;
    boolean utf16 =
        end >= 2
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    if (utf16) {
      throw UnreadableException.insteadOf(
          List.of(
              Diagnostic.error(
                      "not-utf-8", Location.startOf(file), "The file is UTF-16, not UTF-8.")
                  .withHint("save the file as UTF-8")));
    }
  }

  /** A character that is not plain ASCII. */
  private int next() {
    int start = at;
    int c = decode();
    if (c == '\n' || c == '\r') {
      endLine(c);
      return c;
    }
    afterCarriageReturn = false;
    if (c == MALFORMED) {
      at = start + 1;
      refuse(
          "not-utf-8",
          "The byte 0x%02X is not UTF-8.".formatted(bytes[start] & 0xFF),
          "save the file as UTF-8");
      c = REPLACEMENT;
    } else if (c == BYTE_ORDER_MARK) {
      refuse(
          "forbidden-character",
          "A byte order mark (U+FEFF) stands inside the file.",
          "delete it; it may only begin a file");
      c = REPLACEMENT;
    } else if (c != '\t' && UserText.isForbidden(c)) {
      refuse(
          "forbidden-character",
          "The character U+%04X cannot be seen in a review and is not allowed.".formatted(c),
          "delete it");
      c = REPLACEMENT;
    }
    if (!Character.isBmpCodePoint(c)) {
      rememberWide();
    }
    column += Character.charCount(c);
    return c;
  }

  private void endLine(int c) {
    if (c != '\n' || !afterCarriageReturn) {
      line++;
    }
    column = 1;
    wideOnLine = 0;
    afterCarriageReturn = c == '\r';
  }

  private void rememberWide() {
    if (wideCount == MAX_WIDE) {
      return;
    }
    if (wideCount == wide.length) {
      wide = Arrays.copyOf(wide, Math.max(16, 2 * wideCount));
    }
    wide[wideCount++] = place(line, column - wideOnLine);
    wideOnLine++;
  }

  /** Reads a character of one to four bytes; {@code at} ends behind it. */
  private int decode() {
    int first = bytes[at++] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || at + more > end) {
      return MALFORMED;
    }
    int c = first & (0x3F >> more);
    for (int i = 0; i < more; i++) {
      int next = bytes[at++] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        return MALFORMED;
      }
      c = (c << 6) | (next & 0x3F);
    }
    boolean overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return overlong || surrogate || c > Character.MAX_CODE_POINT ? MALFORMED : c;
  }

  private void refuse(String id, String message, String hint) {
    Location place = new Location(file, line, column);
    if (refused.size() == MAX_REPORTED) {
      refused.add(
          Diagnostic.error(
                  "not-text", place, "There are more such characters; the rest was not read.")
              .withHint("is this a text file?"));
      throw UnreadableException.insteadOf(refused);
    }
    refused.add(Diagnostic.error(id, place, message).withHint(hint));
  }

  @Override
  public void close() {
    // The stream belongs to the one who opened it.
  }
}

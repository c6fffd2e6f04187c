package dev.rulecast.importer;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a document: UTF-8, without a byte order mark, not too long. A rule set may have 256
 * MiB, because it is read as a stream; a document with tables has to be held as a whole.
 *
 * @param text all of it
 * @param lines those of Markdown, without line ends, which are LF, CR or both; none of CSV
 */
record SourceText(String text, List<String> lines) {
  /**
   * The largest CSV file. What is made of the shortest rows needs 300 bytes for each of theirs, so
   * that this needs less than 3 GiB; it holds more than a hundred thousand rows that say something.
   */
  static final int MAX_CSV_BYTES = 8 << 20;

  /**
   * The largest Markdown document. Its parser needs up to 400 bytes for each byte of one that is
   * made to be slow, so that this needs less than 2 GiB; no vendor's page has a tenth of it.
   */
  static final int MAX_MARKDOWN_BYTES = 4 << 20;

  /** Reads a document; what is wrong with it as a text is reported, and then there is none. */
  static Optional<SourceText> read(ImportSource source, Diagnostics diagnostics)
      throws IOException {
    boolean csv = source.kind() == ImportSource.Kind.CSV;
    int maxBytes = csv ? MAX_CSV_BYTES : MAX_MARKDOWN_BYTES;
    byte[] bytes;
    try (InputStream stream = source.content().open()) {
      bytes = stream.readNBytes(maxBytes + 1);
    }
    if (bytes.length > maxBytes) {
      return refused(
          diagnostics,
          "file-too-large",
          Location.startOf(source.name()),
          "The document is larger than " + (maxBytes >> 20) + " MiB.",
          csv
              ? "split it; several files are one run"
              : "split it, or give its tables as CSV; several files are one run");
    }
    if (isUtf16(bytes)) {
      return refused(
          diagnostics,
          "not-utf-8",
          Location.startOf(source.name()),
          "The file is UTF-16, not UTF-8.",
          "save the file as UTF-8");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      return refused(
          diagnostics,
          "not-utf-8",
          endOf(source.name(), text),
          "The byte 0x%02X is not UTF-8.".formatted(bytes[in.position()] & 0xFF),
          "save the file as UTF-8");
    }
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      return refused(
          diagnostics,
          "not-text",
          endOf(source.name(), text.substring(0, zero)),
          "The file holds the character U+0000, so it is no text.",
          "give the document as Markdown or CSV");
    }
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return Optional.of(new SourceText(withoutMark, csv ? List.of() : split(withoutMark)));
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static Location endOf(String file, String text) {
    List<String> lines = split(text);
    return new Location(file, lines.size(), lines.get(lines.size() - 1).length() + 1);
  }

  /** The lines of a text, as CommonMark tells them apart; there is at least one. */
  static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        continue;
      }
      lines.add(text.substring(start, i));
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      start = i + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }

  private static Optional<SourceText> refused(
      Diagnostics diagnostics, String id, Location place, String message, String hint) {
    diagnostics.add(Diagnostic.error(id, place, message).withHint(hint));
    return Optional.empty();
  }
}

package dev.rulecast.azurensg;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Counts the bytes that a text has in UTF-8. */
final class MeasuringWriter extends FilterWriter {
  private long bytes;

  MeasuringWriter(Writer out) {
    super(out);
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int c) throws IOException {
    count((char) c);
    super.write(c);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      count(text[i]);
    }
    super.write(text, from, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      count(text.charAt(i));
    }
    super.write(text, from, length);
  }

  /** Each half of a surrogate pair counts for two of its four bytes. */
  private void count(char c) {
    bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}

package dev.rulecast.exporter;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/**
 * Tells whether a file was written to its end: an exporter may catch what a writer throws, or wrap
 * it, and half a file must not pass for a whole one.
 */
final class WatchedWriter extends FilterWriter {
  private final UnaryOperator<IOException> failed;
  private final Runnable closed;

  /**
   * Watches a writer.
   *
   * @param failed hears of every failure, and returns it
   * @param closed hears of the end
   */
  WatchedWriter(Writer out, UnaryOperator<IOException> failed, Runnable closed) {
    super(out);
    this.failed = failed;
    this.closed = closed;
  }

  @Override
  public void write(int c) throws IOException {
    try {
      super.write(c);
    } catch (IOException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    try {
      super.write(chars, offset, length);
    } catch (IOException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    try {
      super.write(text, offset, length);
    } catch (IOException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      super.flush();
    } catch (IOException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IOException e) {
      throw failed.apply(e);
    }
    closed.run();
  }
}

package dev.rulecast.awssg.cloudformation;

import java.io.IOException;
import java.io.Writer;

/**
 * Keeps ASCII text that is not too long, and counts what is. A template has to be made before
 * anybody knows whether CloudFormation takes it.
 */
final class SizedText extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final long most;
  private long bytes;

  SizedText(long most) {
    this.most = most;
  }

  @Override
  public void write(char[] buffer, int offset, int length) {
    bytes += length;
    if (bytes <= most) {
      text.append(buffer, offset, length);
    }
  }

  /** The number of bytes that were written. */
  long bytes() {
    return bytes;
  }

  /** Copies the text; it is complete unless there were too many bytes. */
  void copyTo(Writer out) throws IOException {
    out.append(text);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}

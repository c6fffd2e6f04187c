package dev.rulecast.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** Ends lines with LF on every platform. */
final class LineFeedWriter extends PrintWriter {
  LineFeedWriter(Writer out) {
    super(out, false);
  }

  @Override
  public void println() {
    write('\n');
  }
}

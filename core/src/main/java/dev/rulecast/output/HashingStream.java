package dev.rulecast.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;

/** Tells the SHA-256 of what was written when it is closed, once. */
final class HashingStream extends FilterOutputStream {
  private final MessageDigest digest = Sha256.digest();
  private final Consumer<String> whenClosed;
  private boolean closed;

  HashingStream(OutputStream out, Consumer<String> whenClosed) {
    super(out);
    this.whenClosed = whenClosed;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    super.close();
    whenClosed.accept(Sha256.text(digest));
  }

  /** Closes without a word: the file is of no use. */
  void abandon() {
    closed = true;
    try {
      out.close();
    } catch (IOException e) {
      // It is deleted in any case.
    }
  }
}

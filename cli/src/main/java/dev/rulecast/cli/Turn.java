package dev.rulecast.cli;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * What one of several threads prints. It is kept until it is this one's turn, so that the output of
 * all of them reads as if one had come after the other. A thread that has printed very much before
 * its turn waits for it.
 */
final class Turn {
  private static final int MOST_KEPT = 1 << 20;

  private final Session session;
  private final List<Runnable> kept = new ArrayList<>();
  private int keptCharacters;
  private boolean begun;

  /** The turn of a thread that prints to a session. */
  Turn(Session session) {
    this.session = session;
  }

  /** The session for the thread. */
  Session session() {
    return session.printingTo(
        new LineFeedWriter(new KeepingWriter(session.out())),
        new LineFeedWriter(new KeepingWriter(session.err())));
  }

  /** Prints what was kept; what comes from now on is printed at once. */
  synchronized void begin() {
    begun = true;
    kept.forEach(Runnable::run);
    kept.clear();
    notifyAll();
  }

  private synchronized void print(PrintWriter to, String text) throws InterruptedIOException {
    while (!begun && keptCharacters > MOST_KEPT) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    keptCharacters += text.length();
    act(() -> to.write(text));
  }

  /** Flushing is kept too: it is what puts the lines of two streams into one order. */
  private synchronized void act(Runnable action) {
    if (begun) {
      action.run();
    } else {
      kept.add(action);
    }
  }

  private final class KeepingWriter extends Writer {
    private final PrintWriter to;

    KeepingWriter(PrintWriter to) {
      this.to = to;
    }

    @Override
    public void write(char[] text, int from, int length) throws InterruptedIOException {
      print(to, String.valueOf(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws InterruptedIOException {
      print(to, text.substring(from, from + length));
    }

    @Override
    public void flush() {
      act(to::flush);
    }

    @Override
    public void close() {
      flush();
    }
  }
}

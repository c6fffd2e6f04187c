package dev.rulecast.cli;

import java.io.PrintWriter;

/** A line on the terminal while a run takes longer than a second; nothing where nobody looks. */
final class Progress implements AutoCloseable {
  private static final long FIRST_MILLIS = 1_000;
  private static final long STEP_MILLIS = 500;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintWriter err;
  private final Thread thread;
  private volatile String doing = "";
  private volatile boolean shown;

  private Progress(PrintWriter err, boolean active) {
    this.err = err;
    this.thread = new Thread(this::show, "progress");
    thread.setDaemon(true);
    if (active) {
      thread.start();
    }
  }

  static Progress start(Session session, boolean json) {
    return new Progress(session.err(), session.errIsTerminal() && !json);
  }

  /** Says what is being done from now on. */
  void at(String what) {
    doing = what;
  }

  private void show() {
    try {
      Thread.sleep(FIRST_MILLIS);
      for (long millis = FIRST_MILLIS; ; millis += STEP_MILLIS) {
        shown = true;
        synchronized (err) {
          err.print(CLEAR_LINE + "rulecast: " + doing + " … " + millis / 1_000 + " s");
          err.flush();
        }
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    if (shown) {
      synchronized (err) {
        err.print(CLEAR_LINE);
        err.flush();
      }
    }
  }
}

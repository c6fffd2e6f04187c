package dev.rulecast.output;

import java.io.IOException;

/** Hears of every change to the disk before a commit makes it. For tests that interrupt it. */
interface Checkpoint {
  /** Hears nothing. */
  Checkpoint NONE = change -> {};

  /**
   * The change is about to be made.
   *
   * @throws IOException to stop it
   */
  void reach(String change) throws IOException;
}

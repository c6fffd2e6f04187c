package dev.rulecast.output;

import java.io.IOException;

/** The output folder is in a state in which nothing can be written, and the user has to decide. */
public class OutputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  OutputException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do about it, as a phrase without a full stop. */
  public final String hint() {
    return hint;
  }
}

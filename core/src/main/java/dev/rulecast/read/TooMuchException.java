package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;

/** An input is over a limit; the rest of it is not read. */
final class TooMuchException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  TooMuchException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}

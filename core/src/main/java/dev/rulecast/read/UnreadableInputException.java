package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;

/** Some of what the user named cannot be read; every one of these is told. */
public final class UnreadableInputException extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;

  UnreadableInputException(List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What is wrong with which argument; not empty. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}

package dev.rulecast.read;

import dev.rulecast.diagnostic.Diagnostic;
import java.util.List;

/** The rest of an input cannot be read. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;
  private final boolean alone;

  private UnreadableException(List<Diagnostic> diagnostics, boolean alone) {
    super(diagnostics.get(0).message(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
    this.alone = alone;
  }

  /** Ends the input; what was found before stays. */
  static UnreadableException after(Diagnostic diagnostic) {
    return new UnreadableException(List.of(diagnostic), false);
  }

  /** The input is no text of ours, so that whatever else was found in it means nothing. */
  static UnreadableException insteadOf(List<Diagnostic> diagnostics) {
    return new UnreadableException(diagnostics, true);
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether these diagnostics replace the others of the same input. */
  boolean alone() {
    return alone;
  }
}

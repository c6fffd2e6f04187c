package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import java.util.List;

/** Ends a command with diagnostics and an exit code. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<Diagnostic> diagnostics;

  CommandException(int exitCode, List<Diagnostic> diagnostics) {
    super("exit " + exitCode, null, false, false);
    this.exitCode = exitCode;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** A command line that cannot be meant. */
  static CommandException usage(String message, String hint) {
    return of(ExitCode.USAGE, "usage", message, hint);
  }

  /** An end with one error. */
  static CommandException of(int exitCode, String id, String message, String hint) {
    Diagnostic error = Diagnostic.of(Severity.ERROR, id, message);
    return new CommandException(exitCode, List.of(hint.isEmpty() ? error : error.withHint(hint)));
  }

  int exitCode() {
    return exitCode;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}

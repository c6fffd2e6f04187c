package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import java.util.List;

/** Tells the user what there is to tell. */
interface Reporter {
  /** Prints diagnostics in their order. */
  void report(List<Diagnostic> diagnostics);

  /** Prints the stack trace of a failure, for whoever asked for it. */
  void stackTrace(String trace);
}

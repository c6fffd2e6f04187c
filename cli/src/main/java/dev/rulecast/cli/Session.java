package dev.rulecast.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Everything of the outside world that a command may use.
 *
 * @param in standard input
 * @param out results
 * @param err diagnostics
 * @param outIsTerminal whether a person sees the results
 * @param errIsTerminal whether a person sees the diagnostics
 * @param noColor whether that person wants no colours
 * @param home the folder of the distribution, if it was started from one
 * @param today the day for which expiry is judged unless the user names one
 */
record Session(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean noColor,
    Optional<Path> home,
    LocalDate today) {
  /** The same with other writers. */
  Session printingTo(PrintWriter otherOut, PrintWriter otherErr) {
    return new Session(in, otherOut, otherErr, outIsTerminal, errIsTerminal, noColor, home, today);
  }

  /** Whether results may be coloured. */
  boolean colorsOut() {
    return outIsTerminal && !noColor;
  }

  /** Whether diagnostics may be coloured. */
  boolean colorsErr() {
    return errIsTerminal && !noColor;
  }
}

package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.diagnostic.UserText;
import java.io.PrintWriter;
import java.util.List;

/** Diagnostics for people: {@code file:line:column: error: message [id]}, then the hint. */
final class TextReporter implements Reporter {
  private static final int MAX_SUBJECTS = 20;
  private static final String RESET = "\u001B[0m";

  private final PrintWriter err;
  private final boolean colors;

  TextReporter(Session session) {
    this.err = session.err();
    this.colors = session.colorsErr();
  }

  @Override
  public void report(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::print);
    err.flush();
  }

  @Override
  public void stackTrace(String trace) {
    trace.lines().forEach(line -> err.println(UserText.visible(line.replace("\t", "    "))));
    err.flush();
  }

  private void print(Diagnostic diagnostic) {
    diagnostic.location().ifPresent(place -> err.print(UserText.visible(place.toString()) + ": "));
    err.print(colored(diagnostic.severity()));
    err.print(": ");
    err.print(UserText.visible(diagnostic.message()));
    err.println(" [" + diagnostic.id() + "]");
    diagnostic.hint().ifPresent(hint -> err.println("  hint: " + UserText.visible(hint)));
    if (!diagnostic.subjects().isEmpty()) {
      err.println("  " + subjects(diagnostic.subjects()));
    }
  }

  private static String subjects(List<String> subjects) {
    String shown = String.join(", ", subjects.subList(0, Math.min(MAX_SUBJECTS, subjects.size())));
    int more = subjects.size() - MAX_SUBJECTS;
    String count = subjects.size() == 1 ? "" : subjects.size() + ": ";
    return count + UserText.visible(shown) + (more > 0 ? " and " + more + " more" : "");
  }

  private String colored(Severity severity) {
    if (!colors) {
      return severity.word();
    }
    String color =
        switch (severity) {
          case ERROR -> "\u001B[1;31m";
          case WARNING -> "\u001B[1;33m";
          case NOTE -> "\u001B[1;36m";
        };
    return color + severity.word() + RESET;
  }
}

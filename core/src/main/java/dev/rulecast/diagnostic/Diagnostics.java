package dev.rulecast.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects what a run has to say, so that all errors are told at once. Not thread-safe. */
public final class Diagnostics {
  private final List<Diagnostic> found = new ArrayList<>();
  private boolean errors;

  /** Adds one. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
    errors |= diagnostic.severity() == Severity.ERROR;
  }

  /** Adds all that another collector holds. */
  public void addAll(Diagnostics others) {
    others.found.forEach(this::add);
  }

  /** Whether one of them is an error. */
  public boolean hasErrors() {
    return errors;
  }

  /** Everything collected, in the order of {@link Diagnostic#compareTo}. */
  public List<Diagnostic> sorted() {
    return found.stream().sorted().toList();
  }
}

package dev.rulecast.policy;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Severity;
import dev.rulecast.model.Action;
import java.time.LocalDate;
import java.util.Optional;

/** Judges rules by the last day on which they are valid. */
final class Expiry {
  private static final int DAYS_OF_WARNING = 30;

  private final LocalDate asOf;
  private final Diagnostics diagnostics;

  Expiry(LocalDate asOf, Diagnostics diagnostics) {
    this.asOf = asOf;
    this.diagnostics = diagnostics;
  }

  /** Whether the rule is no longer valid. Reports that, or that it will soon be so. */
  boolean isOver(Origin origin) {
    Optional<LocalDate> expires = origin.rule().expires();
    if (expires.isEmpty()) {
      return false;
    }
    long daysLeft = DAYS.between(asOf, expires.get());
    if (daysLeft < 0) {
      reportOver(origin, expires.get());
    } else if (daysLeft <= DAYS_OF_WARNING) {
      report(Severity.WARNING, "expires-soon", origin, "expires on " + expires.get());
    }
    return daysLeft < 0;
  }

  private void reportOver(Origin origin, LocalDate day) {
    if (origin.rule().action() == Action.DENY) {
      report(Severity.ERROR, "expired", origin, "expired on " + day);
    } else {
      report(Severity.WARNING, "expired", origin, "expired on " + day + " and is left out");
    }
  }

  private void report(Severity severity, String id, Origin origin, String what) {
    String message =
        "The %s rule `%s` %s.".formatted(origin.rule().action().word(), origin.reference(), what);
    diagnostics.add(
        Diagnostic.of(severity, id, message)
            .at(origin.rule().location())
            .withHint("extend or delete it"));
  }
}

package dev.rulecast.diagnostic;

/** How grave a diagnostic is, the mildest first. */
public enum Severity {
  /** Worth knowing; nothing needs to be done. */
  NOTE,
  /** Probably not what was meant; the run goes on. */
  WARNING,
  /** The run writes nothing. */
  ERROR;

  /** The word that stands in reports: {@code note}, {@code warning} or {@code error}. */
  public String word() {
    return switch (this) {
      case NOTE -> "note";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }
}

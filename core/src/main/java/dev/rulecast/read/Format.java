package dev.rulecast.read;

import java.util.Locale;
import java.util.Optional;

/** The languages that documents are written in. */
public enum Format {
  /** YAML 1.2. */
  YAML,
  /** JSON (RFC 8259). */
  JSON;

  /** The format that a file's name promises, if it is one of ours. */
  public static Optional<Format> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    return lower.endsWith(".json") ? Optional.of(JSON) : Optional.empty();
  }
}

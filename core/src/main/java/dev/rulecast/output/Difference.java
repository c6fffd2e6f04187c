package dev.rulecast.output;

/**
 * A file that is not as an export would leave it.
 *
 * @param path in the exporter's folder
 * @param kind what is different
 */
public record Difference(String path, Kind kind) {
  /** What is different about a file. */
  public enum Kind {
    /** An export would create it. */
    MISSING("missing"),
    /** An export would change it. */
    DIFFERENT("different"),
    /** An export would delete it. */
    STALE("stale"),
    /** rulecast did not write it, and an export would stop because of it. */
    FOREIGN("not written by rulecast"),
    /** It was edited after the last export, and an export would stop because of it. */
    EDITED("edited");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in reports, such as {@code missing}. */
    public String word() {
      return word;
    }
  }
}

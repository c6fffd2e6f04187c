package dev.rulecast.read;

/** How much is read. Bounds memory and time on input that nobody wrote by hand. */
final class Limits {
  /** The largest file, in bytes. */
  static final int MAX_FILE_BYTES = 256 * 1024 * 1024;

  /** The deepest nesting of lists and mappings. */
  static final int MAX_NESTING = 100;

  /** The most rules in one run, predefined ones included. */
  static final int MAX_RULES = 2_000_000;

  /** The longest free text, in Unicode code points. */
  static final int MAX_TEXT = 4_096;

  private Limits() {}
}

package dev.rulecast.read;

import dev.rulecast.model.RuleNote;

/**
 * How much is read. Bounds memory and time on input that nobody wrote by hand.
 *
 * @param maxFileBytes the largest file, in bytes
 * @param maxRules the most rules in one run, predefined ones included
 */
record Limits(long maxFileBytes, int maxRules) {
  /** The deepest nesting of lists and mappings. */
  static final int MAX_NESTING = 100;

  /** The longest free text, in Unicode code points. */
  static final int MAX_TEXT = RuleNote.MAX_TEXT;

  /** What a run reads. */
  static final Limits DEFAULT = new Limits(256L << 20, 2_000_000);

  /** The size of the largest file in words: {@code 256 MiB}. */
  String maxFileSize() {
    return maxFileBytes % (1 << 20) == 0 ? (maxFileBytes >> 20) + " MiB" : maxFileBytes + " bytes";
  }
}

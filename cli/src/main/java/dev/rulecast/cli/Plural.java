package dev.rulecast.cli;

/** Counted things in words. */
final class Plural {
  private Plural() {}

  /** Such as {@code 1 file} or {@code 2 files}. */
  static String of(int count, String singular) {
    return count + " " + singular + (count == 1 ? "" : "s");
  }
}

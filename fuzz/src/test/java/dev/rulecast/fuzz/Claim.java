package dev.rulecast.fuzz;

import java.util.Objects;

/** What has to hold. AssertJ would fill the fuzzer's map of coverage with its own branches. */
final class Claim {
  private Claim() {}

  static void that(boolean fact, String otherwise, Object about) {
    if (!fact) {
      throw new AssertionError(otherwise + ": " + about);
    }
  }

  static void equal(Object found, Object expected, String what) {
    if (!Objects.equals(found, expected)) {
      throw new AssertionError(what + ": found " + found + ", but expected " + expected);
    }
  }
}

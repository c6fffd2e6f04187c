package dev.rulecast.testkit;

/** Stands in until the first real class comes. */
final class Placeholder {
  private Placeholder() {}
}

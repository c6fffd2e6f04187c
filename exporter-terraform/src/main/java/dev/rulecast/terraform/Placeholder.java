package dev.rulecast.terraform;

/** Stands in until the first real class comes. */
final class Placeholder {
  private Placeholder() {}
}

package dev.rulecast.awssg;

/** Stands in until the first real class comes. */
final class Placeholder {
  private Placeholder() {}
}

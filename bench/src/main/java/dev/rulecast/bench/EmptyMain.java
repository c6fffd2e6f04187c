package dev.rulecast.bench;

/** The yardstick of start-up: what a JVM costs that does nothing. */
public final class EmptyMain {
  private EmptyMain() {}

  /** Does nothing. */
  public static void main(String[] args) {}
}

package dev.rulecast.azurensg;

/** Lets a fuzz target of another package escape text. */
public final class BicepDoor {
  private BicepDoor() {}

  /** Text as the exporter's templates print it. */
  public static String escape(String text) {
    return Bicep.escape(text);
  }
}

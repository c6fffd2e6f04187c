package dev.rulecast.netappontap;

/** Lets a fuzz target of another package escape text. */
public final class OntapDoor {
  private OntapDoor() {}

  /** Text as the exporter's templates print it. */
  public static String escape(String text) {
    return Cli.comment(text);
  }
}

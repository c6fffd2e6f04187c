package dev.rulecast.ansible;

/** Lets a fuzz target of another package escape text. */
public final class AnsibleDoor {
  private AnsibleDoor() {}

  /** Text as the exporter's templates print it. */
  public static String escape(String text) {
    return Yaml.scalar(text);
  }
}

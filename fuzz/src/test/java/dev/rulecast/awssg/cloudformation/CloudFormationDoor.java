package dev.rulecast.awssg.cloudformation;

/** Lets a fuzz target of another package escape text. */
public final class CloudFormationDoor {
  private CloudFormationDoor() {}

  /** Text as the exporter's templates print it. */
  public static String escape(String text) {
    return TemplateText.escapeYaml(text);
  }
}

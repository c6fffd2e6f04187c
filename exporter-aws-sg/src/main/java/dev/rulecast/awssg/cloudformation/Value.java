package dev.rulecast.awssg.cloudformation;

/**
 * A value in a template.
 *
 * @param kind what it is
 * @param text the text, the number, or the name of what is referred to
 */
public record Value(Kind kind, String text) {
  /** What a value is. */
  public enum Kind {
    /** Text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** The value of a parameter. */
    PARAMETER,
    /** The id of a group of the template. {@code Ref} could be its name instead. */
    GROUP_ID
  }

  static Value text(String text) {
    return new Value(Kind.TEXT, text);
  }

  static Value parameter(String name) {
    return new Value(Kind.PARAMETER, name);
  }

  static Value groupId(String logicalId) {
    return new Value(Kind.GROUP_ID, logicalId);
  }
}

package dev.rulecast.awssg.cloudformation;

/**
 * A property of a resource.
 *
 * @param name as CloudFormation has it, such as {@code CidrIp}
 * @param kind what the value is
 * @param value the text, the number, or the name of what is referred to
 */
public record Property(String name, Kind kind, String value) {
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

  static Property text(String name, String value) {
    return new Property(name, Kind.TEXT, value);
  }

  static Property number(String name, int value) {
    return new Property(name, Kind.NUMBER, Integer.toString(value));
  }

  static Property parameter(String name, String parameter) {
    return new Property(name, Kind.PARAMETER, parameter);
  }

  static Property groupId(String name, String logicalId) {
    return new Property(name, Kind.GROUP_ID, logicalId);
  }
}

package dev.rulecast.awssg.cloudformation;

/**
 * A property of a resource.
 *
 * @param name as CloudFormation has it, such as {@code CidrIp}
 * @param value its value
 */
public record Property(String name, Value value) {
  static Property text(String name, String text) {
    return new Property(name, Value.text(text));
  }

  static Property number(String name, int number) {
    return new Property(name, new Value(Value.Kind.NUMBER, Integer.toString(number)));
  }

  static Property parameter(String name, String parameter) {
    return new Property(name, Value.parameter(parameter));
  }

  static Property groupId(String name, String logicalId) {
    return new Property(name, Value.groupId(logicalId));
  }
}

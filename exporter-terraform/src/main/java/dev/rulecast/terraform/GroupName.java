package dev.rulecast.terraform;

import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.template.Code;

/**
 * A security group that the module makes, for its outputs.
 *
 * @param name the local name of its resources
 * @param label the readable part of its name in AWS
 * @param id an expression for its id
 */
public record GroupName(Code name, String label, Code id) {
  static GroupName of(SecurityGroup group) {
    String name = GroupViews.name(group);
    return new GroupName(
        new Code(name), group.name(), new Code("aws_security_group." + name + ".id"));
  }
}

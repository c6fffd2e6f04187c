/**
 * EC2 security groups as a CloudFormation template. {@link
 * dev.rulecast.awssg.cloudformation.StackTemplate} is the template without a notation; one class
 * writes it as YAML, one as JSON. Its records are public because templates read them; they are not
 * API.
 */
@NullMarked
package dev.rulecast.awssg.cloudformation;

import org.jspecify.annotations.NullMarked;

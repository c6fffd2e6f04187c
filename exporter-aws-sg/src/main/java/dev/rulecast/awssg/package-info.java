/**
 * EC2 security groups, whatever the language they are written in: which groups there are, which
 * permissions they hold, what these are called and how many there may be. {@link
 * dev.rulecast.awssg.AwsSgPlanner} makes the plan; the exporters that write it only lay it out.
 */
@NullMarked
package dev.rulecast.awssg;

import org.jspecify.annotations.NullMarked;

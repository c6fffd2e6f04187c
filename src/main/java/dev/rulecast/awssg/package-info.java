/** EC2 security groups. */
@NullMarked
package dev.rulecast.awssg;

import org.jspecify.annotations.NullMarked;

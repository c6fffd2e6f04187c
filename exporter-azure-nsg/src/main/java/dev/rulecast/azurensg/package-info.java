/** Azure network security groups: the plan, and its ARM and Bicep forms. */
@NullMarked
package dev.rulecast.azurensg;

import org.jspecify.annotations.NullMarked;

/** Terraform modules. */
@NullMarked
package dev.rulecast.terraform;

import org.jspecify.annotations.NullMarked;

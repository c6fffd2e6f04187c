/**
 * Terraform modules. The plans come from the modules that know their platform; this one knows the
 * language. {@code …View} records are public because templates read them; they are not API.
 */
@NullMarked
package dev.rulecast.terraform;

import org.jspecify.annotations.NullMarked;

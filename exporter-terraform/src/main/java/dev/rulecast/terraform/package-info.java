/**
 * Terraform modules: the language and what every module has, and the module of EC2 security groups.
 * The plans come from the modules that know their platform; this one knows the language. {@code
 * …View} records are public because templates read them; they are not API, and neither is what
 * other packages of this module use.
 */
@NullMarked
package dev.rulecast.terraform;

import org.jspecify.annotations.NullMarked;

/** The command line. */
@NullMarked
package dev.rulecast.cli;

import org.jspecify.annotations.NullMarked;

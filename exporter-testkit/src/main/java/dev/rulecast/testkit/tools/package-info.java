/** Real tools that tests of outputs run, where they are installed. */
@NullMarked
package dev.rulecast.testkit.tools;

import org.jspecify.annotations.NullMarked;

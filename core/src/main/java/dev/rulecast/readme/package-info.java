/** What the READMEs of all outputs have in common. */
@NullMarked
package dev.rulecast.readme;

import org.jspecify.annotations.NullMarked;

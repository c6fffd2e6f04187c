/** The contract that every exporter passes. */
@NullMarked
package dev.rulecast.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * Bad input by fuzzing. Each class with {@code @FuzzTest} is one target: whatever the bytes,
 * nothing comes out but a result or diagnostics, and what is accepted means what it says. {@code
 * fuzz/README.md} tells how to run them and what to do with a finding.
 */
@NullMarked
package dev.rulecast.fuzz;

import org.jspecify.annotations.NullMarked;

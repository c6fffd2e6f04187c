/**
 * Speed and memory: JMH benchmarks of the hot parts ({@code *Benchmark}), and {@link
 * dev.rulecast.bench.EndToEnd}, which measures the distribution from outside. {@code
 * bench/README.md} tells how to run them and what the numbers mean.
 */
@NullMarked
package dev.rulecast.bench;

import org.jspecify.annotations.NullMarked;

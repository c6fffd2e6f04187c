package dev.rulecast.bench;

import dev.rulecast.model.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A rule set read from memory, beside the bare work of the parsers below. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ReadingBenchmark {
  /** How many rules. */
  @Param({"1000", "10000"})
  public int rules;

  /** How they are spread. */
  @Param({"WIDE"})
  public Shape shape = Shape.WIDE;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below first
  private Loaded loaded;

  /** Generates the document. */
  @Setup
  public void load() throws IOException {
    loaded = new Loaded(Documents.of(shape, rules, 1));
  }

  /** The events of SnakeYAML Engine. */
  @Benchmark
  public long events() {
    return BareParse.events(new ByteArrayInputStream(loaded.ruleSet()));
  }

  /** The tokens that Jackson makes of them. */
  @Benchmark
  public long tokens() {
    return BareParse.tokens(new ByteArrayInputStream(loaded.ruleSet()));
  }

  /** The rule set that rulecast makes of those. */
  @Benchmark
  public List<RuleSet> ruleSet() throws IOException {
    return loaded.readRuleSet();
  }
}

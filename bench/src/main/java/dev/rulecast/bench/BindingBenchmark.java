package dev.rulecast.bench;

import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import dev.rulecast.policy.Policy;
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

/** Rule sets bound to an environment. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class BindingBenchmark {
  /** How many rules. */
  @Param({"1000", "10000"})
  public int rules;

  /** How they are spread. */
  @Param({"WIDE", "DEEP"})
  public Shape shape = Shape.WIDE;

  /** How many addresses an endpoint has. */
  @Param({"1"})
  public int addresses;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below first
  private Loaded loaded;

  private List<RuleSet> ruleSets = List.of();
  private Environment environment = Environment.none();

  /** Reads the documents. */
  @Setup
  public void load() throws IOException {
    loaded = new Loaded(Documents.of(shape, rules, addresses));
    ruleSets = loaded.readRuleSet();
    environment = loaded.readEnvironment();
  }

  /** The flows of all rules. */
  @Benchmark
  public Policy bind() {
    return loaded.bind(ruleSets, environment);
  }
}

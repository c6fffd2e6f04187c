package dev.rulecast.bench;

import dev.rulecast.analysis.FlowAnalysis;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.policy.Policy;
import java.io.IOException;
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

/** The search for flows that others cover, where there are none: it has to look at all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CoverageBenchmark {
  /** How many rules. */
  @Param({"1000", "10000", "100000"})
  public int rules;

  /** How they are spread. */
  @Param({"WIDE", "DEEP"})
  public Shape shape = Shape.WIDE;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below first
  private Policy policy;

  /** Binds the documents. */
  @Setup
  public void load() throws IOException {
    Loaded loaded = new Loaded(Documents.of(shape, rules, 1));
    policy = loaded.bind(loaded.readRuleSet(), loaded.readEnvironment());
  }

  /** The search. */
  @Benchmark
  public Diagnostics analysis() {
    Diagnostics diagnostics = new Diagnostics();
    FlowAnalysis.report(policy, diagnostics);
    Loaded.requireNone(diagnostics);
    return diagnostics;
  }
}

package dev.rulecast.bench;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
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

/** An export, from the policy to the characters of its files, which go nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ExportBenchmark {
  /** Which exporter. */
  @Param({"terraform", "terraform-azurerm", "ansible"})
  public String exporter = "";

  /** How many rules. */
  @Param({"1000", "10000"})
  public int rules;

  /** How they are spread. */
  @Param({"WIDE"})
  public Shape shape = Shape.WIDE;

  /** How many addresses an endpoint has. */
  @Param({"1"})
  public int addresses;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below first
  private Policy policy;

  @SuppressWarnings("NullAway.Init") // as above
  private RuleExporter chosen;

  @SuppressWarnings("NullAway.Init") // as above
  private OptionValues options;

  /** Binds the documents. */
  @Setup
  public void load() throws IOException {
    Loaded loaded = new Loaded(Documents.of(shape, rules, addresses));
    policy = loaded.bind(loaded.readRuleSet(), loaded.readEnvironment());
    chosen = Objects.requireNonNull(loaded.exporters().byId().get(exporter), exporter);
    options = OptionValues.parse(chosen.info(), Map.of(), new Diagnostics());
  }

  /** Plans and renders. */
  @Benchmark
  public ExportResult export() throws IOException {
    return new ExportRun(chosen, options, policy).run(path -> Writer.nullWriter(), Map.of());
  }
}

package dev.rulecast.bench;

import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpRange;
import dev.rulecast.model.PortRange;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Ports, addresses and CIDRs from text; the time of one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ValuesBenchmark {
  private static final int VALUES = 1000;

  private final String[] ports = new String[VALUES];
  private final String[] ranges = new String[VALUES];
  private final String[] addresses = new String[VALUES];
  private final String[] ipv4 = new String[VALUES];
  private final String[] ipv6 = new String[VALUES];

  /** Makes the texts. */
  @Setup
  public void texts() {
    for (int i = 0; i < VALUES; i++) {
      ports[i] = "" + (1 + i * 65);
      ranges[i] = (1 + i * 65) + "-" + (40 + i * 65);
      addresses[i] = "10." + i % 200 + "." + i / 4 + ".17";
      ipv4[i] = "10." + i % 200 + "." + i / 4 + ".0/24";
      ipv6[i] = "2001:db8:" + Integer.toHexString(i) + "::/48";
    }
  }

  /** Single ports. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public void port(Blackhole hole) {
    for (String text : ports) {
      hole.consume(PortRange.parse(text));
    }
  }

  /** Ranges of ports. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public void portRange(Blackhole hole) {
    for (String text : ranges) {
      hole.consume(PortRange.parse(text));
    }
  }

  /** IPv4 addresses. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public void address(Blackhole hole) {
    for (String text : addresses) {
      hole.consume(IpRange.parse(text));
    }
  }

  /** IPv4 CIDRs. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public void cidrOfIpv4(Blackhole hole) {
    for (String text : ipv4) {
      hole.consume(Cidr.parse(text));
    }
  }

  /** IPv6 CIDRs. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public void cidrOfIpv6(Blackhole hole) {
    for (String text : ipv6) {
      hole.consume(Cidr.parse(text));
    }
  }
}

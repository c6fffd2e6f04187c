package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.fail;

import dev.rulecast.testkit.reference.Expectation.Side;
import dev.rulecast.testkit.reference.Expectation.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks an output the one question that matters: may this host talk to that one? For every pair of
 * hosts at the boundaries of what the documents name, and every packet at the boundaries of their
 * rules.
 */
public final class ConnectionProof {
  private final Expectation expectation;
  private final Output output;
  private final Set<List<?>> known = new HashSet<>();
  private int open;
  private int refused;
  private int pairs;

  /** What a reader found in an output. */
  public interface Output {
    /** The gates that a packet passes at one end. */
    List<Gate> gates(Side side, String host, String peer);
  }

  /**
   * What decides at one end of a connection, such as a group of rules. Two gates for which this
   * record is equal decide alike.
   *
   * @param endpoints whose rules it has
   * @param rest whether it refuses what no rule is about
   * @param rules those that are about two addresses; their equality is that of their meaning
   * @param judge what the rules say; never {@link Verdict#OPEN_OR_CLOSED}
   */
  public record Gate(Set<String> endpoints, boolean rest, List<?> rules, Judge judge) {}

  /** What rules say of a packet. */
  public interface Judge {
    /** The verdict; only the service of the packet counts. */
    Verdict verdict(Connection connection);
  }

  /** How much was compared: a proof that compared nothing proves nothing. */
  public record Figures(int pairs, int open, int refused) {}

  private ConnectionProof(Expectation expectation, Output output) {
    this.expectation = expectation;
    this.output = output;
  }

  /** Compares all; fails at the first difference. */
  public static Figures compare(Expectation expectation, Output output) {
    return new ConnectionProof(expectation, output).compare();
  }

  private Figures compare() {
    Samples samples = expectation.samples();
    for (String source : samples.hosts()) {
      for (String destination : samples.hosts()) {
        if (Family.of(source) == Family.of(destination)) {
          compare(samples, source, destination);
        }
      }
    }
    return new Figures(pairs, open, refused);
  }

  /** Hosts that belong to the same endpoints and meet the same rules need not be asked again. */
  private void compare(Samples samples, String source, String destination) {
    List<Gate> out = output.gates(Side.OUTBOUND, source, destination);
    List<Gate> in = output.gates(Side.INBOUND, destination, source);
    if (out.isEmpty() && in.isEmpty()) {
      return;
    }
    pairs++;
    List<Object> key = new ArrayList<>();
    key.add(Family.of(source));
    key.add(new TreeSet<>(expectation.endpointsOf(source)));
    key.add(new TreeSet<>(expectation.endpointsOf(destination)));
    out.forEach(gate -> key.add(gate.rules));
    in.forEach(gate -> key.add(gate.rules));
    if (!known.add(key)) {
      return;
    }
    for (Connection connection : samples.connections(source, destination)) {
      boolean passes = true;
      for (Gate gate : out) {
        passes &= check(Side.OUTBOUND, gate, connection);
      }
      for (Gate gate : in) {
        passes &= check(Side.INBOUND, gate, connection);
      }
      if (passes && !expectation.mayPass(connection, !in.isEmpty())) {
        fail("The output lets through what the documents do not: " + connection);
      }
      open += passes ? 1 : 0;
      refused += passes ? 0 : 1;
    }
  }

  private boolean check(Side side, Gate gate, Connection connection) {
    Verdict expected = expectation.verdict(side, gate.endpoints, connection);
    Verdict actual = gate.judge.verdict(connection);
    Verdict otherwise = gate.rest ? Verdict.REFUSED : Verdict.CLOSED;
    boolean right =
        switch (expected) {
          case OPEN, REFUSED -> actual == expected;
          case OPEN_OR_CLOSED -> actual == Verdict.OPEN || actual == otherwise;
          case CLOSED -> actual == otherwise;
        };
    if (!right) {
      fail(
          "%s of %s is %s and not %s: %s%nThe rules there: %s"
              .formatted(side.word(), gate.endpoints, actual, expected, connection, gate.rules));
    }
    return actual == Verdict.OPEN;
  }
}

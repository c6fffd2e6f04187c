package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.List;

/**
 * Something that a platform has to do at an endpoint it manages, and has to account for. Compared
 * by identity.
 */
public abstract sealed class Demand permits FlowDemand, PredefinedDemand {
  private final int index;
  private final Outcome expected;

  Demand(int index, Outcome expected) {
    this.index = index;
    this.expected = expected;
  }

  /** Its place among the demands of its run. */
  final int index() {
    return index;
  }

  /** The outcome if it is written: exact, or wider as far as the capabilities say. */
  public final Outcome expected() {
    return expected;
  }

  /** The rules that ask for it, as {@code rule-set/rule}, in canonical order. */
  public abstract List<String> references();

  /** The end at which it is needed. */
  public abstract Side side();

  /** The endpoint for which the rule is written. */
  public abstract Endpoint endpoint();

  /** The endpoint at the other end. */
  public abstract Endpoint peer();
}

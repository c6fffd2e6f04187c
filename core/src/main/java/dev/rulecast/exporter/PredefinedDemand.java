package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.PredefinedUse;
import dev.rulecast.policy.Side;
import java.util.List;

/** Rules that the platform ships with and that are needed at an endpoint. Always inbound. */
public final class PredefinedDemand extends Demand {
  private final PredefinedUse use;

  PredefinedDemand(int index, PredefinedUse use) {
    super(index, Outcome.exact());
    this.use = use;
  }

  /** The rules and their source. */
  public PredefinedUse use() {
    return use;
  }

  @Override
  public List<String> references() {
    return List.of(use.reference());
  }

  @Override
  public Side side() {
    return Side.INBOUND;
  }

  @Override
  public Endpoint endpoint() {
    return use.endpoint();
  }

  @Override
  public Endpoint peer() {
    return use.source();
  }
}

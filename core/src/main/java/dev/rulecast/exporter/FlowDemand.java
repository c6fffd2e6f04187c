package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import java.util.List;

/** A flow that is to be permitted or refused at one of its ends. */
public final class FlowDemand extends Demand {
  private final Flow flow;
  private final Side side;

  FlowDemand(Flow flow, Side side, Outcome expected) {
    super(expected);
    this.flow = flow;
    this.side = side;
  }

  /** The flow. */
  public Flow flow() {
    return flow;
  }

  @Override
  public List<String> references() {
    return flow.references();
  }

  @Override
  public Side side() {
    return side;
  }

  @Override
  public Endpoint endpoint() {
    return flow.at(side);
  }

  @Override
  public Endpoint peer() {
    return flow.peerOf(side);
  }
}

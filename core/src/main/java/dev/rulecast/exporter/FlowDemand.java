package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.List;

/** A flow that is to be permitted or refused at one of its ends. */
public final class FlowDemand extends Demand {
  private final Flow flow;
  private final Side side;

  FlowDemand(int index, Flow flow, Side side, Outcome expected) {
    super(index, expected);
    this.flow = flow;
    this.side = side;
  }

  /**
   * The flows of demands, each once, in their order.
   *
   * @param demands those of a run, or some of them, in their order: a flow may have one at either
   *     end, which then follow each other
   */
  public static List<Flow> flows(List<FlowDemand> demands) {
    List<Flow> flows = new ArrayList<>();
    for (FlowDemand demand : demands) {
      if (!demand.isFor(flows)) {
        flows.add(demand.flow);
      }
    }
    return flows;
  }

  /** Whether the last of these flows is its own. */
  @SuppressWarnings("ReferenceEquality") // the demands of a flow share it
  private boolean isFor(List<Flow> flows) {
    return !flows.isEmpty() && flows.get(flows.size() - 1) == flow;
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

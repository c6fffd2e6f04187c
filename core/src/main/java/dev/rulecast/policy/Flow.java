package dev.rulecast.policy;

import dev.rulecast.model.Action;
import dev.rulecast.model.IpFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of connection from one endpoint to one endpoint, and what is done with it. No two flows
 * of a policy have the same action, endpoints and traffic.
 *
 * @param action allow or deny
 * @param source opens the connections
 * @param destination accepts them
 * @param traffic their packets
 * @param origins the rules that ask for it, in canonical order; not empty
 */
public record Flow(
    Action action, Endpoint source, Endpoint destination, Traffic traffic, List<Origin> origins)
    implements Comparable<Flow> {
  /** Copies the origins and refuses a flow that no rule asks for. */
  public Flow {
    origins = List.copyOf(origins);
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("A flow has a rule that asks for it.");
    }
  }

  /** The same connection of other endpoints, or of other packets. */
  public Flow with(Endpoint otherSource, Endpoint otherDestination, Traffic otherTraffic) {
    return new Flow(action, otherSource, otherDestination, otherTraffic, origins);
  }

  private Origin first() {
    return origins.get(0);
  }

  /** The endpoint at one side. */
  public Endpoint at(Side side) {
    return side == Side.OUTBOUND ? source : destination;
  }

  /** The endpoint opposite to one side. */
  public Endpoint peerOf(Side side) {
    return side == Side.OUTBOUND ? destination : source;
  }

  /** The families in which it can occur: common to both ends and the protocol; never empty. */
  public Set<IpFamily> families() {
    Set<IpFamily> common = EnumSet.noneOf(IpFamily.class);
    for (IpFamily family : traffic.protocol().families()) {
      if (source.families().contains(family) && destination.families().contains(family)) {
        common.add(family);
      }
    }
    return common;
  }

  /** Whether some packet may belong to both, whatever source ports and programs say. */
  public boolean mayOverlap(Flow other) {
    return traffic.overlapsService(other.traffic)
        && source.mayOverlap(other.source)
        && destination.mayOverlap(other.destination);
  }

  /** Why it exists: the purposes of its rules without repetition, in canonical order. */
  public List<String> purposes() {
    return origins.size() == 1
        ? List.of(first().purpose())
        : origins.stream().map(Origin::purpose).distinct().toList();
  }

  /** Its rules as {@code rule-set/rule}, in canonical order. */
  public List<String> references() {
    if (origins.size() == 1) {
      return List.of(first().reference());
    }
    List<String> references = new ArrayList<>(origins.size());
    origins.forEach(origin -> references.add(origin.reference()));
    return references;
  }

  /** The last day on which it is valid: the latest of its rules, none if one has none. */
  public Optional<LocalDate> expires() {
    LocalDate latest = LocalDate.MIN;
    for (Origin origin : origins) {
      Optional<LocalDate> own = origin.rule().expires();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      latest = own.get().isAfter(latest) ? own.get() : latest;
    }
    return Optional.of(latest);
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof Flow flow
        && action == flow.action
        && source.equals(flow.source)
        && destination.equals(flow.destination)
        && traffic.equals(flow.traffic)
        && origins.equals(flow.origins);
  }

  @Override
  public int hashCode() {
    int ends = (action.hashCode() * 31 + source.hashCode()) * 31 + destination.hashCode();
    return (ends * 31 + traffic.hashCode()) * 31 + origins.hashCode();
  }

  /** Canonical order: first rule, source, destination, protocol, ports. */
  @Override
  public int compareTo(Flow other) {
    int order = first().compareTo(other.first());
    if (order == 0) {
      order = source.compareTo(other.source);
    }
    if (order == 0) {
      order = destination.compareTo(other.destination);
    }
    return order == 0 ? traffic.compareTo(other.traffic) : order;
  }
}

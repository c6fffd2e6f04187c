package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document of kind {@code Environment}: where the endpoints are.
 *
 * @param name the environment
 * @param defaultManagedBy platforms that manage an endpoint which does not say; absent: see DESIGN
 * @param endpoints by id
 * @param parameters by id
 */
public record Environment(
    String name,
    Optional<Set<String>> defaultManagedBy,
    Map<String, Binding> endpoints,
    Map<String, ParameterValue> parameters) {
  /** Copies the collections. */
  public Environment {
    defaultManagedBy = defaultManagedBy.map(Set::copyOf);
    endpoints = Map.copyOf(endpoints);
    parameters = Map.copyOf(parameters);
  }

  /** The environment that binds nothing. */
  public static Environment none() {
    return new Environment("unbound", Optional.empty(), Map.of(), Map.of());
  }

  /**
   * What an environment says of one endpoint.
   *
   * @param addresses where it is; empty: unbound
   * @param managedBy platforms on which rules are written for it; absent: the default
   * @param settings what platforms want to know of it, by platform id
   * @param location where the endpoint's id is written
   */
  public record Binding(
      AddressSet addresses,
      Optional<Set<String>> managedBy,
      Map<String, Record> settings,
      Location location) {
    /** Copies the collections. */
    public Binding {
      managedBy = managedBy.map(Set::copyOf);
      settings = Map.copyOf(settings);
    }
  }

  /**
   * The ports that a parameter stands for.
   *
   * @param ports disjoint and ascending; not empty
   * @param location where the parameter's id is written
   */
  public record ParameterValue(List<PortRange> ports, Location location) {
    /** Makes the ranges disjoint and ascending, and refuses a value without any. */
    public ParameterValue {
      ports = PortRange.normalise(ports);
      if (ports.isEmpty()) {
        throw new IllegalArgumentException("A parameter stands for at least one port.");
      }
    }
  }
}

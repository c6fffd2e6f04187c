package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * Ports that differ from place to place.
 *
 * @param id the parameter, the same in every rule set of a run
 * @param description what it is, if the rule set says so
 * @param defaultPorts the ports where the environment names none; absent: it has to
 * @param location where the id is written
 */
public record ParameterDeclaration(
    String id,
    Optional<String> description,
    Optional<List<PortRange>> defaultPorts,
    Location location) {
  /** Makes the ports disjoint and ascending, and refuses a default without any. */
  public ParameterDeclaration {
    defaultPorts = defaultPorts.map(PortRange::normalise);
    if (defaultPorts.filter(List::isEmpty).isPresent()) {
      throw new IllegalArgumentException("A parameter stands for at least one port.");
    }
  }
}

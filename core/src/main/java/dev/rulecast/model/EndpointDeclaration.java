package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * What a rule set says of an endpoint: a role that machines have, never where they are.
 *
 * @param id the endpoint, the same in every rule set of a run
 * @param title what people call it, if the rule set says so
 * @param external whether it is outside the organisation, so that nobody here writes its rules
 * @param fqdns host names that document it; nothing resolves them
 * @param location where the id is written
 */
public record EndpointDeclaration(
    String id, Optional<String> title, boolean external, List<String> fqdns, Location location) {
  /** Copies the host names. */
  public EndpointDeclaration {
    fqdns = List.copyOf(fqdns);
  }
}

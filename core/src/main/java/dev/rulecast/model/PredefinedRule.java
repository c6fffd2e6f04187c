package dev.rulecast.model;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * Rules that a platform ships with and that are needed.
 *
 * @param id unique in the rule set, also among its rules
 * @param platform the platform that ships them, such as {@code windows}
 * @param sources ids of the endpoints that may use what they open; not empty
 * @param endpoints ids of the endpoints where they are needed; not empty
 * @param rules their names as the platform shows them in English; not empty
 * @param purpose why they are needed, if the rule set says so
 * @param location where the item begins
 */
public record PredefinedRule(
    String id,
    String platform,
    List<String> sources,
    List<String> endpoints,
    List<PredefinedName> rules,
    Optional<String> purpose,
    Location location) {
  /** Copies the lists. */
  public PredefinedRule {
    sources = List.copyOf(sources);
    endpoints = List.copyOf(endpoints);
    rules = List.copyOf(rules);
  }
}

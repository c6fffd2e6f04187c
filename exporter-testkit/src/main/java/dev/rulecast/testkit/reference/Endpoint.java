package dev.rulecast.testkit.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An endpoint in its environment.
 *
 * @param id the endpoint
 * @param addresses none where it is unbound
 * @param managedByAws whether security groups are written for it
 * @param aws its settings for {@code aws-sg}
 */
record Endpoint(String id, Addresses addresses, boolean managedByAws, Map<String, String> aws) {
  boolean isBound() {
    return !addresses.isEmpty();
  }

  List<Family> families() {
    return Arrays.stream(Family.values()).filter(f -> !isBound() || addresses.has(f)).toList();
  }

  /** Whether a deny for this endpoint may concern the other. */
  boolean mayOverlap(Endpoint other) {
    return id.equals(other.id)
        || !isBound()
        || !other.isBound()
        || addresses.overlaps(other.addresses);
  }
}

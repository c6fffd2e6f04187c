package dev.rulecast.awssg;

import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A security group of the plan with its permissions, in the order of protocol, ports and peer.
 *
 * @param endpoints the endpoints that it is for: one, unless several name one existing group
 * @param existingId the group that exists already, {@code sg-…}; absent: the plan makes one
 * @param ingress inbound permissions
 * @param egress outbound permissions; {@link NoTraffic} first, if it is there for AWS's sake
 */
public record SecurityGroup(
    List<Endpoint> endpoints,
    Optional<String> existingId,
    List<Permission> ingress,
    List<Permission> egress) {
  /** Copies the lists. */
  public SecurityGroup {
    endpoints = List.copyOf(endpoints);
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** The id of the endpoint, or of the group if it exists. */
  public String name() {
    return existingId.orElse(endpoints.get(0).id());
  }

  /** The endpoints and, if it exists, the group. */
  public String label() {
    return existingId
        .map(
            id ->
                String.join(", ", endpoints.stream().map(Endpoint::id).toList()) + " (" + id + ")")
        .orElse(name());
  }

  /** What it is for: its endpoints with their titles. Text of the model, as it is. */
  public String heading() {
    String titles = String.join(", ", endpoints.stream().map(SecurityGroup::heading).toList());
    return existingId.map(id -> titles + ", in the existing group " + id).orElse(titles);
  }

  private static String heading(Endpoint endpoint) {
    return endpoint.title().equals(endpoint.id())
        ? endpoint.id()
        : endpoint.id() + ": " + endpoint.title();
  }

  /** The permissions of both directions, inbound first. */
  public List<Permission> permissions() {
    List<Permission> both = new ArrayList<>(ingress);
    both.addAll(egress);
    return both;
  }
}

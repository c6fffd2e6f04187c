package dev.rulecast.awssg;

import dev.rulecast.policy.Endpoint;
import java.util.List;
import java.util.Optional;

/**
 * A security group of the plan with its permissions, in the order of protocol, ports and peer.
 *
 * @param endpoints the endpoints that it is for: one, unless several name one existing group
 * @param existingId the group that exists already, {@code sg-…}; absent: the plan makes one
 * @param ingress inbound permissions
 * @param egress outbound permissions
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

  /** The id of the endpoint, or of the group where several endpoints name it. */
  public String name() {
    return existingId.orElse(endpoints.get(0).id());
  }
}

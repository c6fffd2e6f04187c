package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.Optional;

/**
 * Addresses of an endpoint that the user of the output gives, as prefixes of one family.
 *
 * @param endpoint whose addresses they are
 * @param family of all of them; absent: either, but one
 * @param only whether the endpoint has no other input; false: it has one for each family
 */
public record PrefixInput(Endpoint endpoint, Optional<IpFamily> family, boolean only)
    implements Comparable<PrefixInput> {
  /** By endpoint, IPv4 before IPv6. */
  @Override
  public int compareTo(PrefixInput other) {
    int order = endpoint.compareTo(other.endpoint);
    if (order == 0) {
      order = Boolean.compare(family.isPresent(), other.family.isPresent());
    }
    return order == 0
        ? family.orElse(IpFamily.IPV4).compareTo(other.family.orElse(IpFamily.IPV4))
        : order;
  }
}

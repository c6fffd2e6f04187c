package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.Comparator;
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
  private static final Comparator<PrefixInput> ORDER =
      Comparator.comparing(PrefixInput::endpoint)
          .thenComparing(input -> input.family().isPresent())
          .thenComparing(input -> input.family().orElse(IpFamily.IPV4));

  /** By endpoint, IPv4 before IPv6. */
  @Override
  public int compareTo(PrefixInput other) {
    return ORDER.compare(this, other);
  }
}

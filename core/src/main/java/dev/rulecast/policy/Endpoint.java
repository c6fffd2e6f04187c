package dev.rulecast.policy;

import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpFamily;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An endpoint in its environment.
 *
 * @param id the endpoint
 * @param title what people call it; the id where no rule set says
 * @param external whether it is outside the organisation
 * @param fqdns host names that document it, in canonical order; nothing resolves or renders them as
 *     addresses
 * @param addresses where it is; empty: unbound, so that its addresses are an input of the output
 * @param managedBy ids of the platforms on which rules are written for it
 * @param settings what platforms want to know of it, by platform id
 */
public record Endpoint(
    String id,
    String title,
    boolean external,
    List<String> fqdns,
    AddressSet addresses,
    Set<String> managedBy,
    Map<String, Record> settings)
    implements Comparable<Endpoint> {
  private static final Set<IpFamily> EVERY_FAMILY =
      Collections.unmodifiableSet(EnumSet.allOf(IpFamily.class));

  /** Copies the collections, those without an order sorted: exporters may iterate over them. */
  public Endpoint {
    fqdns = List.copyOf(fqdns);
    managedBy = Collections.unmodifiableSet(new TreeSet<>(managedBy));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Whether its addresses are known. */
  public boolean isBound() {
    return !addresses.isEmpty();
  }

  /** The families it may have addresses of: both where it is unbound. */
  public Set<IpFamily> families() {
    return isBound() ? addresses.families() : EVERY_FAMILY;
  }

  /** Whether rules are written for it on a platform. */
  public boolean isManagedBy(String platform) {
    return managedBy.contains(platform);
  }

  /** Its settings for a platform, if it has any and they are of the given record. */
  public <S extends Record> Optional<S> settings(String platform, Class<S> type) {
    return Optional.ofNullable(settings.get(platform)).filter(type::isInstance).map(type::cast);
  }

  /**
   * Whether some address may belong to both: they are the same endpoint, have an address in common,
   * or one is unbound.
   */
  public boolean mayOverlap(Endpoint other) {
    return id.equals(other.id)
        || !isBound()
        || !other.isBound()
        || addresses.overlaps(other.addresses);
  }

  /** Endpoints are equal if their ids are: a run binds each id once. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Endpoint endpoint && id.equals(endpoint.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public int compareTo(Endpoint other) {
    return id.compareTo(other.id);
  }
}

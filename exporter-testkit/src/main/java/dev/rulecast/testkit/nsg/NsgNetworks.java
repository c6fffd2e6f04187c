package dev.rulecast.testkit.nsg;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.Expectation;
import dev.rulecast.testkit.reference.Expectation.Special;
import dev.rulecast.testkit.reference.PlatformTable;
import dev.rulecast.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The networks of endpoints for which documents have no addresses: those that an input is given, or
 * that stand behind a name.
 */
public final class NsgNetworks {
  private final Expectation expectation;
  private final boolean eitherIsIpv6;
  private final SortedMap<String, List<String>> addresses = new TreeMap<>();
  private final SortedMap<String, List<String>> given = new TreeMap<>();
  private final Map<String, List<String>> behind = new LinkedHashMap<>();

  /**
   * The networks for some documents.
   *
   * @param eitherIsIpv6 which family is given where an input may have either
   */
  public NsgNetworks(Fixture documents, boolean eitherIsIpv6) {
    this.eitherIsIpv6 = eitherIsIpv6;
    Reference reference =
        Reference.of(Fixture.AS_OF, documents.ruleSets(), documents.environment().orElse(""));
    Expectation plain = reference.expectation(PlatformTable.NSG, Special.NONE);
    this.expectation =
        reference.expectation(
            PlatformTable.NSG,
            // A service tag without addresses is no machine that could have a group.
            (side, endpoint, peer) ->
                plain.isBound(endpoint) || plain.setting(endpoint, "serviceTag").isEmpty()
                    ? Optional.empty()
                    : Optional.of("not-applicable"));
    int number = 0;
    for (String endpoint : plain.endpoints()) {
      List<String> networks = plain.addressesOf(endpoint);
      if (!plain.isBound(endpoint)) {
        number++;
        networks =
            List.of(
                "10.77." + number + ".0/25",
                "10.77." + number + ".200/29",
                "2001:db8:77:" + number + "::/64");
        addresses.put(endpoint, networks);
      }
      for (String key : List.of("serviceTag", "applicationSecurityGroup")) {
        String name = plain.setting(endpoint, key);
        if (!name.isEmpty()) {
          // An id ends with the name.
          behind.put(name.substring(name.lastIndexOf('/') + 1), networks);
        }
      }
    }
  }

  /**
   * The networks that an input of an endpoint is given; then the endpoint has these, those of its
   * other inputs, and no others.
   *
   * @param family {@code IPv4} or {@code IPv6}; empty: either, no matter which
   */
  public List<String> give(String endpoint, String family) {
    boolean ipv6 = family.isEmpty() ? eitherIsIpv6 : family.equals("IPv6");
    List<String> networks =
        addresses.getOrDefault(endpoint, List.of()).stream()
            .filter(network -> network.contains(":") == ipv6)
            .toList();
    List<String> all = new ArrayList<>(given.getOrDefault(endpoint, List.of()));
    all.addAll(networks);
    given.put(endpoint, all);
    return networks;
  }

  /** What becomes of the documents, where their endpoints have what was given to inputs. */
  public Expectation expectation() {
    return expectation.where(addresses).where(given);
  }

  /** Networks by the name of the service tag or application security group that stands for them. */
  public Map<String, List<String>> behind() {
    return behind;
  }
}

package dev.rulecast.azurensg;

import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.IpRange;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rules that deny, for the endpoints of a group, what no other rule is about. They are scoped
 * to the addresses of the endpoints: other machines behind the group are none of our business.
 *
 * <p>One rule holds the IPv4 prefixes of all endpoints, or every address. Only where there is more,
 * such as IPv6 prefixes, further rules follow with smaller priorities.
 */
final class RestDenies {
  /** The most application security groups on one side of a rule ("Azure Networking limits"). */
  private static final int MAX_GROUPS = 10;

  private final String label;
  private final Side side;
  private final List<Rest> rests = new ArrayList<>();

  private RestDenies(String label, Side side) {
    this.label = label;
    this.side = side;
  }

  /**
   * A rule without its final name and priority.
   *
   * @param name what it is
   * @param scope whose traffic is denied
   */
  record Rest(RuleName name, NsgAddresses scope) {}

  /**
   * The rules of one direction, in the order of their priorities, which count downwards.
   *
   * @param label what the group or its only endpoint is called
   */
  static List<Rest> of(Collection<Endpoint> endpoints, String label, Side side, Ends ends) {
    RestDenies denies = new RestDenies(label, side);
    denies.add(endpoints.stream().flatMap(endpoint -> ends.scopes(endpoint).stream()).toList());
    return denies.rests;
  }

  private void add(List<NsgAddresses> scopes) {
    List<IpRange> ranges = new ArrayList<>();
    Map<String, ApplicationSecurityGroup> groups = new TreeMap<>();
    TreeSet<PrefixInput> inputs = new TreeSet<>();
    for (NsgAddresses scope : scopes) {
      if (scope instanceof NsgAddresses.Prefixes prefixes) {
        prefixes.cidrs().forEach(cidr -> ranges.add(cidr.toRange()));
      } else if (scope instanceof NsgAddresses.ApplicationGroups many) {
        many.groups().forEach(group -> groups.putIfAbsent(group.key(), group));
      } else if (scope instanceof NsgAddresses.Input input) {
        inputs.add(input.input());
      } else {
        add("every address", "", scope);
        return; // which includes the others
      }
    }
    addPrefixes(AddressSet.of(ranges));
    addGroups(List.copyOf(groups.values()));
    inputs.forEach(this::addInput);
  }

  private void addPrefixes(AddressSet addresses) {
    for (IpFamily family : addresses.families()) {
      add(
          family.displayName(),
          family == IpFamily.IPV6 ? "-IPv6" : "",
          new NsgAddresses.Prefixes(addresses.cidrs(family)));
    }
  }

  private void addGroups(List<ApplicationSecurityGroup> groups) {
    for (int from = 0; from < groups.size(); from += MAX_GROUPS) {
      String number = from == 0 ? "" : "-" + (from / MAX_GROUPS + 1);
      int to = Math.min(groups.size(), from + MAX_GROUPS);
      add(
          "groups",
          rests.isEmpty() ? "" : "-groups" + number,
          new NsgAddresses.ApplicationGroups(groups.subList(from, to)));
    }
  }

  private void addInput(PrefixInput input) {
    String endpoint = input.endpoint().id();
    boolean ipv6 = input.family().filter(family -> family == IpFamily.IPV6).isPresent();
    add(
        "input " + endpoint,
        (endpoint.equals(label) ? "" : "-" + endpoint) + (ipv6 ? "-IPv6" : ""),
        new NsgAddresses.Input(input));
  }

  /** Such as {@code Deny-Other-to-servers-In}. */
  private void add(String what, String suffix, NsgAddresses scope) {
    boolean inbound = side == Side.INBOUND;
    String text =
        (inbound ? "Deny-Other-to-" : "Deny-Other-from-")
            + label
            + suffix
            + (inbound ? "-In" : "-Out");
    rests.add(new Rest(new RuleName(text, "rest of " + what + ": " + text), scope));
  }

  static NsgRule rule(
      Rest rest, String name, int priority, Side side, Collection<Endpoint> endpoints) {
    boolean inbound = side == Side.INBOUND;
    NsgAddresses everything = new NsgAddresses.Any();
    return new NsgRule(
        name,
        side,
        Action.DENY,
        priority,
        "*",
        List.of("*"),
        "*",
        inbound ? everything : rest.scope(),
        inbound ? rest.scope() : everything,
        description(endpoints, inbound),
        List.of());
  }

  private static String description(Collection<Endpoint> endpoints, boolean inbound) {
    String overrides =
        inbound
            ? "; overrides AllowVnetInBound (65000)"
            : "; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)";
    String all = endpoints.stream().map(Endpoint::id).collect(Collectors.joining(", "));
    String what = (inbound ? "Everything else to " : "Everything else from ") + all;
    return Descriptions.cut(what, Descriptions.MAX_BYTES - overrides.length()) + overrides;
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import java.util.List;
import java.util.Optional;

/**
 * What is written for one endpoint.
 *
 * @param endpoint the endpoint
 * @param settings its settings
 * @param firewall the entries of its firewall policy, in the order of commands; empty: none is made
 * @param services the entries that its service policy has beside those of the present one; empty:
 *     none is made
 * @param flows those that some entry is for, in canonical order
 * @param widenings in what the entries are wider than the rules, as phrases
 * @param sameAs other endpoints that have the same policy
 */
record EndpointPlan(
    Endpoint endpoint,
    NetAppOntapSettings settings,
    List<PolicyEntry> firewall,
    List<PolicyEntry> services,
    List<Flow> flows,
    List<String> widenings,
    List<String> sameAs) {
  EndpointPlan {
    firewall = List.copyOf(firewall);
    services = List.copyOf(services);
    flows = List.copyOf(flows);
    widenings = List.copyOf(widenings);
    sameAs = List.copyOf(sameAs);
  }

  /** All that the LIFs end up with; where two endpoints share a name, it must be the same. */
  record Result(
      PolicyName policy,
      ReleaseFamily family,
      Optional<ObjectName> servicePolicy,
      Optional<ObjectName> firewallPolicy,
      List<PolicyEntry> firewall,
      List<PolicyEntry> services) {}

  Result result() {
    return new Result(
        settings.policy(),
        settings.release().family(),
        settings.servicePolicy(),
        settings.firewallPolicy(),
        firewall.stream().map(PolicyEntry::withoutComments).toList(),
        services.stream().map(PolicyEntry::withoutComments).toList());
  }

  List<PolicyEntry> entries(Mechanism mechanism) {
    return mechanism == Mechanism.FIREWALL_POLICY ? firewall : services;
  }

  EndpointPlan sameAs(List<String> others) {
    return new EndpointPlan(endpoint, settings, firewall, services, flows, widenings, others);
  }
}

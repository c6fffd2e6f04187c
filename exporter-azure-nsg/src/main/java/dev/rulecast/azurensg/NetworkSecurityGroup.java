package dev.rulecast.azurensg;

import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A network security group of the plan.
 *
 * @param name its name in Azure: {@code nsg-ENDPOINT}, or what the setting {@code nsg} says; unique
 *     in the plan, also ignoring case
 * @param named whether the setting says it: then it may be for several endpoints, now or later
 * @param endpoints the endpoints that it is for, by id
 * @param inbound rules for what arrives: denies, allows by protocol and ports, and last what denies
 *     the rest
 * @param outbound rules for what leaves, likewise
 */
public record NetworkSecurityGroup(
    String name,
    boolean named,
    List<Endpoint> endpoints,
    List<NsgRule> inbound,
    List<NsgRule> outbound) {
  /** Copies the lists. */
  public NetworkSecurityGroup {
    endpoints = List.copyOf(endpoints);
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
  }

  /** The rules of both directions, inbound first. */
  public List<NsgRule> rules() {
    List<NsgRule> rules = new ArrayList<>(inbound.size() + outbound.size());
    rules.addAll(inbound);
    rules.addAll(outbound);
    return rules;
  }
}

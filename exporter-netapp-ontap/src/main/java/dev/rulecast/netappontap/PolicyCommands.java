package dev.rulecast.netappontap;

import dev.rulecast.template.Code;

/**
 * The commands for one kind of policy in one family of releases. They are made of names, services
 * and addresses that were checked when they were read, and of nothing else.
 */
interface PolicyCommands {
  /** The commands of a kind of policy for an endpoint's settings. */
  static PolicyCommands of(Mechanism mechanism, NetAppOntapSettings settings) {
    return mechanism == Mechanism.FIREWALL_POLICY
        ? new FirewallPolicyCommands(settings)
        : new ServicePolicyCommands(settings);
  }

  /** Adds an entry; fails if the policy has one for the service. */
  Code add(PolicyEntry entry);

  /** Changes the addresses of an entry; fails if the policy has none for the service. */
  Code modify(PolicyEntry entry);

  /** Removes the entry for a service; fails if the policy has none. */
  Code remove(OntapService service);

  /** Deletes the policy; fails while a LIF has it. */
  Code delete();

  /** Shows the policy. */
  Code show();

  /** Gives a LIF a policy, which takes the place of the one that it has. */
  Code assign(ObjectName lif, String policy);

  /** The field of a LIF that names its policy. */
  String field();
}

package dev.rulecast.ansible;

import dev.rulecast.policy.Endpoint;

/** Names in inventories. */
final class Inventory {
  private Inventory() {}

  /**
   * The inventory group of an endpoint's hosts. Ids have no underscore, so that no two are alike,
   * and are neither {@code all} nor {@code ungrouped}, which Ansible keeps for itself.
   */
  static String group(Endpoint endpoint) {
    return endpoint.id().replace('-', '_');
  }
}

package dev.rulecast.ansible;

import dev.rulecast.exporter.Dimension;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The contract with every option at another value. */
class AnsibleGroupsContractTest extends AnsibleContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("role", "hosts_firewall", "predefined", "group");
  }

  @Override
  protected Set<Dimension> mayLose() {
    return EnumSet.of(Dimension.SOURCE);
  }
}

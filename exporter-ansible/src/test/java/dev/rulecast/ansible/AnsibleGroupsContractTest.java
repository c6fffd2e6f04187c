package dev.rulecast.ansible;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.testkit.InputCheck;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract with every option at another value. */
class AnsibleGroupsContractTest extends AnsibleContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("role", "hosts_firewall", "predefined", "group");
  }

  /** Quicker than Ansible itself, which is asked in the other contract. */
  @Override
  protected Optional<InputCheck> inputCheck() {
    AnsibleInputs.require();
    return Optional.of(new PythonInputs(folder));
  }

  @Override
  protected Set<Dimension> mayLose() {
    return EnumSet.of(Dimension.SOURCE);
  }
}

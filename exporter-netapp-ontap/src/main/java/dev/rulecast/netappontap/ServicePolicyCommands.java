package dev.rulecast.netappontap;

import dev.rulecast.template.Code;

/**
 * Service policies. Without addresses a service would be open to everybody, so they are always
 * given. See "network interface service-policy" in the command reference.
 */
final class ServicePolicyCommands implements PolicyCommands {
  private static final String POLICY = "network interface service-policy ";

  private final NetAppOntapSettings settings;

  ServicePolicyCommands(NetAppOntapSettings settings) {
    this.settings = settings;
  }

  /** Makes the policy: a copy of another, with its services and their addresses. */
  Code cloneOf(ObjectName present) {
    return new Code(
        POLICY
            + "clone -vserver %s -policy %s -target-vserver %s -target-policy %s"
                .formatted(settings.vserver(), present, settings.vserver(), settings.policy()));
  }

  @Override
  public Code add(PolicyEntry entry) {
    return entry("add-service", entry);
  }

  @Override
  public Code modify(PolicyEntry entry) {
    return entry("modify-service", entry);
  }

  private Code entry(String verb, PolicyEntry entry) {
    return new Code(
        POLICY
            + verb
            + policy()
            + " -service "
            + entry.service().word()
            + " -allowed-addresses "
            + entry.addressList());
  }

  @Override
  public Code remove(OntapService service) {
    return new Code(POLICY + "remove-service" + policy() + " -service " + service.word());
  }

  @Override
  public Code delete() {
    return new Code(POLICY + "delete" + policy());
  }

  @Override
  public Code show() {
    return new Code(POLICY + "show" + policy());
  }

  private String policy() {
    return " -vserver %s -policy %s".formatted(settings.vserver(), settings.policy());
  }

  @Override
  public Code assign(ObjectName lif, String policy) {
    return new Code(
        "network interface modify -vserver %s -lif %s -service-policy %s"
            .formatted(settings.vserver(), lif, policy));
  }

  @Override
  public String field() {
    return "service-policy";
  }
}

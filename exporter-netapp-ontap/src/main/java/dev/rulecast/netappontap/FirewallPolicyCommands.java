package dev.rulecast.netappontap;

import dev.rulecast.model.Action;
import dev.rulecast.template.Code;

/**
 * Firewall policies. From 8.3 they belong to an SVM and only allow; in 8.2 an entry allows or
 * denies. See "system services firewall policy" in the command reference.
 */
final class FirewallPolicyCommands implements PolicyCommands {
  private static final String POLICY = "system services firewall policy ";

  private final NetAppOntapSettings settings;
  private final boolean withActions;

  FirewallPolicyCommands(NetAppOntapSettings settings) {
    this.settings = settings;
    this.withActions = settings.release().family() == ReleaseFamily.V8_2;
  }

  @Override
  public Code add(PolicyEntry entry) {
    return entry("create", entry);
  }

  @Override
  public Code modify(PolicyEntry entry) {
    return entry("modify", entry);
  }

  private Code entry(String verb, PolicyEntry entry) {
    String list = entry.addressList();
    String action = entry.action() == Action.ALLOW ? "allow" : "deny";
    return new Code(
        POLICY
            + verb
            + service(entry.service().word())
            + (withActions ? " -action " + action + " -ip-list " + list : " -allow-list " + list));
  }

  @Override
  public Code remove(OntapService service) {
    return new Code(POLICY + "delete" + service(service.word()));
  }

  @Override
  public Code delete() {
    return new Code(POLICY + "delete" + service("*"));
  }

  private String service(String word) {
    return withActions
        ? " -policy %s -service %s -vserver %s"
            .formatted(settings.policy(), word, settings.vserver())
        : " -vserver %s -policy %s -service %s"
            .formatted(settings.vserver(), settings.policy(), word);
  }

  @Override
  public Code show() {
    return new Code(
        POLICY
            + "show"
            + (withActions ? "" : " -vserver " + settings.vserver())
            + " -policy "
            + settings.policy());
  }

  @Override
  public Code assign(ObjectName lif, String policy) {
    return new Code(
        "network interface modify -vserver %s -lif %s -firewall-policy %s"
            .formatted(settings.vserver(), lif, policy));
  }

  @Override
  public String field() {
    return "firewall-policy";
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.model.Action;
import dev.rulecast.template.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of commands for one endpoint. A policy is made and filled first and assigned last, so
 * that a LIF never has one that is not complete.
 */
final class Scripts {
  private static final String STOP =
      "One command a line. Stop at the first error, unless the comment before a command expects it.";

  private final EndpointPlan plan;
  private final NetAppOntapSettings settings;
  private final History history;
  private final ServicePolicyCommands servicePolicy;

  Scripts(EndpointPlan plan, History history) {
    this.plan = plan;
    this.settings = plan.settings();
    this.history = history;
    this.servicePolicy = new ServicePolicyCommands(settings);
  }

  /** The kinds of policies that are made; the service policy is assigned before the other. */
  private List<Mechanism> made() {
    List<Mechanism> made = new ArrayList<>();
    for (Mechanism mechanism : List.of(Mechanism.SERVICE_POLICY, Mechanism.FIREWALL_POLICY)) {
      if (!plan.entries(mechanism).isEmpty()) {
        made.add(mechanism);
      }
    }
    return made;
  }

  /** The kinds of policies that are made, or were by an earlier export. */
  private List<Mechanism> everMade() {
    List<Mechanism> ever = new ArrayList<>(made());
    for (Mechanism mechanism : Mechanism.values()) {
      if (!ever.contains(mechanism) && !history.removed(settings, mechanism).isEmpty()) {
        ever.add(mechanism);
      }
    }
    return ever;
  }

  private PolicyCommands commands(Mechanism mechanism) {
    return PolicyCommands.of(mechanism, settings);
  }

  private boolean makesServicePolicy() {
    return !plan.services().isEmpty();
  }

  private Script script(String purpose) {
    Script script =
        new Script()
            .comment(
                "Written by rulecast for %s: SVM %s, ONTAP %s. The next export overwrites this file."
                    .formatted(plan.endpoint().id(), settings.vserver(), settings.release()),
                purpose,
                STOP);
    if (!plan.sameAs().isEmpty()) {
      script.comment(
          "The same policy is written for "
              + String.join(", ", plan.sameAs())
              + ": what one of them has made exists already, which changes nothing.");
    }
    return script;
  }

  private void showLifs(Script script) {
    String fields = String.join(",", made().stream().map(m -> commands(m).field()).toList());
    for (ObjectName lif : settings.lifs()) {
      script.commands(
          new Code(
              "network interface show -vserver %s -lif %s -fields %s"
                  .formatted(settings.vserver(), lif, fields)));
    }
  }

  private void showPolicies(Script script) {
    made().forEach(mechanism -> script.commands(commands(mechanism).show()));
  }

  /** Makes the policies and gives them to the LIFs. */
  List<Step> apply() {
    Script script = script("Makes the policy " + settings.policy() + " and gives it to the LIFs.");
    if (!plan.firewall().isEmpty()) {
      script
          .comment("A policy has no effect on a node whose firewall is not enabled.")
          .commands(new Code("system services firewall show"));
    }
    script.comment("What the LIFs have now: note it for the way back.");
    showLifs(script);
    script.comment("There must be no such policy yet, otherwise see update.cli.");
    showPolicies(script);
    if (makesServicePolicy()) {
      script.advanced();
    }
    if (!plan.firewall().isEmpty()) {
      createFirewallPolicy(script);
    }
    settings
        .servicePolicy()
        .filter(present -> makesServicePolicy())
        .ifPresent(present -> cloneServicePolicy(present, script));
    script.comment("The policy is complete: now the LIFs get it.");
    if (makesServicePolicy()) {
      script.comment("A new service policy is a brief outage for a LIF.");
    }
    for (Mechanism mechanism : made()) {
      for (ObjectName lif : settings.lifs()) {
        script.commands(commands(mechanism).assign(lif, settings.policy().text()));
      }
    }
    if (makesServicePolicy()) {
      script.admin();
    }
    return script.steps();
  }

  private void createFirewallPolicy(Script script) {
    PolicyCommands commands = commands(Mechanism.FIREWALL_POLICY);
    if (settings.release().family() == ReleaseFamily.V8_2) {
      script.comment(
          "If 8.2 refuses -vserver here, its firewall policies belong to the cluster: leave it out.");
    }
    boolean keptIsTold = false;
    for (PolicyEntry entry : plan.firewall()) {
      if (entry.kept() && !keptIsTold) {
        script.comment(
            "What the present firewall policy allows: without it these services would be closed.");
        keptIsTold = true;
      }
      comment(entry, script);
      script.commands(commands.add(entry));
    }
  }

  private static void comment(PolicyEntry entry, Script script) {
    if (entry.action() == Action.DENY) {
      script.comment("A rule denies it, and none allows it to anybody.");
    }
    entry.comments().forEach(script::comment);
  }

  private void cloneServicePolicy(ObjectName present, Script script) {
    script
        .comment("The services of the present service policy stay as they are.")
        .commands(servicePolicy.cloneOf(present))
        .comment(
            "add-service fails for a service that the present policy has, and modify-service limits it"
                + " then.");
    for (PolicyEntry entry : plan.services()) {
      comment(entry, script);
      script.commands(servicePolicy.add(entry), servicePolicy.modify(entry));
    }
  }

  /** Brings policies that an earlier export has made to what the rules say now. */
  List<Step> update() {
    Script script =
        script(
            "Brings the policy " + settings.policy() + ", which apply.cli has made, up to date.");
    boolean advanced = everMade().contains(Mechanism.SERVICE_POLICY);
    if (advanced) {
      script.advanced();
    }
    for (Mechanism mechanism : Mechanism.values()) {
      removeServices(mechanism, script);
      updateServices(mechanism, script);
    }
    updateLifs(script);
    if (advanced) {
      script.admin();
    }
    return script.steps();
  }

  private void updateLifs(Script script) {
    List<ObjectName> added =
        settings.lifs().stream()
            .filter(lif -> history.of(settings, lif) == History.State.LATER)
            .toList();
    if (!added.isEmpty()) {
      script.comment("LIFs that are new since the first export.");
    }
    for (ObjectName lif : added) {
      made().forEach(m -> script.commands(commands(m).assign(lif, settings.policy().text())));
    }
    List<ObjectName> removed = history.removedLifs(settings);
    if (!removed.isEmpty()) {
      script.comment("LIFs that no longer have the policy: back to the former one.");
      everMade().forEach(mechanism -> giveBack(mechanism, removed, script));
    }
  }

  private void giveBack(Mechanism mechanism, List<ObjectName> lifs, Script script) {
    if (mechanism == Mechanism.FIREWALL_POLICY) {
      returnFirewallPolicy(lifs, script);
    } else {
      returnServicePolicy(lifs, script);
    }
  }

  private void removeServices(Mechanism mechanism, Script script) {
    List<OntapService> removed = history.removed(settings, mechanism);
    if (removed.isEmpty()) {
      return;
    }
    if (mechanism == Mechanism.FIREWALL_POLICY && plan.firewall().isEmpty()) {
      script.comment("No rule needs a firewall policy any more: back to the former one.");
      returnFirewallPolicy(settings.lifs(), script);
      script.commands(commands(mechanism).delete());
      return;
    }
    script.comment("Gone since an earlier export. It fails where the service is gone already.");
    removed.forEach(service -> script.commands(commands(mechanism).remove(service)));
  }

  private void updateServices(Mechanism mechanism, Script script) {
    PolicyCommands commands = commands(mechanism);
    for (PolicyEntry entry : plan.entries(mechanism)) {
      comment(entry, script);
      if (history.of(settings, entry.service()) == History.State.LATER) {
        script
            .comment("New since the first export: the first command fails if the service is there.")
            .commands(commands.add(entry));
      }
      script.commands(commands.modify(entry));
    }
  }

  /** Shows what the LIFs have. */
  List<Step> verify() {
    Script script = script("Shows what the LIFs have. README.md tells what that must be.");
    if (!plan.firewall().isEmpty()) {
      script.commands(new Code("system services firewall show"));
    }
    showPolicies(script);
    showLifs(script);
    return script.steps();
  }

  /** Gives the LIFs their former policies and deletes those that were made. */
  List<Step> rollback() {
    Script script =
        script("Gives the LIFs their former policy, and deletes " + settings.policy() + ".");
    List<Mechanism> made = everMade();
    made.forEach(mechanism -> giveBack(mechanism, settings.lifs(), script));
    boolean advanced = made.contains(Mechanism.SERVICE_POLICY);
    if (advanced) {
      script.advanced();
    }
    script.comment("A policy that a LIF still has is not deleted.");
    made.forEach(mechanism -> script.commands(commands(mechanism).delete()));
    if (advanced) {
      script.admin();
    }
    return script.steps();
  }

  private void returnServicePolicy(List<ObjectName> lifs, Script script) {
    Optional<ObjectName> former = settings.servicePolicy();
    for (ObjectName lif : lifs) {
      former.ifPresent(policy -> script.commands(servicePolicy.assign(lif, policy.text())));
    }
  }

  /** Without the former policy in the settings somebody has to complete the commands. */
  private void returnFirewallPolicy(List<ObjectName> lifs, Script script) {
    PolicyCommands commands = commands(Mechanism.FIREWALL_POLICY);
    Optional<ObjectName> former = settings.firewallPolicy();
    if (former.isEmpty()) {
      script.comment(
          "The settings do not say which firewall policy the LIFs had (firewallPolicy). Put its name,"
              + " which apply.cli has shown, in the place of FORMER, and run:");
    }
    for (ObjectName lif : lifs) {
      if (former.isPresent()) {
        script.commands(commands.assign(lif, former.get().text()));
      } else {
        script.comment(commands.assign(lif, "FORMER").text());
      }
    }
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.model.Action;
import dev.rulecast.policy.Policy;
import dev.rulecast.readme.RuleTable;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The README of an endpoint: its table of rules, what its LIFs end up with, and the way there. */
final class OntapReadme {
  private final Policy policy;
  private final Templates templates;

  OntapReadme(Policy policy, Templates templates) {
    this.policy = policy;
    this.templates = templates;
  }

  void write(EndpointPlan plan, Writer out) throws IOException {
    NetAppOntapSettings settings = plan.settings();
    Map<String, Object> model = new HashMap<>();
    model.put("vserver", settings.vserver().text());
    model.put("lifs", settings.lifs().stream().map(ObjectName::text).toList());
    model.put("policy", settings.policy().text());
    model.put("release", settings.release().text());
    model.put("family", settings.release().family().title());
    model.put("servicePolicy", settings.servicePolicy().map(ObjectName::text).orElse(""));
    model.put("makesServicePolicy", !plan.services().isEmpty());
    model.put("makesFirewallPolicy", !plan.firewall().isEmpty());
    model.put("hasFirewallPolicies", settings.release().family().hasFirewallPolicies());
    model.put("hasServicePolicies", settings.release().family().hasServicePolicies());
    model.put("knowsFormer", settings.firewallPolicy().isPresent());
    model.put(
        "opensWeb",
        plan.firewall().stream().anyMatch(e -> isWeb(e))
            || plan.services().stream().anyMatch(e -> isWeb(e)));
    model.put(
        "unbound",
        !plan.endpoint().isBound() && plan.firewall().stream().anyMatch(PolicyEntry::kept));
    model.put("entries", entries(plan));
    model.put("widenings", plan.widenings());
    model.put("sameAs", plan.sameAs());
    new RuleTable(policy, plan.flows()).write("ONTAP policies of " + plan.endpoint().id(), out);
    templates.render("README.md.ftl", model, out);
  }

  private static boolean isWeb(PolicyEntry entry) {
    return !entry.kept() && entry.service().word().matches("(management-)?https?");
  }

  private static List<EntryView> entries(EndpointPlan plan) {
    List<EntryView> rows = new ArrayList<>();
    for (Mechanism mechanism : Mechanism.values()) {
      for (PolicyEntry entry : plan.entries(mechanism)) {
        rows.add(
            new EntryView(
                entry.service().word(),
                entry.service().portList(),
                mechanism.title(),
                entry.action() == Action.DENY ? "nobody" : entry.addressList().replace(",", ", "),
                entry.action() == Action.DENY ? "denied" : entry.kept() ? "kept" : "rules"));
      }
    }
    return rows;
  }
}

package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import dev.rulecast.readme.RuleTable;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The README of a module of EC2 security groups: its table of rules, and how it is used. */
final class AwsReadme {
  private final Policy policy;
  private final AwsSgPlan plan;
  private final List<InputView> inputs;
  private final List<GroupName> created;
  private final Templates templates;

  AwsReadme(
      Policy policy,
      AwsSgPlan plan,
      List<InputView> inputs,
      List<GroupName> created,
      Templates templates) {
    this.policy = policy;
    this.plan = plan;
    this.inputs = inputs;
    this.created = created;
    this.templates = templates;
  }

  void write(Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("groups", plan.groups().stream().map(AwsReadme::quota).toList());
    model.put("created", created);
    model.put("inputs", inputs);
    model.put("existing", existing());
    model.put("widenings", widenings());
    new RuleTable(policy, plan.flows()).write("EC2 security groups", out);
    templates.render("aws/README.md.ftl", model, out);
  }

  private static QuotaView quota(SecurityGroup group) {
    return new QuotaView(label(group), group.ingress().size(), group.egress().size());
  }

  private static String label(SecurityGroup group) {
    return group
        .existingId()
        .map(
            id ->
                group.endpoints().stream().map(Endpoint::id).collect(Collectors.joining(", "))
                    + " ("
                    + id
                    + ")")
        .orElse(group.name());
  }

  private List<String> existing() {
    return plan.groups().stream().flatMap(group -> group.existingId().stream()).sorted().toList();
  }

  /** Each way in which permissions are wider, with the number of permissions. */
  private List<String> widenings() {
    Map<String, Integer> counts = new TreeMap<>();
    for (SecurityGroup group : plan.groups()) {
      for (List<Permission> direction : List.of(group.ingress(), group.egress())) {
        for (Permission permission : direction) {
          for (String reason : new TreeSet<>(permission.widenings())) {
            counts.merge(reason, 1, Integer::sum);
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (reason, count) ->
            lines.add(reason + ": " + count + (count == 1 ? " permission" : " permissions")));
    return lines;
  }
}

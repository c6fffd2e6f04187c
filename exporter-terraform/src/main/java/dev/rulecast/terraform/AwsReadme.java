package dev.rulecast.terraform;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.model.Cidr;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The README of a module of EC2 security groups: its table of rules, and how it is used. */
final class AwsReadme {
  private static final int MAX_ADDRESSES = 3;

  private final Policy policy;
  private final AwsSgPlan plan;
  private final ExportContext context;
  private final List<InputView> inputs;
  private final List<GroupName> created;
  private final Templates templates;

  AwsReadme(
      Policy policy,
      AwsSgPlan plan,
      ExportContext context,
      List<InputView> inputs,
      List<GroupName> created,
      Templates templates) {
    this.policy = policy;
    this.plan = plan;
    this.context = context;
    this.inputs = inputs;
    this.created = created;
    this.templates = templates;
  }

  void write(Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("ruleSets", policy.ruleSets());
    model.put("rows", rows());
    model.put("groups", plan.groups().stream().map(AwsReadme::quota).toList());
    model.put("created", created);
    model.put("inputs", inputs);
    model.put("existing", existing());
    model.put("widenings", widenings());
    templates.render("README.md.ftl", model, out);
  }

  /** One row for each flow that the module has a permission for, made when it is asked for. */
  private List<RuleRowView> rows() {
    List<Flow> flows = new ArrayList<>();
    for (Demand demand : context.demands()) {
      Flow flow = ((FlowDemand) demand).flow();
      // The two demands of a flow follow each other.
      if (flows.isEmpty() || !flows.get(flows.size() - 1).equals(flow)) {
        flows.add(flow);
      }
    }
    return new AbstractList<>() {
      @Override
      public RuleRowView get(int index) {
        return row(flows.get(index));
      }

      @Override
      public int size() {
        return flows.size();
      }
    };
  }

  private static RuleRowView row(Flow flow) {
    return new RuleRowView(
        place(flow.source()),
        place(flow.destination()),
        flow.traffic().protocol().toString(),
        flow.traffic().service(),
        String.join("\n", flow.purposes()).strip(),
        String.join(", ", flow.references()));
  }

  private static String place(Endpoint endpoint) {
    List<Cidr> cidrs = endpoint.addresses().cidrs();
    if (cidrs.isEmpty()) {
      return endpoint.id();
    }
    List<String> shown =
        new ArrayList<>(cidrs.stream().limit(MAX_ADDRESSES).map(Object::toString).toList());
    if (cidrs.size() > MAX_ADDRESSES) {
      shown.add("and " + (cidrs.size() - MAX_ADDRESSES) + " more");
    }
    return endpoint.id() + " (" + String.join(", ", shown) + ")";
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

package dev.rulecast.awssg;

import dev.rulecast.policy.Policy;
import dev.rulecast.readme.RuleTable;
import dev.rulecast.readme.Widenings;
import dev.rulecast.template.Code;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a README that does not depend on the language: the table of rules, what AWS does with
 * them, what is wider, and the quota.
 */
public final class AwsSgReadme {
  private final Templates templates = new Templates(AwsSgReadme.class, Language.markdown());
  private final Policy policy;
  private final AwsSgPlan plan;

  /** The README of a plan. */
  public AwsSgReadme(Policy policy, AwsSgPlan plan) {
    this.policy = policy;
    this.plan = plan;
  }

  /**
   * Writes it, in Markdown.
   *
   * @param facts what is true in this language of outbound traffic that no rule permits
   * @param existingFact what becomes of the rules that groups have already
   */
  public void write(List<Code> facts, Code existingFact, Writer out) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("facts", facts);
    model.put("existingFact", existingFact);
    model.put("groups", plan.groups().stream().map(AwsSgReadme::quota).toList());
    model.put("existing", existing());
    model.put("widenings", widenings());
    new RuleTable(policy, plan.flows()).write("EC2 security groups", out);
    templates.render("groups.md.ftl", model, out);
  }

  private static QuotaView quota(SecurityGroup group) {
    return new QuotaView(group.label(), group.ingress().size(), group.egress().size());
  }

  private List<String> existing() {
    return plan.groups().stream().flatMap(group -> group.existingId().stream()).sorted().toList();
  }

  private List<String> widenings() {
    Widenings widenings = new Widenings("permission");
    plan.groups().stream()
        .flatMap(group -> group.permissions().stream())
        .forEach(permission -> widenings.add(permission.widenings()));
    return widenings.lines();
  }
}

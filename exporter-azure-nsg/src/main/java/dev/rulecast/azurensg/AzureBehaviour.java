package dev.rulecast.azurensg;

import dev.rulecast.readme.Widenings;
import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** What every README of network security groups says of Azure, whatever the language. */
public final class AzureBehaviour {
  private final Templates templates = new Templates(AzureBehaviour.class, Language.markdown());
  private final DenyRest denyRest;

  /**
   * What Azure does with the rules of a plan.
   *
   * @param denyRest with which the plan was made
   */
  public AzureBehaviour(DenyRest denyRest) {
    this.denyRest = denyRest;
  }

  /**
   * Each way in which rules of a plan are wider than what they are for, with the number of rules.
   */
  public static List<String> widenings(AzureNsgPlan plan) {
    Widenings widenings = new Widenings("rule");
    plan.groups().stream()
        .flatMap(group -> group.rules().stream())
        .forEach(rule -> widenings.add(rule.widenings()));
    return widenings.lines();
  }

  /** Writes a heading and a list that the caller continues, in Markdown. */
  public void write(Writer out) throws IOException {
    templates.render("behaviour.md.ftl", Map.of("denyRest", denyRest == DenyRest.ENDPOINT), out);
  }
}

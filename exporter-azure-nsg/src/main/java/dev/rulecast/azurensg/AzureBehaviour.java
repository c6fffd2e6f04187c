package dev.rulecast.azurensg;

import dev.rulecast.template.Language;
import dev.rulecast.template.Templates;
import java.io.IOException;
import java.io.Writer;
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

  /** Writes a heading and a list that the caller continues, in Markdown. */
  public void write(Writer out) throws IOException {
    templates.render("behaviour.md.ftl", Map.of("denyRest", denyRest == DenyRest.ENDPOINT), out);
  }
}

package dev.rulecast.terraform.azurerm;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * A network security group as the template lays it out.
 *
 * @param heading what it is for
 * @param name the local name of the group
 * @param label its name in Azure
 * @param rules its rules; what the second needs is in the first
 */
public record NsgView(String heading, Code name, String label, List<RulesView> rules) {

  /**
   * Rules that Terraform may make in any order.
   *
   * @param name the local name of their map and of their resources
   * @param after the local names of the rules that must be there first
   * @param needOneFamily whether the caller decides of which family both ends of a rule are
   * @param mayBeEmpty whether the caller decides whether a rule has addresses
   * @param rules the rules
   */
  public record RulesView(
      Code name,
      List<Code> after,
      boolean needOneFamily,
      boolean mayBeEmpty,
      List<RuleView> rules) {}

  /**
   * One rule.
   *
   * @param comments full sentences above it
   * @param key its name in Azure
   * @param arguments what describes it, aligned
   */
  public record RuleView(List<String> comments, String key, List<Code> arguments) {}
}

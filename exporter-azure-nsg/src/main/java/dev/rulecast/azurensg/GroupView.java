package dev.rulecast.azurensg;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * A network security group in Bicep.
 *
 * @param comments what it is for
 * @param symbol the group
 * @param name an expression for its name
 * @param rulesVariable the rules that are added to it
 * @param ruleResources the resources that are these rules
 * @param rules its rules
 */
public record GroupView(
    List<String> comments,
    Code symbol,
    Code name,
    Code rulesVariable,
    Code ruleResources,
    List<RuleView> rules) {

  /**
   * A rule.
   *
   * @param comments how it is wider than the rules that ask for it
   * @param name its name
   * @param properties what it says
   */
  public record RuleView(List<String> comments, String name, List<PropertyView> properties) {}

  /**
   * A property of a rule: a text, several texts, several objects that have an id, or else code.
   *
   * @param name such as {@code protocol}
   * @param text empty: it is something else
   * @param texts empty: it is something else
   * @param ids expressions; empty: it is something else
   * @param code a number or an identifier
   */
  public record PropertyView(
      Code name, String text, List<String> texts, List<Code> ids, Code code) {}
}

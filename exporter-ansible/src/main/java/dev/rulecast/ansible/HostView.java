package dev.rulecast.ansible;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * What the hosts of one inventory group get, as the template of variables prints it.
 *
 * @param group the inventory group
 * @param profiles the items of a list of the firewall's profiles
 * @param rules their rules
 * @param builtInGroups built-in groups to enable
 */
public record HostView(
    String group, Code profiles, List<RuleView> rules, List<BuiltInView> builtInGroups) {
  /**
   * A built-in group.
   *
   * @param name its language-independent name
   * @param comments why it is wider
   */
  public record BuiltInView(String name, List<Code> comments) {}
}

package dev.rulecast.awssg.cloudformation;

import java.util.List;

/**
 * A CloudFormation template of security groups.
 *
 * @param ruleSets names of the rule sets it is made of
 * @param description of the template
 * @param parameters what the user gives
 * @param different values that must not be the same
 * @param groups in the order of their endpoints
 * @param outputs ids of the groups that it makes
 */
public record StackTemplate(
    List<String> ruleSets,
    String description,
    List<Parameter> parameters,
    List<Different> different,
    List<Group> groups,
    List<Output> outputs) {
  /** Copies the lists. */
  public StackTemplate {
    ruleSets = List.copyOf(ruleSets);
    parameters = List.copyOf(parameters);
    different = List.copyOf(different);
    groups = List.copyOf(groups);
    outputs = List.copyOf(outputs);
  }

  /**
   * Something that the user gives; it has no default.
   *
   * @param name its logical id
   * @param type such as {@code String}
   * @param description what it is
   * @param pattern a regular expression that the whole value matches; empty: the type says enough
   * @param constraint the pattern in words; empty without one
   * @param example a value
   */
  public record Parameter(
      String name,
      String type,
      String description,
      String pattern,
      String constraint,
      String example) {}

  /**
   * A parameter that must not have the value of another, or some rule would occur twice.
   *
   * @param parameter its name
   * @param other another parameter, or the id of a prefix list
   * @param message what to do where they are the same
   */
  public record Different(String parameter, Value other, String message) {}

  /**
   * A group with its rules.
   *
   * @param heading what it is for
   * @param created whether the template makes it; if not, it has nothing but {@code rules}
   * @param logicalId of the group; empty if it exists
   * @param name of the endpoint; empty if it exists
   * @param ignoredChecks checks of cfn-lint that do not hold here
   * @param properties of the group, without its rules and tags
   * @param ingress rules inside it
   * @param egress rules inside it; never empty in a group that is made, or AWS would allow all
   * @param rules resources of their own
   */
  public record Group(
      String heading,
      boolean created,
      String logicalId,
      String name,
      List<String> ignoredChecks,
      List<Property> properties,
      List<Rule> ingress,
      List<Rule> egress,
      List<RuleResource> rules) {
    /** Copies the lists. */
    public Group {
      ignoredChecks = List.copyOf(ignoredChecks);
      properties = List.copyOf(properties);
      ingress = List.copyOf(ingress);
      egress = List.copyOf(egress);
      rules = List.copyOf(rules);
    }
  }

  /**
   * A rule.
   *
   * @param comments full sentences above it, where the notation has comments
   * @param properties what describes it
   */
  public record Rule(List<String> comments, List<Property> properties) {
    /** Copies the lists. */
    public Rule {
      comments = List.copyOf(comments);
      properties = List.copyOf(properties);
    }
  }

  /**
   * A rule as a resource.
   *
   * @param logicalId derived from what AWS tells rules apart by
   * @param type of the resource
   * @param ignoredChecks checks of cfn-lint that do not hold here
   * @param rule the rule
   */
  public record RuleResource(String logicalId, String type, List<String> ignoredChecks, Rule rule) {
    /** Copies the list. */
    public RuleResource {
      ignoredChecks = List.copyOf(ignoredChecks);
    }
  }

  /**
   * The id of a group.
   *
   * @param name of the output
   * @param description what it is
   * @param group logical id of the group
   */
  public record Output(String name, String description, String group) {}
}

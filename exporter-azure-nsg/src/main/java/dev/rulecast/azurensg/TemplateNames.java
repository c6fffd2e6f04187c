package dev.rulecast.azurensg;

import dev.rulecast.model.IpFamily;
import java.util.HashMap;
import java.util.Map;

/**
 * What the parts of a template are called. Each name has a suffix that says what it is, so that
 * none of two kinds are alike.
 */
final class TemplateNames {
  private static final String PREFIX = "nsg-";

  private final Identifiers groups;
  private final Identifiers inputs;
  private final boolean hasNameParameters;

  TemplateNames(AzureNsgPlan plan) {
    Map<String, String> groupWords = new HashMap<>();
    Map<String, String> inputWords = new HashMap<>();
    for (NetworkSecurityGroup group : plan.groups()) {
      groupWords.put(group.name(), withoutPrefix(group.name()));
    }
    for (PrefixInput input : plan.inputs()) {
      inputWords.put(input.endpoint().id(), input.endpoint().id());
    }
    this.groups = new Identifiers(groupWords);
    this.inputs = new Identifiers(inputWords);
    this.hasNameParameters =
        TemplateLimits.OWN_PARAMETERS + plan.inputs().size() + plan.groups().size()
            <= TemplateLimits.MAX_PARAMETERS;
  }

  /** Most groups are for one endpoint; then both have one identifier. */
  private static String withoutPrefix(String name) {
    boolean prefixed = name.length() > PREFIX.length() && name.startsWith(PREFIX);
    return prefixed ? name.substring(PREFIX.length()) : name;
  }

  /** Whether the names of groups are parameters: unless the template would have too many. */
  boolean hasNameParameters() {
    return hasNameParameters;
  }

  String nameParameter(NetworkSecurityGroup group) {
    return of(group) + "NsgName";
  }

  /** The resource that a group is, in Bicep. */
  String resource(NetworkSecurityGroup group) {
    return of(group) + "Nsg";
  }

  /** The variable of the rules that are added to a group. */
  String rulesVariable(NetworkSecurityGroup group) {
    return of(group) + "Rules";
  }

  /** The resources that are the rules of a group, in Bicep. */
  String ruleResources(NetworkSecurityGroup group) {
    return of(group) + "SecurityRules";
  }

  private String of(NetworkSecurityGroup group) {
    return groups.of(group.name());
  }

  /** The parameter of an input. */
  String parameter(PrefixInput input) {
    String family =
        input.only()
            ? ""
            : input.family().filter(f -> f == IpFamily.IPV6).isPresent() ? "Ipv6" : "Ipv4";
    return inputs.of(input.endpoint().id()) + "Prefixes" + family;
  }

  /** The variable that has the value of the parameter, if it is right. */
  String checked(PrefixInput input) {
    return parameter(input) + "Checked";
  }
}

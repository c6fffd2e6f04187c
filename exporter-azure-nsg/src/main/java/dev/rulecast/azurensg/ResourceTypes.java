package dev.rulecast.azurensg;

import java.util.ArrayList;
import java.util.List;

/** The resources of templates. */
final class ResourceTypes {
  static final String API_VERSION = "2025-05-01";
  static final String GROUP = "Microsoft.Network/networkSecurityGroups";
  static final String RULE = GROUP + "/securityRules";
  static final String APPLICATION_GROUP = "Microsoft.Network/applicationSecurityGroups";

  private ResourceTypes() {}

  /**
   * An expression for the id of an application security group, in ARM templates and in Bicep.
   * Neither names nor ids have a quote.
   */
  static String id(ApplicationSecurityGroup group) {
    List<String> arguments = new ArrayList<>(group.scope());
    arguments.add(APPLICATION_GROUP);
    arguments.add(group.name());
    return "resourceId('" + String.join("', '", arguments) + "')";
  }
}

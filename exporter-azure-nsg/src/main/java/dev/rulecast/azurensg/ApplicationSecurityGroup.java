package dev.rulecast.azurensg;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application security group (ASG) that exists already.
 *
 * @param reference its name, if it is in the resource group of the deployment; else its resource
 *     id, {@code /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/
 *     applicationSecurityGroups/…}
 */
public record ApplicationSecurityGroup(String reference) {
  private static final Pattern ID =
      Pattern.compile(
          "/subscriptions/(?<subscription>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"
              + "/resourceGroups/(?<group>[A-Za-z0-9_().-]{1,89}[A-Za-z0-9_()-])"
              + "/providers/Microsoft\\.Network/applicationSecurityGroups/(?<name>[^/]+)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Refuses what is neither a name nor a resource id ("Naming rules and restrictions for Azure
   * resources", Microsoft.Network).
   *
   * @throws InvalidValueException if it is neither
   */
  public ApplicationSecurityGroup {
    Matcher id = ID.matcher(reference);
    String name = id.matches() ? id.group("name") : reference;
    if (!NsgNames.isName(name)) {
      throw new InvalidValueException(
          UserText.quote(reference)
              + " is neither the name nor the resource id of an application security group.",
          "write its name, such as asg-web, or its resource id where it is in another resource"
              + " group than the network security groups");
    }
  }

  /** Whether the reference is a resource id, and not a name. */
  public boolean isResourceId() {
    return reference.startsWith("/");
  }

  /**
   * The parts of a resource id that the function {@code resourceId} of templates takes before the
   * type: subscription and resource group; none where the group is that of the deployment.
   */
  List<String> scope() {
    Matcher id = ID.matcher(reference);
    return id.matches() ? List.of(id.group("subscription"), id.group("group")) : List.of();
  }

  /** Its name. */
  String name() {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** The same for two references that differ in case only, which Azure does not tell apart. */
  String key() {
    return reference.toLowerCase(Locale.ROOT);
  }
}

package dev.rulecast.azurensg;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an environment can say of an endpoint under {@code settings: {azure-nsg: …}}.
 *
 * @param nsg the name of the network security group that takes the endpoint's rules, instead of
 *     {@code nsg-ENDPOINT}; endpoints that name the same share it
 * @param serviceTag a service tag, such as {@code AzureActiveDirectory}, that stands for the
 *     endpoint in the rules of others, also where it has addresses
 * @param applicationSecurityGroup an application security group, by name or resource id, that
 *     stands for the endpoint in its own rules and in those of others, also where it has addresses
 */
public record AzureNsgSettings(
    Optional<String> nsg, Optional<String> serviceTag, Optional<String> applicationSecurityGroup) {
  /** Letters, digits and dots; new tags appear all the time, so that no list of them is kept. */
  private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*");

  /** The longest tags of Azure's own list have about 40 characters. */
  private static final int MAX_TAG_CHARS = 100;

  /** Refuses names that Azure would, and two things that stand for one endpoint. */
  public AzureNsgSettings {
    nsg = orEmpty(nsg);
    serviceTag = orEmpty(serviceTag);
    applicationSecurityGroup = orEmpty(applicationSecurityGroup);
    nsg.ifPresent(AzureNsgSettings::requireName);
    serviceTag.ifPresent(AzureNsgSettings::requireTag);
    applicationSecurityGroup.ifPresent(ApplicationSecurityGroup::new);
    if (serviceTag.isPresent() && applicationSecurityGroup.isPresent()) {
      throw new InvalidValueException(
          "An endpoint cannot be both a service tag and an application security group.",
          "leave out serviceTag or applicationSecurityGroup");
    }
  }

  /** The application security group, if one stands for the endpoint. */
  public Optional<ApplicationSecurityGroup> group() {
    return applicationSecurityGroup.map(ApplicationSecurityGroup::new);
  }

  /** Data binding hands over null for a key that is not written. */
  @SuppressWarnings({"OptionalAssignedToNull", "NullAway"})
  private static Optional<String> orEmpty(Optional<String> value) {
    return value == null ? Optional.empty() : value;
  }

  private static void requireName(String name) {
    if (!NsgNames.isName(name)) {
      throw new InvalidValueException(
          UserText.quote(name) + " is not a name that a network security group can have.",
          "use at most 80 letters, digits, dots, underscores and hyphens, beginning with a letter"
              + " or digit and ending with one of these or an underscore");
    }
  }

  private static void requireTag(String tag) {
    // Azure reads "Any" as every address.
    boolean any = tag.equalsIgnoreCase("any");
    if (any || tag.length() > MAX_TAG_CHARS || !TAG.matcher(tag).matches()) {
      throw new InvalidValueException(
          UserText.quote(tag) + " is not a service tag.",
          any
              ? "give the endpoint the addresses [any]"
              : "write it as Azure does, such as AzureActiveDirectory or Storage.WestEurope");
    }
  }
}

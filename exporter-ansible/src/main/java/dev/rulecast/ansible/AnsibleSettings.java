package dev.rulecast.ansible;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.List;
import java.util.TreeSet;

/**
 * What an environment can say of an endpoint under {@code settings: {ansible: …}}.
 *
 * @param profiles the profiles of Windows Firewall in which the endpoint's rules hold, out of
 *     {@code domain}, {@code private} and {@code public}; sorted, without repetition, not empty
 */
public record AnsibleSettings(List<String> profiles) {
  /** Every profile, in the order of {@link #profiles}. */
  static final List<String> ALL_PROFILES = List.of("domain", "private", "public");

  /** Refuses other profiles, and rules that would hold in none. */
  public AnsibleSettings {
    for (String profile : profiles) {
      if (!ALL_PROFILES.contains(profile)) {
        throw new InvalidValueException(
            UserText.quote(profile) + " is not a profile of Windows Firewall.",
            Suggestions.didYouMean(profile, ALL_PROFILES)
                .orElse("write some of " + String.join(", ", ALL_PROFILES)));
      }
    }
    if (profiles.isEmpty()) {
      throw new InvalidValueException(
          "The list of profiles is empty, so that no rule would hold.",
          "write some of "
              + String.join(", ", ALL_PROFILES)
              + ", or leave the setting out for all of them");
    }
    profiles = List.copyOf(new TreeSet<>(profiles));
  }
}

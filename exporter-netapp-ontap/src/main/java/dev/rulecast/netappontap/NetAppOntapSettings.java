package dev.rulecast.netappontap;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What an environment says of an endpoint under {@code settings: {netapp-ontap: …}}. Assigning a
 * policy to a LIF replaces the one that it has, so what the present policies permit must be said,
 * and nothing of it has a default.
 *
 * @param vserver the SVM
 * @param lifs the LIFs that get the policy; not empty
 * @param policy the policy that is made; where a release needs both kinds, both have this name
 * @param release what runs on the cluster
 * @param servicePolicy the LIFs' present service policy, which the new one begins with: exactly
 *     from 9.6
 * @param keep the services that the LIFs' present firewall policy allows, which stay open to
 *     everybody; may be empty: exactly up to 9.9.1
 * @param firewallPolicy the LIFs' present firewall policy, for the way back: up to 9.9.1, optional
 */
public record NetAppOntapSettings(
    ObjectName vserver,
    List<ObjectName> lifs,
    PolicyName policy,
    Release release,
    Optional<ObjectName> servicePolicy,
    Optional<List<String>> keep,
    Optional<ObjectName> firewallPolicy) {
  /** Tells at once all that does not fit together. */
  public NetAppOntapSettings {
    lifs = List.copyOf(lifs);
    keep = keep.map(List::copyOf);
    Mistakes mistakes = new Mistakes();
    checkLifs(lifs, mistakes);
    checkServicePolicy(policy, release, servicePolicy, mistakes);
    checkFirewallPolicy(policy, release, firewallPolicy, mistakes);
    checkKeep(release, keep, mistakes);
    mistakes.throwIfAny();
  }

  /** Collects mistakes: messages are sentences, hints phrases. */
  private static final class Mistakes {
    private final List<String> messages = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    void add(String message, String hint) {
      messages.add(message);
      hints.add(hint);
    }

    void throwIfAny() {
      if (!messages.isEmpty()) {
        throw new InvalidValueException(String.join(" ", messages), String.join("; ", hints));
      }
    }
  }

  private static void checkLifs(List<ObjectName> lifs, Mistakes mistakes) {
    if (lifs.isEmpty()) {
      mistakes.add("The list `lifs` is empty.", "name the LIFs that get the policy");
    }
    for (String twice : repeated(lifs.stream().map(ObjectName::text).toList())) {
      mistakes.add("The LIF `" + twice + "` stands twice in `lifs`.", "name each LIF once");
    }
  }

  private static List<String> repeated(List<String> texts) {
    HashSet<String> seen = new HashSet<>();
    return texts.stream().filter(text -> !seen.add(text)).distinct().toList();
  }

  private static void checkServicePolicy(
      PolicyName policy, Release release, Optional<ObjectName> present, Mistakes mistakes) {
    if (release.family().hasServicePolicies() && present.isEmpty()) {
      mistakes.add(
          "For ONTAP " + release + " the key `servicePolicy` is missing.",
          "name the service policy that the LIFs have now: `network interface show -fields"
              + " service-policy`");
    }
    if (!release.family().hasServicePolicies() && present.isPresent()) {
      mistakes.add(
          "The key `servicePolicy` is for ONTAP 9.6 and later, not for " + release + ".",
          "delete servicePolicy");
    }
    checkDiffers("servicePolicy", policy, present, mistakes);
  }

  private static void checkFirewallPolicy(
      PolicyName policy, Release release, Optional<ObjectName> present, Mistakes mistakes) {
    if (!release.family().hasFirewallPolicies() && present.isPresent()) {
      mistakes.add(
          "The key `firewallPolicy` is for ONTAP up to 9.9.1, not for " + release + ".",
          "delete firewallPolicy");
    }
    checkDiffers("firewallPolicy", policy, present, mistakes);
  }

  private static void checkDiffers(
      String key, PolicyName policy, Optional<ObjectName> present, Mistakes mistakes) {
    if (present.isPresent() && present.get().text().equalsIgnoreCase(policy.text())) {
      mistakes.add(
          "The keys `policy` and `" + key + "` name one policy.",
          "let " + key + " be the policy that the LIFs had before");
    }
  }

  private static void checkKeep(Release release, Optional<List<String>> keep, Mistakes mistakes) {
    if (!release.family().hasFirewallPolicies()) {
      if (keep.isPresent()) {
        mistakes.add(
            "The key `keep` is for ONTAP up to 9.9.1, not for " + release + ".",
            "delete keep: the services of servicePolicy stay");
      }
      return;
    }
    if (keep.isEmpty()) {
      mistakes.add(
          "For ONTAP " + release + " the key `keep` is missing.",
          "list the services that the LIFs' present firewall policy allows, or write []");
      return;
    }
    List<String> known = Services.of(release).words(Mechanism.FIREWALL_POLICY);
    for (String word : keep.get()) {
      if (!known.contains(word)) {
        mistakes.add(
            UserText.quote(word) + " in `keep` is not a firewall service of ONTAP " + release + ".",
            Suggestions.didYouMean(word, known)
                .orElse("the services are " + String.join(", ", known)));
      }
    }
    for (String twice : repeated(keep.get())) {
      mistakes.add(UserText.quote(twice) + " stands twice in `keep`.", "name each service once");
    }
  }

  /** Whether a firewall service stays open to everybody. */
  boolean keeps(OntapService service) {
    return service.isFirewallService() && keep.orElse(List.of()).contains(service.word());
  }
}

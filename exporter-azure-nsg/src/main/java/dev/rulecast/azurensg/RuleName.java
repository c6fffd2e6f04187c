package dev.rulecast.azurensg;

import dev.rulecast.model.Action;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.PortRange;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Side;
import dev.rulecast.policy.Traffic;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name for a rule, made of what the rule is. Short names may stand for several rules: an endpoint
 * may have {@code -to-} in its id.
 *
 * @param text the readable name, of the characters that Azure takes, but of any length
 * @param identity what the rule is, so that two rules never have the same
 */
record RuleName(String text, String identity) implements Comparable<RuleName> {
  static final int MAX_CHARS = 80;

  private static final int SHORT_HASH = 8;
  private static final int LONG_HASH = 16;

  /** Such as {@code Allow-clients-to-servers-Tcp-443-In}. */
  static RuleName of(RuleBuilder.Match match, Flow flow, Optional<IpFamily> family) {
    Traffic traffic = match.traffic();
    String action = match.action() == Action.ALLOW ? "Allow" : "Deny";
    String service =
        capitalised(traffic.protocol().toString())
            + traffic.ports().map(ports -> "-" + capitalised(ports.toString())).orElse("");
    String sourcePorts =
        traffic.sourcePorts().isEmpty()
            ? ""
            : traffic.sourcePorts().stream()
                .map(PortRange::toString)
                .collect(Collectors.joining("_", "-from-", ""));
    boolean ipv6 = family.filter(f -> f == IpFamily.IPV6).isPresent();
    String suffix =
        sourcePorts + (ipv6 ? "-IPv6" : "") + (match.side() == Side.INBOUND ? "-In" : "-Out");
    String source = flow.source().id();
    String destination = flow.destination().id();
    return new RuleName(
        action + "-" + source + "-to-" + destination + "-" + service + suffix,
        String.join(" ", action, source, destination, ipv6 ? "6" : "4", service, suffix));
  }

  /** The word with a capital letter. */
  static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The readable name if it fits; else its beginning and a hash of the identity. */
  String name() {
    return text.length() <= MAX_CHARS ? text : hashed(SHORT_HASH);
  }

  /** A name that differs from those of other rules with the same readable name. */
  String unmistakableName() {
    return hashed(LONG_HASH);
  }

  private String hashed(int digits) {
    int kept = Math.min(text.length(), MAX_CHARS - digits - 1);
    return text.substring(0, kept) + "-" + new Sha256().hex(identity).substring(0, digits);
  }

  /** The same for names that Azure does not tell apart. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof RuleName name
        && identity.equals(name.identity)
        && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  /** By what the rules are: readable names would have IPv6 before IPv4. */
  @Override
  public int compareTo(RuleName other) {
    return identity.compareTo(other.identity);
  }
}

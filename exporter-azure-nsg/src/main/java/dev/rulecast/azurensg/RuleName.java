package dev.rulecast.azurensg;

import java.util.Locale;

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
    return text.substring(0, kept) + "-" + Sha256.hex(identity).substring(0, digits);
  }

  /** The same for names that Azure does not tell apart. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** By what the rules are: readable names would have IPv6 before IPv4. */
  @Override
  public int compareTo(RuleName other) {
    return identity.compareTo(other.identity);
  }
}

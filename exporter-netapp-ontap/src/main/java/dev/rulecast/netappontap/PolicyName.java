package dev.rulecast.netappontap;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a policy that the commands make. NetApp documents neither characters nor a length for
 * it, so this is what is safe everywhere.
 *
 * @param text the name
 */
public record PolicyName(String text) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

  /** Policies that ONTAP has made ("Configure firewall policies for LIFs"). */
  private static final Set<String> RESERVED =
      Set.of("data", "mgmt", "mgmt-nfs", "intercluster", "cluster");

  /** Service policies that ONTAP has made; no other may begin so. */
  private static final String RESERVED_PREFIX = "default-";

  /** Refuses names that ONTAP might refuse, and those of its own policies. */
  public PolicyName {
    if (!NAME.matcher(text).matches()) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not a name for a policy.",
          "begin with a letter, and use letters, digits, _ and -, at most 63");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower) || lower.startsWith(RESERVED_PREFIX)) {
      throw new InvalidValueException(
          UserText.quote(text) + " is the name of a policy of ONTAP's own.",
          "choose another name, such as rulecast_" + lower.replace(RESERVED_PREFIX, ""));
    }
  }

  /** The name of a text; data binding finds this method by its name. */
  public static PolicyName valueOf(String text) {
    return new PolicyName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}

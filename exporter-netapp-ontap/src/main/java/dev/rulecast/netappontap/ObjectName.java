package dev.rulecast.netappontap;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The name of an SVM, a LIF or a policy that exists. It becomes a word of a command, so that only
 * characters are let in that mean nothing to ONTAP's command line: no blanks, quotes, {@code ;},
 * {@code ?}, and none of the query characters {@code * | ! < > .. {}}. Names are case-sensitive.
 *
 * @param text the name
 */
public record ObjectName(String text) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}");

  /** Refuses what cannot stand in a command as it is. */
  public ObjectName {
    // Two dots are a range in a query.
    if (!NAME.matcher(text).matches() || text.contains("..")) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not a name of an SVM, a LIF or a policy.",
          "a name has letters, digits, _, - and ., and begins with a letter, a digit or _");
    }
  }

  /** The name of a text; data binding finds this method by its name. */
  public static ObjectName valueOf(String text) {
    return new ObjectName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}

package dev.rulecast.netappontap;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of ONTAP as {@code version} shows it: {@code 9.13}, {@code 9.13.1} or {@code 9.13.1P4}.
 *
 * @param text as the user wrote it
 */
public record Release(String text) {
  private static final String NUMBER = "(0|[1-9][0-9]?)";

  /** Release candidates, patches and debug patches have the commands of their release. */
  private static final Pattern TEXT =
      Pattern.compile(
          "([89])\\." + NUMBER + "(?:\\." + NUMBER + ")?(?:RC[0-9]+)?(?:P[0-9]+)?(?:D[0-9]+)?");

  /** A longer text is no release. */
  private static final int MAX_CHARS = 20;

  /** Refuses what is no release, and releases before 8.2, of which too little is known. */
  public Release {
    Matcher matcher = TEXT.matcher(text);
    if (text.length() > MAX_CHARS || !matcher.matches()) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not a release of ONTAP.",
          "write it as the command `version` shows it, such as \"9.13.1\" or \"9.13.1P4\"");
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    if (major == 8 && (minor < 2 || minor > 3)) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not a release of ONTAP that rulecast knows.",
          "it knows 8.2, 8.3, and 9.0 and later");
    }
    // Only Cloud Volumes ONTAP had a 9.10.0; which of the two ways guards its LIFs is not known.
    if (major == 9 && minor == 10 && "0".equals(matcher.group(3))) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not a release of ONTAP that rulecast knows.",
          "the first general release of 9.10 was 9.10.1");
    }
  }

  /** The release of a text; data binding finds this method by its name. */
  public static Release valueOf(String text) {
    return new Release(text);
  }

  /** The releases that have the same commands. */
  public ReleaseFamily family() {
    if (major() == 8) {
      return minor() == 2 ? ReleaseFamily.V8_2 : ReleaseFamily.V8_3;
    }
    if (minor() <= 5) {
      return ReleaseFamily.V8_3;
    }
    return minor() <= 9 ? ReleaseFamily.V9_6 : ReleaseFamily.V9_10_1;
  }

  /** Whether this is {@code 9.minor} or one of its patches, for a minor between two others. */
  boolean isNinePointBetween(int first, int last) {
    return major() == 9 && minor() >= first && minor() <= last;
  }

  private int major() {
    return text.charAt(0) - '0';
  }

  private int minor() {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}

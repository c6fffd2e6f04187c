package dev.rulecast.ansible;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.regex.Pattern;

/** Names of roles. */
final class RoleName {
  private static final int MAX_CHARS = 40;

  /** What ansible-lint asks for (role-name). */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Variables that begin so are Ansible's own. */
  private static final Pattern ANSIBLE = Pattern.compile("ansible(_.*)?");

  /** Names that no file of Windows can have; the role is a folder. */
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

  private RoleName() {}

  /**
   * Reads the name of a role.
   *
   * @throws InvalidValueException if Ansible, ansible-lint or a file system would refuse it
   */
  static String parse(String text) {
    if (!NAME.matcher(text).matches() || text.length() > MAX_CHARS) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not the name of a role.",
          "write at most "
              + MAX_CHARS
              + " lower-case letters, digits and underscores, beginning with a letter");
    }
    if (ANSIBLE.matcher(text).matches() || DEVICE.matcher(text).matches()) {
      throw new InvalidValueException(
          UserText.quote(text) + " cannot be the name of a role.", "write rulecast_" + text);
    }
    return text;
  }
}

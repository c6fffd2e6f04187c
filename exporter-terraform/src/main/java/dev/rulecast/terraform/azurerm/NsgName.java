package dev.rulecast.terraform.azurerm;

import java.util.Locale;

/**
 * What the name of a network security group becomes where Terraform allows fewer characters. Group
 * names have letters, digits, hyphens, underscores and dots, begin with a letter or digit, and
 * differ in more than case.
 */
final class NsgName {
  private static final String PREFIX = "nsg-";

  private NsgName() {}

  /**
   * A lower-case identifier; no two groups have the same, and no other group decides what it is.
   *
   * <p>{@code nsg-domain-controllers} is {@code domain_controllers}: the type of the resource says
   * the rest. A hyphen between letters or digits is one underscore, any other character is two and
   * its code, so that a letter never follows two underscores, except in the prefix of groups that
   * are called otherwise.
   */
  static String identifier(String group) {
    String name = group.toLowerCase(Locale.ROOT);
    return hasPrefix(name) ? escaped(name.substring(PREFIX.length())) : "group__" + escaped(name);
  }

  private static boolean hasPrefix(String name) {
    return name.startsWith(PREFIX) && name.length() > PREFIX.length();
  }

  private static String escaped(String name) {
    StringBuilder identifier = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isLetter(c) || (isDigit(c) && i > 0)) {
        identifier.append(c);
      } else if (c == '-' && isLetterOrDigit(name, i - 1) && isLetterOrDigit(name, i + 1)) {
        identifier.append('_');
      } else {
        identifier.append("__").append(Integer.toHexString(c));
      }
    }
    return identifier.toString();
  }

  private static boolean isLetterOrDigit(String name, int at) {
    return at >= 0 && at < name.length() && (isLetter(name.charAt(at)) || isDigit(name.charAt(at)));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The group as a part of the name of a file. It has no underscore: Terraform merges what is in
   * files that end with {@code _override.tf} into others.
   */
  static String file(String group) {
    String name = group.toLowerCase(Locale.ROOT);
    return (hasPrefix(name) ? name.substring(PREFIX.length()) : name).replace('_', '-');
  }
}

package dev.rulecast.model;

/** The syntax of the host names that document an endpoint. */
public final class HostNames {
  private static final int MAX_CHARS = 253;
  private static final int MAX_LABEL_CHARS = 63;

  private HostNames() {}

  /**
   * Whether the text is a DNS host name of at least two labels (RFC 1123, section 2.1), the first
   * of which may be {@code *}. The last label is no number, so that an address is not a name.
   */
  public static boolean isHostName(String text) {
    String name = text.startsWith("*.") ? text.substring(2) : text;
    if (name.length() > MAX_CHARS || name.indexOf('.') < 0) {
      return false;
    }
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!isLabel(name, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    String last = name.substring(start);
    boolean number = last.chars().allMatch(c -> c >= '0' && c <= '9');
    return !number && isLabel(name, start, name.length());
  }

  private static boolean isLabel(String name, int from, int to) {
    if (from == to || to - from > MAX_LABEL_CHARS) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      boolean innerHyphen = c == '-' && i > from && i < to - 1;
      if (!letter && !digit && !innerHyphen) {
        return false;
      }
    }
    return true;
  }
}

package dev.rulecast.ansible;

import java.util.List;
import java.util.stream.Collectors;

/** The descriptions of rules. */
final class Descriptions {
  /** As many as Windows Firewall takes, without the NUL at the end ([MS-FASP] 2.2.37). */
  static final int MAX_CHARS = 10_000;

  private static final String CUT = "...";

  private Descriptions() {}

  /**
   * The purposes of a rule, joined. A vertical bar becomes a slash, because Windows Firewall
   * separates the parts of a rule by it and refuses it ({@code INetFwRule::put_Description}). White
   * space around a purpose is left out; the rest of the text is unchanged.
   */
  static String of(List<String> purposes) {
    String joined =
        purposes.size() == 1
            ? purposes.get(0).strip()
            : purposes.stream().map(String::strip).collect(Collectors.joining("; "));
    joined = joined.replace('|', '/');
    if (joined.length() <= MAX_CHARS) {
      return joined;
    }
    int end = MAX_CHARS - CUT.length();
    return joined.substring(0, Character.isHighSurrogate(joined.charAt(end - 1)) ? end - 1 : end)
        + CUT;
  }
}

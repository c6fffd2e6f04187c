package dev.rulecast.netappontap.oracle;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a script can be pasted into a terminal, or sent through ssh, without a surprise. */
public final class Terminal {
  /**
   * Nobody has documented how much of a comment is read before it is known to be one, so that it
   * has nothing that calls help, ends a command, begins a string or a query, or is not ASCII.
   */
  private static final Pattern LINE =
      Pattern.compile(
          "# [A-Za-z0-9._:/(),@+=%-][A-Za-z0-9 ._:/(),@+=%-]{0,250}"
              + "|[a-z][A-Za-z0-9 ._:/,-]*( -service \\*( -vserver [A-Za-z0-9_.-]+)?)?");

  private Terminal() {}

  /** The lines that might surprise. */
  public static List<String> problems(String script) {
    return script.lines().filter(line -> !LINE.matcher(line).matches()).toList();
  }
}

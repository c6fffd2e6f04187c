package dev.rulecast.netappontap.oracle;

/**
 * What ONTAP would refuse, or would take for something else than was meant.
 *
 * @param line of the script, counted from 1
 * @param kind what is wrong
 * @param text the line
 */
public record Problem(int line, Kind kind, String text) {
  /** What can be wrong. */
  public enum Kind {
    /** No command of the release, or one that a terminal would not take as it is. */
    SYNTAX,
    /** The privilege level is too low. */
    PRIVILEGE,
    /** The release has no such service in such a policy, or the SVM has not. */
    SERVICE,
    /** Not an address with a mask length and without host bits, or none. */
    ADDRESS,
    /** It exists already. */
    DUPLICATE,
    /** It does not exist. */
    MISSING,
    /** A LIF has it. */
    IN_USE,
    /** It is accepted and does nothing. */
    USELESS,
    /** The script leaves the session with another privilege than it began with. */
    SESSION
  }

  /** For failure messages. */
  @Override
  public String toString() {
    return line + ": " + kind + ": " + text;
  }
}

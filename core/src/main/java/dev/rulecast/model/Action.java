package dev.rulecast.model;

/** What a rule does with the traffic it describes. */
public enum Action {
  /** New connections are permitted; replies need no rule. */
  ALLOW,
  /** The traffic is refused, whatever other rules allow. */
  DENY;

  /** The word in documents and reports: {@code allow} or {@code deny}. */
  public String word() {
    return this == ALLOW ? "allow" : "deny";
  }
}

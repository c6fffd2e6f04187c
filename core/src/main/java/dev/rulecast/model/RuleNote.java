package dev.rulecast.model;

import java.util.Optional;

/**
 * What people want to know of a rule. Free text, at most 4,096 characters each, without control or
 * bidirectional characters; line feeds and tabs in {@code purpose} and {@code notes} only.
 *
 * @param purpose why the rule exists
 * @param owner who answers for it
 * @param ticket where it was asked for
 * @param notes anything else
 */
public record RuleNote(
    String purpose, Optional<String> owner, Optional<String> ticket, Optional<String> notes) {
  /** The longest of these texts, in Unicode code points. */
  public static final int MAX_TEXT = 4_096;
}

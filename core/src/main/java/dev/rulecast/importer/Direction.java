package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.Set;

/** Which way connections are opened, as the machine sees it that a table is about. */
enum Direction {
  IN,
  OUT,
  BOTH;

  private static final Set<String> IN_WORDS =
      Set.of("inbound", "in", "incoming", "ingress", "input");
  private static final Set<String> OUT_WORDS =
      Set.of("outbound", "out", "outgoing", "egress", "output");
  private static final Set<String> BOTH_WORDS =
      Set.of(
          "both",
          "bidirectional",
          "bi directional",
          "two way",
          "in out",
          "inbound outbound",
          "inbound and outbound",
          "in and out",
          "incoming and outgoing",
          "ingress and egress");

  /**
   * Reads a cell.
   *
   * @throws InvalidValueException if it says no direction
   */
  static Direction read(String cell) {
    String words = Words.of(cell);
    if (IN_WORDS.contains(words)) {
      return IN;
    }
    if (OUT_WORDS.contains(words)) {
      return OUT;
    }
    if (BOTH_WORDS.contains(words)) {
      return BOTH;
    }
    throw new InvalidValueException(
        "The direction " + UserText.quote(cell) + " is unknown.",
        "write inbound, outbound or both");
  }
}

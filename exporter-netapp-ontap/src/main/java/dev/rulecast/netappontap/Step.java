package dev.rulecast.netappontap;

import dev.rulecast.template.Code;
import java.util.List;

/**
 * Some commands and what is to be said of them. Public, since templates read it.
 *
 * @param comments lines of text that stand before the commands
 * @param commands one a line
 */
public record Step(List<String> comments, List<Code> commands) {
  /** Copies the lists. */
  public Step {
    comments = List.copyOf(comments);
    commands = List.copyOf(commands);
  }
}

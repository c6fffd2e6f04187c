package dev.rulecast.netappontap;

import dev.rulecast.template.Code;
import java.util.ArrayList;
import java.util.List;

/** Collects the steps of a file of commands. */
final class Script {
  /**
   * Adding, changing and deleting service policies is for advanced privilege, which asks before it
   * is given ("set" in the command reference).
   */
  private static final Code ADVANCED = new Code("set -privilege advanced -confirmations off");

  private static final Code ADMIN = new Code("set -privilege admin");

  private final List<Step> steps = new ArrayList<>();

  Script comment(String... lines) {
    steps.add(new Step(List.of(lines), List.of()));
    return this;
  }

  Script commands(Code... commands) {
    return commands(List.of(commands));
  }

  Script commands(List<Code> commands) {
    steps.add(new Step(List.of(), commands));
    return this;
  }

  Script advanced() {
    return commands(ADVANCED);
  }

  Script admin() {
    return commands(ADMIN);
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}

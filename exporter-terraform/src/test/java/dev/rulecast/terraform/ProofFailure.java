package dev.rulecast.terraform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Modules are not what their documents say. */
final class ProofFailure extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient Map<String, List<String>> problems;

  private ProofFailure(Map<String, List<String>> problems) {
    super(message(problems));
    this.problems = problems;
  }

  private static String message(Map<String, List<String>> problems) {
    StringBuilder text = new StringBuilder("Not what the documents say:");
    problems.forEach(
        (name, lines) ->
            text.append("\n").append(name).append("\n  ").append(String.join("\n  ", lines)));
    return text.toString();
  }

  /** Throws if some case has a problem. */
  static void throwIfAny(Map<String, List<String>> problemsByCase) {
    Map<String, List<String>> problems = new TreeMap<>(problemsByCase);
    problems.values().removeIf(List::isEmpty);
    if (!problems.isEmpty()) {
      throw new ProofFailure(problems);
    }
  }

  /** What is wrong, by case; cases without a problem are missing. */
  Map<String, List<String>> problems() {
    return problems;
  }
}

package dev.rulecast.output;

import java.util.List;

/**
 * How a folder differs from what an export would leave.
 *
 * @param pending whether an export was interrupted, and the next one would finish it first
 * @param differences every file that differs, the manifest included, by path
 */
public record CheckResult(boolean pending, List<Difference> differences) {
  /** Copies the list. */
  public CheckResult {
    differences = List.copyOf(differences);
  }

  /** Whether an export would change nothing. */
  public boolean isClean() {
    return !pending && differences.isEmpty();
  }
}

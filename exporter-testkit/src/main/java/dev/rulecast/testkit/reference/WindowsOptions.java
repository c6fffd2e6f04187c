package dev.rulecast.testkit.reference;

import java.util.List;
import java.util.Map;

/**
 * What, besides the documents, decides the rules of Windows Firewall.
 *
 * @param builtInGroups whether a built-in group is enabled where its rules are all wanted
 * @param inputs addresses of unbound endpoints, by endpoint, that the caller of the output gives
 */
public record WindowsOptions(boolean builtInGroups, Map<String, List<String>> inputs) {
  /** Copies the map. */
  public WindowsOptions {
    inputs = Map.copyOf(inputs);
  }
}

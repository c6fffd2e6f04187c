package dev.rulecast.exporter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an exporter has accounted for.
 *
 * @param exporter its id
 * @param outcomes one for each rule and side
 * @param warnings what else it wants the user to know
 * @param remembered what it wants to know next time
 */
public record ExportResult(
    String exporter,
    List<ReportedOutcome> outcomes,
    List<String> warnings,
    SortedMap<String, String> remembered) {
  /** How many outcomes there are of each kind. */
  public Map<Outcome.Kind, Integer> counts() {
    Map<Outcome.Kind, Integer> counts = new EnumMap<>(Outcome.Kind.class);
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      counts.put(kind, 0);
    }
    outcomes.forEach(reported -> counts.merge(reported.outcome().kind(), 1, Integer::sum));
    return counts;
  }

  /** Whether something could not be expressed. */
  public boolean hasUnsupported() {
    return outcomes.stream()
        .anyMatch(reported -> reported.outcome().kind() == Outcome.Kind.UNSUPPORTED);
  }

  /** Whether the exporter had anything to write for the policy. */
  public boolean applies() {
    return outcomes.stream()
        .anyMatch(reported -> reported.outcome().kind() != Outcome.Kind.NOT_APPLICABLE);
  }
}

package dev.rulecast.output;

import dev.rulecast.exporter.Outcome;
import java.util.Map;

/**
 * What an export leaves in its manifest beside the files.
 *
 * @param memory the small map that the exporter is given next time
 * @param counts how many demands ended how; a kind that is missing counts as 0
 * @param outcomes in the order in which they are written; iterated once, so it may be made on the
 *     way
 */
public record ExportReport(
    Map<String, String> memory,
    Map<Outcome.Kind, Long> counts,
    Iterable<ReportedOutcome> outcomes) {
  /** Copies the maps. */
  public ExportReport {
    memory = Map.copyOf(memory);
    counts = Map.copyOf(counts);
  }
}

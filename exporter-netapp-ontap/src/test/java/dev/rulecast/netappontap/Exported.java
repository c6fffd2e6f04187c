package dev.rulecast.netappontap;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** An output of the exporter. */
record Exported(SortedMap<String, String> files, ExportResult result) {
  static Exported of(Fixture fixture) {
    return of(fixture, Map.of());
  }

  /** The output of an export after another that remembered something. */
  static Exported of(Fixture fixture, Map<String, String> previous) {
    NetAppOntapExporter exporter = new NetAppOntapExporter();
    MemoryFiles files = new MemoryFiles();
    try {
      ExportResult result =
          new ExportRun(exporter, OptionValues.none(), fixture.policy(exporter))
              .run(files, previous);
      return new Exported(files.files(), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String file(String path) {
    return Optional.ofNullable(files.get(path))
        .orElseThrow(() -> new AssertionError("No file " + path + " in " + files.keySet()));
  }

  /** The commands of a file, without comments. */
  List<String> commands(String path) {
    return file(path).lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** The inbound outcomes of a rule. */
  List<Outcome> outcomes(String rule) {
    return result.outcomes().stream()
        .filter(reported -> reported.rule().equals(rule))
        .filter(reported -> reported.side().equals(Optional.of(Side.INBOUND)))
        .map(ReportedOutcome::outcome)
        .toList();
  }

  /** The only inbound outcome of a rule. */
  Outcome outcome(String rule) {
    List<Outcome> outcomes = outcomes(rule);
    if (outcomes.size() != 1) {
      throw new AssertionError(rule + " has the outcomes " + outcomes);
    }
    return outcomes.get(0);
  }
}

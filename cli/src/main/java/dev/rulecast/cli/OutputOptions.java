package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.RuleExporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What is written, and how. */
final class OutputOptions {
  @Option(
      names = {"-t", "--target"},
      paramLabel = "ID",
      split = ",",
      description = "Exporters to run (default: all); see `rulecast exporters`.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where each exporter has its folder (default: iac).")
  private Path output = Path.of("iac");

  @Option(
      names = {"-O", "--option"},
      paramLabel = "ID.OPTION=VALUE",
      description = "An option of an exporter, such as terraform.peers=group.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(names = "--strict", description = "Treat what is wider than a rule as unsupported.")
  private boolean strict;

  @Option(
      names = "--allow-unsupported",
      description = "Write what can be expressed although something cannot.")
  private boolean allowUnsupported;

  boolean strict() {
    return strict;
  }

  boolean allowUnsupported() {
    return allowUnsupported;
  }

  /** The folder as the user named it. */
  Path output() {
    return output;
  }

  /** The exporters to run, by id. */
  SortedMap<String, RuleExporter> chosen(Exporters exporters) {
    SortedMap<String, RuleExporter> chosen = new TreeMap<>();
    for (String id : targets) {
      chosen.put(id, require(exporters, id));
    }
    return targets.isEmpty() ? exporters.byId() : chosen;
  }

  private static RuleExporter require(Exporters exporters, String id) {
    RuleExporter exporter = exporters.byId().get(id);
    if (exporter == null) {
      throw CommandException.usage(
          "The exporter " + UserText.quote(id) + " is not installed.",
          Suggestions.didYouMean(id, exporters.byId().keySet())
              .orElse("installed are " + String.join(", ", exporters.byId().keySet())));
    }
    return exporter;
  }

  /** The values of every chosen exporter's options, by exporter. */
  Map<String, OptionValues> values(Exporters exporters, SortedMap<String, RuleExporter> chosen) {
    Map<String, Map<String, String>> given = new HashMap<>();
    options.forEach(
        (name, value) -> {
          int dot = name.indexOf('.');
          if (dot < 0) {
            throw CommandException.usage(
                "The option " + UserText.quote(name) + " names no exporter.",
                "write it as EXPORTER.OPTION=VALUE, such as terraform.peers=group");
          }
          String id = name.substring(0, dot);
          require(exporters, id);
          given.computeIfAbsent(id, any -> new HashMap<>()).put(name.substring(dot + 1), value);
        });
    Diagnostics diagnostics = new Diagnostics();
    Map<String, OptionValues> values = new HashMap<>();
    exporters
        .byId()
        .forEach(
            (id, exporter) ->
                values.put(
                    id,
                    OptionValues.parse(
                        exporter.info(), given.getOrDefault(id, Map.of()), diagnostics)));
    if (diagnostics.hasErrors()) {
      throw new CommandException(ExitCode.USAGE, diagnostics.sorted());
    }
    values.keySet().retainAll(chosen.keySet());
    return values;
  }
}

package dev.rulecast.cli;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.exporter.Exporters;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.PluginException;
import dev.rulecast.exporter.RuleExporter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is written, and how. */
final class OutputOptions {
  private final OptionSpec targets =
      Options.several(String.class, "ID", "-t", "--target")
          .splitRegex(",")
          .description("Exporters to run (default: all); `rulecast exporters` lists them.")
          .build();
  private final OptionSpec dir =
      Options.one(Path.class, "DIR", "-o", "--output")
          .initialValue(Path.of("iac"))
          .description("The folder in which each exporter has its own (default: iac).")
          .build();
  private final OptionSpec options =
      Options.several(String.class, "ID.OPTION=VALUE", "-O", "--option")
          .description("An option of an exporter; `rulecast exporters` lists them.")
          .build();
  private final OptionSpec strict =
      Options.flag("--strict", "Treat what is wider than a rule as unsupported.");
  private final OptionSpec allowUnsupported =
      Options.flag("--allow-unsupported", "Write what can be expressed although something cannot.");

  void addTo(CommandSpec command) {
    command
        .addOption(targets)
        .addOption(dir)
        .addOption(options)
        .addOption(strict)
        .addOption(allowUnsupported);
  }

  boolean strict() {
    return Options.isGiven(strict);
  }

  boolean allowUnsupported() {
    return Options.isGiven(allowUnsupported);
  }

  Path dir() {
    return dir.getValue();
  }

  /** The folder of an exporter in messages: as the user named it, with {@code /}. */
  String shown(String exporter) {
    Path folder = dir().resolve(exporter);
    String separator = folder.getFileSystem().getSeparator();
    return UserText.visible(folder.toString().replace(separator, "/"));
  }

  /** The exporters to run, by id. */
  SortedMap<String, RuleExporter> chosen(Exporters exporters) {
    SortedMap<String, RuleExporter> chosen = new TreeMap<>();
    for (String id : Options.<String>values(targets)) {
      chosen.put(id, require(exporters, id));
    }
    return chosen.isEmpty() ? exporters.byId() : chosen;
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

  /** What came of an exporter's options: their values, or its failure to read them. */
  interface Parsed {
    /**
     * The values.
     *
     * @throws PluginException if the exporter failed to read them
     */
    OptionValues values();
  }

  /**
   * The options of every exporter, by id.
   *
   * @throws CommandException if some were given that are not allowed, to whichever exporter
   */
  Map<String, Parsed> parsed(Exporters exporters) {
    Map<String, Map<String, String>> given = given(exporters);
    Diagnostics diagnostics = new Diagnostics();
    Map<String, Parsed> all = new HashMap<>();
    exporters
        .byId()
        .forEach(
            (id, exporter) ->
                all.put(id, parsed(exporter, given.getOrDefault(id, Map.of()), diagnostics)));
    if (diagnostics.hasErrors()) {
      throw new CommandException(ExitCode.USAGE, diagnostics.sorted());
    }
    return all;
  }

  private static Parsed parsed(
      RuleExporter exporter, Map<String, String> given, Diagnostics diagnostics) {
    try {
      OptionValues values = OptionValues.parse(exporter.info(), given, diagnostics);
      return () -> values;
    } catch (PluginException e) {
      return () -> {
        throw e;
      };
    }
  }

  /** What is given, by exporter and option. */
  private Map<String, Map<String, String>> given(Exporters exporters) {
    Map<String, Map<String, String>> given = new HashMap<>();
    for (String option : Options.<String>values(options)) {
      int equals = option.indexOf('=');
      int dot = option.indexOf('.');
      if (dot < 0 || equals < dot) {
        throw CommandException.usage(
            UserText.quote(option) + " is not an option of an exporter.",
            "write it as EXPORTER.OPTION=VALUE, such as terraform.peers=group");
      }
      String id = option.substring(0, dot);
      require(exporters, id);
      String name = option.substring(dot + 1, equals);
      String value = option.substring(equals + 1);
      String other = given.computeIfAbsent(id, any -> new HashMap<>()).putIfAbsent(name, value);
      if (other != null && !other.equals(value)) {
        throw CommandException.usage(
            "The option " + UserText.quote(id + "." + name) + " is given twice, with two values.",
            "give it once");
      }
    }
    return given;
  }
}

package dev.rulecast.exporter;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Ids;
import dev.rulecast.model.Platform;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an exporter is called, what it takes and what it can express.
 *
 * @param id the name on the command line and of its folder, an {@link Ids id}
 * @param title one line for {@code rulecast exporters}, such as {@code Terraform module of EC2
 *     security groups}
 * @param version of the plugin
 * @param platform what the rules are for; exporters that share one declare it alike
 * @param options what it takes with {@code -O}
 * @param capabilities what the platform's rules can express
 * @param predefinedRules names of the predefined rules that it knows, by platform
 */
public record ExporterInfo(
    String id,
    String title,
    String version,
    Platform platform,
    List<Option<?>> options,
    Capabilities capabilities,
    Map<String, Set<String>> predefinedRules) {
  /**
   * Copies the collections; refuses an id that is none, texts that a terminal cannot show, and two
   * options with one name.
   */
  public ExporterInfo {
    Ids.require(id);
    UserText.requireLine(title, "The title");
    UserText.requireLine(version, "The version");
    options = List.copyOf(options);
    if (options.stream().map(Option::name).distinct().count() < options.size()) {
      throw new IllegalArgumentException("Two options have the same name.");
    }
    SortedMap<String, Set<String>> names = new TreeMap<>();
    predefinedRules.forEach(
        (shippedBy, rules) ->
            names.put(shippedBy, Collections.unmodifiableSet(new TreeSet<>(rules))));
    predefinedRules = Collections.unmodifiableSortedMap(names);
  }

  /** An exporter without options that knows no predefined rules. */
  public static ExporterInfo of(
      String id, String title, String version, Platform platform, Capabilities capabilities) {
    return new ExporterInfo(id, title, version, platform, List.of(), capabilities, Map.of());
  }

  /** The same exporter, with options. */
  public ExporterInfo withOptions(Option<?>... taken) {
    return new ExporterInfo(
        id, title, version, platform, List.of(taken), capabilities, predefinedRules);
  }
}

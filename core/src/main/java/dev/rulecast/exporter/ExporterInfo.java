package dev.rulecast.exporter;

import dev.rulecast.model.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an exporter is called, what it takes and what it can express.
 *
 * @param id the name on the command line and of its folder, an {@link dev.rulecast.model.Ids id}
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
  /** Copies the collections. */
  public ExporterInfo {
    options = List.copyOf(options);
    predefinedRules = Map.copyOf(predefinedRules);
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

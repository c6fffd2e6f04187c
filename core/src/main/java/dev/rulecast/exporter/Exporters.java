package dev.rulecast.exporter;

import dev.rulecast.model.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The installed exporters. */
public final class Exporters {
  private final SortedMap<String, RuleExporter> byId;
  private final SortedMap<String, Platform> platforms;

  private Exporters(SortedMap<String, RuleExporter> byId, SortedMap<String, Platform> platforms) {
    this.byId = Collections.unmodifiableSortedMap(byId);
    this.platforms = Collections.unmodifiableSortedMap(platforms);
  }

  /**
   * Finds the exporters that a class loader sees.
   *
   * @throws PluginException if one cannot be loaded, or if two have one id or declare one platform
   *     differently
   */
  public static Exporters find(ClassLoader loader) {
    List<RuleExporter> found = new ArrayList<>();
    try {
      ServiceLoader.load(RuleExporter.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new PluginException("An exporter plugin cannot be loaded: " + e.getMessage(), e);
    }
    return of(found);
  }

  /**
   * A fixed choice of exporters.
   *
   * @throws PluginException as {@link #find} does
   */
  public static Exporters of(List<? extends RuleExporter> exporters) {
    SortedMap<String, RuleExporter> byId = new TreeMap<>();
    SortedMap<String, ExporterInfo> byPlatform = new TreeMap<>();
    // By class: the order of the class path is not to show in messages.
    for (RuleExporter exporter : sorted(exporters)) {
      ExporterInfo info = info(exporter);
      RuleExporter other = byId.putIfAbsent(info.id(), exporter);
      if (other != null) {
        throw new PluginException(
            "Two exporters have the id `%s`: %s and %s."
                .formatted(info.id(), name(other), name(exporter)));
      }
      ExporterInfo first = byPlatform.putIfAbsent(info.platform().id(), info);
      if (first != null && !first.platform().equals(info.platform())) {
        throw new PluginException(
            "The exporters `%s` and `%s` declare the platform `%s` differently."
                .formatted(first.id(), info.id(), info.platform().id()));
      }
    }
    SortedMap<String, Platform> platforms = new TreeMap<>();
    byPlatform.forEach((id, info) -> platforms.put(id, info.platform()));
    return new Exporters(byId, platforms);
  }

  private static List<RuleExporter> sorted(List<? extends RuleExporter> exporters) {
    return exporters.stream()
        .sorted(Comparator.comparing(Exporters::name))
        .<RuleExporter>map(exporter -> exporter)
        .toList();
  }

  private static ExporterInfo info(RuleExporter exporter) {
    try {
      return Objects.requireNonNull(exporter.info(), "no info");
    } catch (Exception | Error e) {
      throw new PluginException("The exporter " + name(exporter) + " is broken: " + e, e);
    }
  }

  private static String name(RuleExporter exporter) {
    return exporter.getClass().getName();
  }

  /** The exporters by id. */
  public SortedMap<String, RuleExporter> byId() {
    return byId;
  }

  /** The platforms that they write for, by id. */
  public Map<String, Platform> platforms() {
    return platforms;
  }
}

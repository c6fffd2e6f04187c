package dev.rulecast.exporter;

import dev.rulecast.model.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    SortedMap<String, Platform> platforms = new TreeMap<>();
    for (RuleExporter exporter : exporters) {
      ExporterInfo info = info(exporter);
      RuleExporter other = byId.putIfAbsent(info.id(), exporter);
      if (other != null) {
        throw new PluginException(
            "Two exporters have the id `%s`: %s and %s."
                .formatted(info.id(), name(other), name(exporter)));
      }
      Platform platform = platforms.putIfAbsent(info.platform().id(), info.platform());
      if (platform != null && !platform.equals(info.platform())) {
        throw new PluginException(
            "The exporter `%s` declares the platform `%s` differently from another one."
                .formatted(info.id(), info.platform().id()));
      }
    }
    return new Exporters(byId, platforms);
  }

  private static ExporterInfo info(RuleExporter exporter) {
    try {
      return exporter.info();
    } catch (RuntimeException | LinkageError e) {
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

package dev.rulecast.exporter;

import dev.rulecast.model.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The installed exporters. */
public final class Exporters {
  private static final int MAX_LOADING_PROBLEMS = 100;

  private final SortedMap<String, RuleExporter> byId;
  private final SortedMap<String, Platform> platforms;
  private final List<PluginException> problems;

  private Exporters(
      SortedMap<String, RuleExporter> byId,
      SortedMap<String, Platform> platforms,
      List<PluginException> problems) {
    this.byId = Collections.unmodifiableSortedMap(byId);
    this.platforms = Collections.unmodifiableSortedMap(platforms);
    this.problems = List.copyOf(problems);
  }

  /** Finds the exporters that a class loader sees; what cannot be loaded is a problem. */
  public static Exporters find(ClassLoader loader) {
    List<RuleExporter> found = new ArrayList<>();
    List<PluginException> problems = new ArrayList<>();
    Iterator<RuleExporter> services = ServiceLoader.load(RuleExporter.class, loader).iterator();
    // The iterator goes on after an error, as far as it can; the bound is for one that cannot.
    while (problems.size() < MAX_LOADING_PROBLEMS) {
      try {
        if (!services.hasNext()) {
          break;
        }
        found.add(services.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(
            new PluginException("An exporter plugin cannot be loaded: " + e.getMessage(), e));
      }
    }
    return of(found, problems);
  }

  /** A fixed choice of exporters. Those that cannot be told apart are problems, all of them. */
  public static Exporters of(List<? extends RuleExporter> exporters) {
    return of(exporters, List.of());
  }

  private static Exporters of(
      List<? extends RuleExporter> exporters, List<PluginException> earlier) {
    List<PluginException> problems = new ArrayList<>(earlier);
    SortedMap<String, RuleExporter> byId = new TreeMap<>();
    SortedMap<String, ExporterInfo> byPlatform = new TreeMap<>();
    Set<String> ambiguousIds = new TreeSet<>();
    Set<String> ambiguousPlatforms = new TreeSet<>();
    // By class: the order of the class path is not to show in messages.
    for (RuleExporter exporter : sorted(exporters)) {
      Optional<ExporterInfo> described = info(exporter, problems);
      if (described.isEmpty()) {
        continue;
      }
      ExporterInfo info = described.get();
      RuleExporter other = byId.putIfAbsent(info.id(), exporter);
      if (other != null) {
        ambiguousIds.add(info.id());
        problems.add(
            new PluginException(
                "Two exporters have the id `%s`: %s and %s. Neither runs."
                    .formatted(info.id(), name(other), name(exporter))));
      }
      ExporterInfo first = byPlatform.putIfAbsent(info.platform().id(), info);
      if (first != null && !first.platform().equals(info.platform())) {
        ambiguousPlatforms.add(info.platform().id());
        problems.add(
            new PluginException(
                "The exporters `%s` and `%s` declare the platform `%s` differently. None for it runs."
                    .formatted(first.id(), info.id(), info.platform().id())));
      }
    }
    byId.keySet().removeAll(ambiguousIds);
    byId.values().removeIf(e -> ambiguousPlatforms.contains(e.info().platform().id()));
    SortedMap<String, Platform> platforms = new TreeMap<>();
    byPlatform.forEach((id, info) -> platforms.put(id, info.platform()));
    return new Exporters(byId, platforms, problems);
  }

  private static List<RuleExporter> sorted(List<? extends RuleExporter> exporters) {
    return exporters.stream()
        .sorted(Comparator.comparing(Exporters::name))
        .<RuleExporter>map(exporter -> exporter)
        .toList();
  }

  private static Optional<ExporterInfo> info(
      RuleExporter exporter, List<PluginException> problems) {
    try {
      return Optional.of(Objects.requireNonNull(exporter.info(), "no info"));
    } catch (Exception | Error e) {
      problems.add(new PluginException("The exporter " + name(exporter) + " is broken: " + e, e));
      return Optional.empty();
    }
  }

  private static String name(RuleExporter exporter) {
    return exporter.getClass().getName();
  }

  /** The exporters that can run, by id. */
  public SortedMap<String, RuleExporter> byId() {
    return byId;
  }

  /** The platforms that exporters write for, by id; also those of exporters that cannot run. */
  public Map<String, Platform> platforms() {
    return platforms;
  }

  /** The same, and problems with plugins that no class loader saw. */
  public Exporters withProblems(List<PluginException> more) {
    List<PluginException> all = new ArrayList<>(more);
    all.addAll(problems);
    return new Exporters(byId, platforms, all);
  }

  /** Why some exporters are not here; a run without them has failed in part. */
  public List<PluginException> problems() {
    return problems;
  }
}

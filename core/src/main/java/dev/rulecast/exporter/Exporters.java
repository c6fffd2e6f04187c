package dev.rulecast.exporter;

import dev.rulecast.model.Platform;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
      } catch (Exception | Error e) {
        // A jar that is damaged, forged or a bomb fails in more ways than ServiceLoader knows.
        problems.add(new PluginException("An exporter plugin cannot be loaded: " + why(e), e));
      }
    }
    return of(found, problems);
  }

  private static String why(Throwable e) {
    return e instanceof ServiceConfigurationError && e.getMessage() != null
        ? e.getMessage()
        : e.toString();
  }

  /** A fixed choice of exporters. Those that cannot be told apart are problems, all of them. */
  public static Exporters of(List<? extends RuleExporter> exporters) {
    return of(exporters, List.of());
  }

  private static Exporters of(
      List<? extends RuleExporter> exporters, List<PluginException> earlier) {
    List<PluginException> problems = new ArrayList<>(earlier);
    List<Described> all = described(exporters, problems);
    Set<String> ambiguousIds = ambiguousIds(all, problems);
    Set<String> ambiguousPlatforms = ambiguousPlatforms(all, problems);
    SortedMap<String, RuleExporter> byId = new TreeMap<>();
    SortedMap<String, Platform> platforms = new TreeMap<>();
    for (Described one : all) {
      platforms.putIfAbsent(one.platform().id(), one.platform());
      if (!ambiguousIds.contains(one.id()) && !ambiguousPlatforms.contains(one.platform().id())) {
        byId.put(one.id(), one);
      }
    }
    return new Exporters(byId, platforms, problems);
  }

  /**
   * An exporter and what it said of itself when it was asked. It is asked once: a plugin may say
   * something else the next time, or throw where nobody expects it.
   */
  private record Described(RuleExporter exporter, ExporterInfo info) implements RuleExporter {
    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      exporter.export(policy, context);
    }

    String id() {
      return info.id();
    }

    Platform platform() {
      return info.platform();
    }
  }

  /** By class: the order of the class path is not to show in messages. */
  private static List<Described> described(
      List<? extends RuleExporter> exporters, List<PluginException> problems) {
    List<RuleExporter> sorted = new ArrayList<>(exporters);
    sorted.sort((a, b) -> name(a).compareTo(name(b)));
    List<Described> described = new ArrayList<>();
    for (RuleExporter exporter : sorted) {
      try {
        ExporterInfo info = Objects.requireNonNull(exporter.info(), "no info");
        described.add(new Described(exporter, info));
      } catch (Exception | Error e) {
        problems.add(new PluginException("The exporter " + name(exporter) + " is broken: " + e, e));
      }
    }
    return described;
  }

  private static Set<String> ambiguousIds(List<Described> all, List<PluginException> problems) {
    Map<String, Described> first = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Described one : all) {
      Described other = first.putIfAbsent(one.id(), one);
      if (other != null) {
        ambiguous.add(one.id());
        problems.add(
            new PluginException(
                "Two exporters have the id `%s`: %s and %s. Neither runs."
                    .formatted(one.id(), name(other.exporter), name(one.exporter))));
      }
    }
    return ambiguous;
  }

  private static Set<String> ambiguousPlatforms(
      List<Described> all, List<PluginException> problems) {
    Map<String, Described> first = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Described one : all) {
      Described other = first.putIfAbsent(one.platform().id(), one);
      if (other != null && !isSame(other.platform(), one.platform())) {
        ambiguous.add(one.platform().id());
        problems.add(
            new PluginException(
                "The exporters `%s` and `%s` declare the platform `%s` differently. None for it runs."
                    .formatted(other.id(), one.id(), one.platform().id())));
      }
    }
    return ambiguous;
  }

  @SuppressWarnings(
      "ReferenceEquality") // equality is linked at its first use, and most share the object
  private static boolean isSame(Platform one, Platform other) {
    return one == other || one.equals(other);
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

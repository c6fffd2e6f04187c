package dev.rulecast.testkit;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.Option;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.PluginException;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run of an exporter under the core's eyes and ours: what it did, and how it ended. */
final class Trial {
  private final MemoryFiles memory = new MemoryFiles();
  private final List<String> refusedPaths = new ArrayList<>();
  private final IdentityHashMap<Demand, List<Outcome>> outcomes = new IdentityHashMap<>();
  private List<Demand> demands = List.of();
  private boolean returned;
  private Optional<Throwable> thrown = Optional.empty();
  private Optional<String> refused = Optional.empty();
  private Optional<ExportResult> result = Optional.empty();
  private SortedMap<String, String> files = new TreeMap<>();

  private Trial() {}

  static Trial of(
      RuleExporter exporter,
      Policy policy,
      Map<String, String> options,
      Map<String, String> previous) {
    Trial trial = new Trial();
    OptionValues values = OptionValues.parse(exporter.info(), options, new Diagnostics());
    try {
      trial.result =
          Optional.of(
              new ExportRun(trial.new Watched(exporter), values, policy)
                  .run(trial.memory, previous));
      trial.files = trial.memory.files();
    } catch (PluginException e) {
      trial.refused = Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException | IllegalStateException e) {
      trial.thrown = Optional.of(e);
    }
    return trial;
  }

  /** Whether there is an output to look at. */
  boolean isComplete() {
    return result.isPresent() && thrown.isEmpty();
  }

  /** The files, by path; empty if the run is not complete. */
  SortedMap<String, String> files() {
    return files;
  }

  ExportResult result() {
    return result.orElseThrow();
  }

  List<Demand> demands() {
    return demands;
  }

  /** What the exporter said of a demand, each time that it did. */
  List<Outcome> outcomes(Demand demand) {
    return outcomes.getOrDefault(demand, List.of());
  }

  List<String> refusedPaths() {
    return refusedPaths;
  }

  /** What the exporter itself threw; not what the core refused it. */
  Optional<Throwable> thrown() {
    return thrown;
  }

  /** Why the core did not accept the run. */
  Optional<String> refused() {
    return refused;
  }

  /** Whether the exporter came to its end: neither it threw nor the core stopped it. */
  boolean returned() {
    return returned;
  }

  /** The exporter, seen when it is called and through all that it calls. */
  private final class Watched implements RuleExporter {
    private final RuleExporter exporter;

    Watched(RuleExporter exporter) {
      this.exporter = exporter;
    }

    @Override
    public ExporterInfo info() {
      return exporter.info();
    }

    @Override
    public void export(Policy policy, ExportContext context) throws IOException {
      demands = context.demands();
      try {
        exporter.export(policy, new WatchedContext(context));
        returned = true;
      } catch (PluginException e) {
        throw e;
      } catch (Exception | Error e) {
        thrown = Optional.of(e);
        throw e;
      }
    }
  }

  private final class WatchedContext implements ExportContext {
    private final ExportContext context;

    WatchedContext(ExportContext context) {
      this.context = context;
    }

    @Override
    public List<Demand> demands() {
      return context.demands();
    }

    @Override
    public <T> T option(Option<T> option) {
      return context.option(option);
    }

    @Override
    public <S extends Record> Optional<S> settings(Endpoint endpoint, Class<S> type) {
      return context.settings(endpoint, type);
    }

    @Override
    public Writer file(String path) throws IOException {
      try {
        return context.file(path);
      } catch (PluginException e) {
        refusedPaths.add(path);
        throw e;
      }
    }

    @Override
    public void outcome(Demand demand, Outcome outcome) {
      outcomes.computeIfAbsent(demand, any -> new ArrayList<>()).add(outcome);
      context.outcome(demand, outcome);
    }

    @Override
    public void warning(String message) {
      context.warning(message);
    }

    @Override
    public Map<String, String> previous() {
      return context.previous();
    }

    @Override
    public void remember(Map<String, String> map) {
      context.remember(map);
    }
  }
}

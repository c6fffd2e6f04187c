package dev.rulecast.exporter;

import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run of one exporter: gives it what it needs and holds it to the contract. */
public final class ExportRun {
  private final RuleExporter exporter;
  private final ExporterInfo info;
  private final OptionValues options;
  private final Policy policy;

  /** A run that has not begun. */
  public ExportRun(RuleExporter exporter, OptionValues options, Policy policy) {
    this.exporter = exporter;
    this.info = exporter.info();
    this.options = options;
    this.policy = policy;
  }

  /**
   * Runs the exporter.
   *
   * @param previous what it remembered last time
   * @throws IOException if writing failed
   * @throws PluginException if the exporter threw something else or broke the contract
   */
  public ExportResult run(OutputFiles files, Map<String, String> previous) throws IOException {
    Demands demands = Demands.of(policy, info);
    Context context = new Context(demands.toWrite(), files, previous);
    try {
      exporter.export(policy, context);
    } catch (PluginException | IOException e) {
      throw e;
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      throw new PluginException("The exporter `%s` failed: %s".formatted(info.id(), e), e);
    }
    if (!context.open.isEmpty()) {
      throw broken("did not close the file " + context.open.first());
    }
    List<ReportedOutcome> outcomes = new ArrayList<>(demands.decided());
    for (Demand demand : demands.toWrite()) {
      Outcome outcome = context.outcomes.get(demand);
      if (outcome == null) {
        throw broken(
            "forgot the rule %s (%s)".formatted(demand.references().get(0), demand.side().word()));
      }
      for (String rule : demand.references()) {
        outcomes.add(new ReportedOutcome(rule, Optional.of(demand.side()), outcome));
      }
    }
    Collections.sort(outcomes);
    return new ExportResult(
        info.id(), outcomes, List.copyOf(context.warnings), new TreeMap<>(context.remembered));
  }

  private PluginException broken(String what) {
    return new PluginException("The exporter `%s` %s.".formatted(info.id(), what));
  }

  private final class Context implements ExportContext {
    private final List<Demand> demands;
    private final OutputFiles files;
    private final Map<String, String> previous;
    private final Map<Demand, Outcome> outcomes = new IdentityHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final SortedSet<String> open = new TreeSet<>();
    private Map<String, String> remembered = Map.of();

    Context(List<Demand> demands, OutputFiles files, Map<String, String> previous) {
      this.demands = demands;
      this.files = files;
      this.previous = Map.copyOf(previous);
    }

    @Override
    public List<Demand> demands() {
      return demands;
    }

    @Override
    public <T> T option(Option<T> option) {
      return options.value(option);
    }

    @Override
    public <S extends Record> Optional<S> settings(Endpoint endpoint, Class<S> type) {
      return endpoint.settings(info.platform().id(), type);
    }

    @Override
    public Writer file(String path) throws IOException {
      Writer writer;
      try {
        writer = files.file(path);
      } catch (IllegalArgumentException e) {
        throw broken("cannot write a file: " + e.getMessage());
      }
      open.add(path);
      return new FilterWriter(writer) {
        @Override
        public void close() throws IOException {
          super.close();
          open.remove(path);
        }
      };
    }

    @Override
    public void outcome(Demand demand, Outcome outcome) {
      if (!info.capabilities().widened().containsAll(outcome.lost())) {
        throw broken("is wider than its capabilities say: " + outcome.reason());
      }
      if (outcomes.putIfAbsent(demand, outcome) != null) {
        throw broken("accounts twice for the rule " + demand.references().get(0));
      }
    }

    @Override
    public void warning(String message) {
      warnings.add(message);
    }

    @Override
    public SortedMap<String, String> previous() {
      return new TreeMap<>(previous);
    }

    @Override
    public void remember(Map<String, String> map) {
      remembered = Map.copyOf(map);
    }
  }
}

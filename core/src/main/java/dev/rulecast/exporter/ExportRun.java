package dev.rulecast.exporter;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run of one exporter: gives it what it needs and holds it to the contract. */
public final class ExportRun {
  /** Stands for an outcome where none was told yet. */
  private static final Outcome NONE = Outcome.notApplicable("no outcome was told");

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
   * @throws IOException if writing failed, even if the exporter went on
   * @throws PluginException if the exporter threw something else or broke the contract
   */
  public ExportResult run(OutputFiles files, Map<String, String> previous) throws IOException {
    Demands demands = Demands.of(policy, info);
    Context context = new Context(demands.toWrite(), files, previous);
    Optional<Throwable> thrown = Optional.empty();
    try {
      exporter.export(policy, context);
    } catch (Exception | Error e) {
      thrown = Optional.of(e);
    }
    // The exporter may have caught these, or thrown something else because of them.
    if (context.breach.isPresent()) {
      throw context.breach.get();
    }
    if (context.notWritten.isPresent()) {
      throw context.notWritten.get();
    }
    if (thrown.isPresent()) {
      throw failed(thrown.get());
    }
    if (!context.openFiles.isEmpty()) {
      throw broken("did not close the file " + context.openFiles.first());
    }
    List<ReportedOutcome> outcomes = new ArrayList<>(demands.decided());
    for (Demand demand : demands.toWrite()) {
      Outcome outcome = context.outcomes[demand.index()];
      if (isNone(outcome)) {
        throw broken("forgot " + name(demand));
      }
      for (String rule : demand.references()) {
        outcomes.add(new ReportedOutcome(rule, Optional.of(demand.side()), outcome));
      }
    }
    Collections.sort(outcomes);
    return new ExportResult(info.id(), outcomes, List.copyOf(context.warnings), context.remembered);
  }

  private PluginException failed(Throwable e) {
    return new PluginException("The exporter `%s` failed: %s".formatted(info.id(), e), e);
  }

  private PluginException broken(String what) {
    return new PluginException("The exporter `%s` %s.".formatted(info.id(), what));
  }

  @SuppressWarnings("ReferenceEquality") // an exporter may tell one that is equal
  private static boolean isNone(Outcome outcome) {
    return outcome == NONE;
  }

  private static String name(Demand demand) {
    return "the rule %s (%s)".formatted(demand.references().get(0), demand.side().word());
  }

  private final class Context implements ExportContext {
    private final List<Demand> demands;
    private final OutputFiles files;
    private final SortedMap<String, String> previous;

    /** Of every demand that it was given, in their order. */
    private final Outcome[] outcomes;

    private final List<String> warnings = new ArrayList<>();
    private final SortedSet<String> openFiles = new TreeSet<>();
    private SortedMap<String, String> remembered = new TreeMap<>();

    /** What it was first found to do against the contract. */
    private Optional<PluginException> breach = Optional.empty();

    /** Why the first file that could not be written could not. */
    private Optional<IOException> notWritten = Optional.empty();

    Context(List<Demand> demands, OutputFiles files, Map<String, String> previous) {
      this.demands = demands;
      this.files = files;
      this.previous = new TreeMap<>(previous);
      this.outcomes = new Outcome[demands.size()];
      Arrays.fill(outcomes, NONE);
    }

    private PluginException breach(String what) {
      PluginException found = broken(what);
      breach = breach.or(() -> Optional.of(found));
      return found;
    }

    @Override
    public List<Demand> demands() {
      return demands;
    }

    @Override
    public <T> T option(Option<T> option) {
      return options
          .value(option)
          .orElseThrow(
              () -> breach("asks for an option that it does not declare: " + option.name()));
    }

    @Override
    public <S extends Record> Optional<S> settings(Endpoint endpoint, Class<S> type) {
      if (info.platform().settings().filter(type::equals).isEmpty()) {
        throw breach("asks for settings that its platform does not declare: " + type.getName());
      }
      return endpoint.settings(info.platform().id(), type);
    }

    @Override
    public Writer file(String path) throws IOException {
      Writer writer;
      try {
        writer = files.file(path);
      } catch (IllegalArgumentException e) {
        throw breach("cannot write a file: " + e.getMessage());
      } catch (IOException e) {
        throw notWritten(path, e);
      }
      openFiles.add(path);
      return new WatchedWriter(writer, e -> notWritten(path, e), () -> openFiles.remove(path));
    }

    private IOException notWritten(String path, IOException e) {
      if (e instanceof CharacterCodingException) {
        breach("writes text that is not Unicode to " + path);
      }
      notWritten = notWritten.or(() -> Optional.of(e));
      return e;
    }

    @Override
    public void outcome(Demand demand, Outcome outcome) {
      Outcome.Kind kind = outcome.kind();
      requireUnicode(outcome.reason());
      if (!info.capabilities().widened().containsAll(outcome.lost())) {
        throw breach("is wider than its capabilities say: " + outcome.reason());
      }
      if (kind == Outcome.Kind.WIDER && isDeny(demand)) {
        throw breach("is wider than " + name(demand) + ", which denies");
      }
      if (!isGiven(demand)) {
        throw breach("accounts for something that it was not given");
      }
      if (!isNone(outcomes[demand.index()])) {
        throw breach("accounts twice for " + name(demand));
      }
      outcomes[demand.index()] = outcome;
    }

    /** Not the demand of another run, such as of an earlier one. */
    @SuppressWarnings("ReferenceEquality") // demands are compared by identity
    private boolean isGiven(Demand demand) {
      return demand.index() < demands.size() && demands.get(demand.index()) == demand;
    }

    private static boolean isDeny(Demand demand) {
      return demand instanceof FlowDemand flow && flow.flow().action() == Action.DENY;
    }

    @Override
    public void warning(String message) {
      requireUnicode(message);
      warnings.add(message);
    }

    @Override
    public SortedMap<String, String> previous() {
      return new TreeMap<>(previous);
    }

    @Override
    public void remember(Map<String, String> map) {
      SortedMap<String, String> copy = new TreeMap<>(map);
      copy.forEach(
          (key, value) -> {
            requireUnicode(key);
            requireUnicode(value);
          });
      remembered = copy;
    }

    /** What it says goes into the manifest. */
    private void requireUnicode(String text) {
      if (!isUnicode(text)) {
        throw breach("says something that is not Unicode: " + UserText.quote(text));
      }
    }

    private static boolean isUnicode(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
            return false;
          }
          i++;
        }
      }
      return true;
    }
  }
}

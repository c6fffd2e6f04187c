package dev.rulecast.exporter;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.fixture.ScriptedExporter;
import dev.rulecast.fixture.ScriptedExporter.Script;
import dev.rulecast.policy.Policy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportRunTest {
  private static final IOException FULL = new IOException("No space left on device");
  private static final Policy POLICY = policy(allow("r", "a", "b").tcp("80"));

  @Test
  void reportsWhatTheExporterAccountsFor() throws IOException {
    ExportResult result = run(ScriptedExporter::writeAll);

    assertThat(result.outcomes())
        .extracting(o -> o.rule() + " " + o.outcome().kind().word())
        .containsExactly("web/r exact", "web/r exact");
  }

  @Test
  void reportsEveryRuleOfAMergedFlow() throws IOException {
    Policy merged = policy(allow("r", "a", "b").tcp("80"), allow("s", "a", "b").tcp("80"));

    ExportResult result = run(merged, ScriptedExporter.obedient(Capabilities.exact()));

    assertThat(result.outcomes())
        .extracting(ReportedOutcome::rule)
        .containsExactly("web/r", "web/r", "web/s", "web/s");
  }

  @Test
  void reportsWhatTheCapabilitiesDecide() throws IOException {
    Capabilities inboundOnly = Capabilities.exact().withoutOutbound();

    ExportResult result = run(POLICY, ScriptedExporter.obedient(inboundOnly));

    assertThat(result.counts())
        .containsEntry(Outcome.Kind.EXACT, 1)
        .containsEntry(Outcome.Kind.NOT_APPLICABLE, 1)
        .containsEntry(Outcome.Kind.WIDER, 0);
  }

  @Test
  void ordersOutcomesByRuleSetThenRule() throws IOException {
    Policy policy =
        Bound.unbound(
                RuleSets.of("a-b", allow("r", "a", "a").tcp("1")),
                RuleSets.of("a", allow("z", "a", "a").tcp("2"), allow("b-c", "a", "a").tcp("3")),
                RuleSets.of("a1", allow("b", "a", "a").tcp("4")))
            .policy();

    ExportResult result =
        run(policy, ScriptedExporter.obedient(Capabilities.exact().withoutOutbound()));

    assertThat(result.outcomes())
        .extracting(ReportedOutcome::rule)
        .containsExactly("a/b-c", "a/b-c", "a/z", "a/z", "a-b/r", "a-b/r", "a1/b", "a1/b");
  }

  @Test
  void refusesAForgottenDemand() {
    assertBreach(context -> {}, "The exporter `test` forgot the rule web/r (outbound).");
  }

  @Test
  void refusesToAccountTwice() {
    assertBreach(
        context -> {
          ScriptedExporter.writeAll(context);
          context.outcome(context.demands().get(1), Outcome.unsupported("no"));
        },
        "The exporter `test` accounts twice for the rule web/r (inbound).");
  }

  @Test
  void refusesADemandOfAnotherRun() {
    List<Demand> foreign = new ArrayList<>();
    assertThat(run(foreign)).isTrue();

    assertBreach(
        context -> {
          ScriptedExporter.writeAll(context);
          context.written(foreign.get(0));
        },
        "The exporter `test` accounts for something that it was not given.");
  }

  private static boolean run(List<Demand> demands) {
    try {
      run(
          context -> {
            ScriptedExporter.writeAll(context);
            demands.addAll(context.demands());
          });
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void refusesWhatIsWiderThanTheCapabilities() {
    assertBreach(
        context ->
            context.outcome(
                context.demands().get(0), Outcome.wider(Set.of(Dimension.PORTS), "too wide")),
        "The exporter `test` is wider than its capabilities say: too wide.");
  }

  @Test
  void acceptsWhatIsWiderAsTheCapabilitiesSay() throws IOException {
    Outcome wider = Outcome.wider(Set.of(Dimension.PORTS), "a service has fixed ports");
    ScriptedExporter exporter =
        new ScriptedExporter(
            ScriptedExporter.info(Capabilities.exact().widening(Dimension.PORTS)),
            context -> context.demands().forEach(demand -> context.outcome(demand, wider)));

    assertThat(run(POLICY, exporter).outcomes())
        .extracting(ReportedOutcome::outcome)
        .containsOnly(wider);
  }

  @Test
  void refusesADenyThatIsWider() {
    ScriptedExporter exporter =
        new ScriptedExporter(
            ScriptedExporter.info(Capabilities.exact().widening(Dimension.PORTS)),
            context ->
                context.outcome(
                    context.demands().get(0),
                    Outcome.wider(Set.of(Dimension.PORTS), "a service has fixed ports")));

    assertThatThrownBy(() -> run(policy(deny("d", "a", "b").tcp("80")), exporter))
        .isInstanceOf(PluginException.class)
        .hasMessage("The exporter `test` is wider than the rule web/d (outbound), which denies.");
  }

  @Test
  void refusesABadPath() {
    assertBreach(
        context -> context.file("../x"),
        "The exporter `test` cannot write a file: The path is bad.");
  }

  @Test
  void noticesABreachThatTheExporterHides() {
    assertBreach(
        context -> {
          try {
            context.file("../x");
          } catch (RuntimeException e) {
            // hidden
          }
          ScriptedExporter.writeAll(context);
        },
        "The exporter `test` cannot write a file: The path is bad.");
  }

  @Test
  void tellsTheBreachAndNotWhatTheExporterMakesOfIt() {
    assertBreach(
        context -> {
          try {
            context.file("../x");
          } catch (RuntimeException e) {
            throw new IllegalStateException("oops", e);
          }
        },
        "The exporter `test` cannot write a file: The path is bad.");
  }

  @Test
  void refusesAnOptionThatIsNotDeclared() {
    Option<String> option = new Option<>("style", "How.", "text", "plain", text -> text);

    assertBreach(
        context -> context.option(option),
        "The exporter `test` asks for an option that it does not declare: style.");
  }

  @Test
  void refusesSettingsThatThePlatformDoesNotDeclare() {
    assertBreach(
        context -> context.settings(context.demands().get(0).endpoint(), Bound.Svm.class),
        "The exporter `test` asks for settings that its platform does not declare:"
            + " dev.rulecast.fixture.Bound$Svm.");
  }

  static Stream<Throwable> whateverAnExporterThrows() {
    return Stream.of(
        new IllegalStateException("oops"),
        new Exception("oops"),
        new StackOverflowError("oops"),
        new OutOfMemoryError("oops"),
        new NoClassDefFoundError("oops"),
        new AssertionError("oops"),
        new PluginException("oops"));
  }

  @ParameterizedTest
  @MethodSource("whateverAnExporterThrows")
  void wrapsWhateverIsThrown(Throwable thrown) {
    assertThatThrownBy(() -> run(context -> sneak(thrown)))
        .isInstanceOf(PluginException.class)
        .hasMessage("The exporter `test` failed: " + thrown)
        .hasCause(thrown);
  }

  /** Throws what the compiler would not let a plugin of ours throw, but one in Kotlin may. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** How an exporter may take it that a file cannot be written. */
  static Stream<Script> reactionsToAFullDisk() {
    return Stream.of(
        context -> context.file("full").write("text"),
        context -> {
          try (Writer out = context.file("full")) {
            out.write('c');
          }
        },
        context -> {
          try {
            context.file("full").write(new char[1]);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        context -> {
          try {
            context.file("full").flush();
          } catch (IOException e) {
            ScriptedExporter.writeAll(context);
          }
        },
        context -> {
          try {
            context.file("full").close();
          } catch (IOException e) {
            throw new IOException("something else");
          }
        },
        context -> {
          try {
            context.file("no-folder");
          } catch (IOException e) {
            ScriptedExporter.writeAll(context);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("reactionsToAFullDisk")
  void passesTheFailureOfAWriterWhateverTheExporterMakesOfIt(Script script) {
    assertThatThrownBy(() -> run(script)).isSameAs(FULL);
  }

  @Test
  void blamesTheExporterForAnExceptionOfItsOwn() {
    FileNotFoundException missing = new FileNotFoundException("template");

    assertThatThrownBy(() -> run(context -> sneak(missing)))
        .isInstanceOf(PluginException.class)
        .hasMessage("The exporter `test` failed: " + missing)
        .hasCause(missing);
  }

  @Test
  void blamesTheExporterForTextThatIsNotUnicode() {
    assertBreach(
        context -> context.file("coding").write("\uD800"),
        "The exporter `test` writes text that is not Unicode to coding.");
  }

  static Stream<Script> wordsThatAreNotUnicode() {
    return Stream.of(
        context -> context.warning("\uD800"),
        context -> context.remember(Map.of("\uD800", "x")),
        context -> context.remember(Map.of("x", "\uD800")),
        context -> context.outcome(context.demands().get(0), Outcome.unsupported("\uD800")));
  }

  @ParameterizedTest
  @MethodSource("wordsThatAreNotUnicode")
  void refusesWordsThatAreNotUnicode(Script script) {
    assertBreach(script, "The exporter `test` says something that is not Unicode: `\\uD800`.");
  }

  @SuppressWarnings("NullAway")
  static Stream<Script> nothing() {
    return Stream.of(
        context -> context.warning(null),
        context -> context.remember(null),
        context -> context.outcome(context.demands().get(0), null),
        context -> context.outcome(null, Outcome.exact()),
        context -> context.file(null));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void blamesTheExporterForNulls(Script script) {
    assertThatThrownBy(() -> run(script))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("The exporter `test` ");
  }

  @Test
  void runsTheNextExporterAfterOneThatFailed() throws IOException {
    assertThatThrownBy(() -> run(context -> sneak(new StackOverflowError())))
        .isInstanceOf(PluginException.class);

    assertThat(run(ScriptedExporter::writeAll).outcomes()).hasSize(2);
  }

  @Test
  void givesBackWhatIsToBeRemembered() throws IOException {
    ExportResult result =
        run(
            context -> {
              ScriptedExporter.writeAll(context);
              context.remember(Map.of("old", "x"));
              context.remember(Map.of("b", "2", "a", "1"));
            });

    assertThat(result.remembered()).hasToString("{a=1, b=2}");
  }

  @Test
  void remembersNothingOfItsOwnAccord() throws IOException {
    ExportRun run =
        new ExportRun(ScriptedExporter.obedient(Capabilities.exact()), OptionValues.none(), POLICY);

    assertThat(run.run(ExportRunTest::file, Map.of("old", "x")).remembered()).isEmpty();
  }

  @Test
  void showsWhatWasRememberedInOrder() throws IOException {
    List<String> seen = new ArrayList<>();
    ScriptedExporter exporter =
        ScriptedExporter.doing(
            context -> {
              ScriptedExporter.writeAll(context);
              seen.add(context.previous().toString());
            });

    new ExportRun(exporter, OptionValues.none(), POLICY)
        .run(ExportRunTest::file, Map.of("c", "3", "a", "1", "b", "2"));

    assertThat(seen).containsExactly("{a=1, b=2, c=3}");
  }

  @Test
  void keepsWarningsInTheirOrder() throws IOException {
    ExportResult result =
        run(
            context -> {
              ScriptedExporter.writeAll(context);
              context.warning("Second thoughts.");
              context.warning("And more.");
            });

    assertThat(result.warnings()).containsExactly("Second thoughts.", "And more.");
  }

  @Test
  void doesNotLetAnExporterChangeItsDemands() {
    assertThatThrownBy(() -> run(context -> context.demands().clear()))
        .isInstanceOf(PluginException.class)
        .hasCauseInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void givesEachExporterItsOwnOptions() throws IOException {
    Option<String> style = new Option<>("style", "How.", "text", "plain", text -> text);
    List<String> seen = new ArrayList<>();
    for (String given : List.of("one", "two")) {
      ExporterInfo info = ScriptedExporter.info(Capabilities.exact()).withOptions(style);
      ScriptedExporter exporter =
          new ScriptedExporter(
              info,
              context -> {
                ScriptedExporter.writeAll(context);
                seen.add(context.option(style));
              });
      OptionValues values = OptionValues.parse(info, Map.of("style", given), new Diagnostics());
      new ExportRun(exporter, values, POLICY).run(ExportRunTest::file, Map.of());
    }

    assertThat(seen).containsExactly("one", "two");
  }

  private static void assertBreach(Script script, String message) {
    assertThatThrownBy(() -> run(script)).isInstanceOf(PluginException.class).hasMessage(message);
  }

  private static ExportResult run(Script script) throws IOException {
    return run(POLICY, ScriptedExporter.doing(script));
  }

  private static ExportResult run(Policy policy, RuleExporter exporter) throws IOException {
    return new ExportRun(exporter, OptionValues.none(), policy).run(ExportRunTest::file, Map.of());
  }

  private static Writer file(String path) throws IOException {
    if (path.startsWith("..")) {
      throw new IllegalArgumentException("The path is bad");
    }
    if (path.equals("no-folder")) {
      throw FULL;
    }
    IOException failure = path.equals("coding") ? new MalformedInputException(1) : FULL;
    return path.equals("full") || path.equals("coding")
        ? new FailingWriter(failure)
        : new StringWriter();
  }

  /** Fails at everything. */
  private static final class FailingWriter extends Writer {
    private final IOException failure;

    FailingWriter(IOException failure) {
      this.failure = failure;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
      throw failure;
    }

    @Override
    public void flush() throws IOException {
      throw failure;
    }

    @Override
    public void close() throws IOException {
      throw failure;
    }
  }

  private static Policy policy(Rules... rules) {
    return Bound.unbound(RuleSets.of("web", rules)).policy();
  }
}

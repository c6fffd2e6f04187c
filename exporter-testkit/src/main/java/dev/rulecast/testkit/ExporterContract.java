package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.model.Action;
import dev.rulecast.model.Environment;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract that every exporter passes. Extend it, return your exporter, and run it with JUnit:
 *
 * <pre>{@code
 * class CsvContractTest extends ExporterContract {
 *   @Override
 *   protected RuleExporter exporter() {
 *     return new CsvExporter();
 *   }
 * }
 * }</pre>
 *
 * <p>That alone tries it with every fixture. Override {@link #readTexts} to have it proven that no
 * text of the model becomes code, and {@link #inputCheck} if the output has inputs. The class needs
 * a constructor without parameters. Where an output is missing because one test fails, the tests
 * that would read it are skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ExporterContract {
  private static final HostileText HARMLESS = new HostileText("harmless", "Harmless");
  private static final int SHUFFLES = 3;

  private final Map<String, Trial> trials = new HashMap<>();

  /** A new instance of the exporter. */
  protected abstract RuleExporter exporter();

  /** What {@code -O} gives it; default: nothing. Test other options in a further contract class. */
  protected Map<String, String> options() {
    return Map.of();
  }

  /** What it is tried with; add your own to {@link Fixtures#all()}. */
  protected List<Fixture> fixtures() {
    return Fixtures.all();
  }

  /** The texts that must stay texts; add those that mean something in your target's language. */
  protected List<HostileText> hostileTexts() {
    return HostileTexts.all();
  }

  /**
   * Settings of the platform for the endpoints of a fixture, by endpoint id. Needed where the
   * exporter writes nothing without them.
   */
  protected Map<String, Record> settings(Fixture fixture) {
    return Map.of();
  }

  /**
   * Every text value of an output, read by a parser that shares no code with the exporter: the
   * platform's own, or a strict one of your test's. It throws if the output is not valid. Absent:
   * it is not proven that texts survive.
   */
  protected Optional<Collection<String>> readTexts(SortedMap<String, String> files)
      throws Exception {
    return Optional.empty();
  }

  /**
   * How a text comes back out of {@link #readTexts}, as a whole value or as a part of one; absent
   * if the output does not have this field as text. Default: purposes unchanged, nothing else.
   * Override it where the format cannot hold every character, and document what it puts instead.
   */
  protected Optional<String> expectedText(Field field, HostileText text) {
    return field == Field.PURPOSE ? Optional.of(text.text()) : Optional.empty();
  }

  /** How to try the inputs for unbound endpoints; absent if the output has none. */
  protected Optional<InputCheck> inputCheck() {
    return Optional.empty();
  }

  /** What an allow may be wider in. {@link Dimension#PORTS} only for services opened by name. */
  protected Set<Dimension> mayLose() {
    return EnumSet.of(Dimension.SOURCE_PORTS, Dimension.ICMP_TYPE, Dimension.PROGRAM);
  }

  /** Whether a line counts or sums up, so that another rule may change it. */
  protected boolean isSummaryLine(String file, String line) {
    return false;
  }

  @Test
  void declaresWhatItIs() {
    InfoCheck.check(this::exporter);
  }

  @Test
  void refusesOptionsThatItDoesNotTake() {
    InfoCheck.checkOptions(exporter().info(), options());
  }

  @Test
  void isFoundByItsServiceName() {
    InfoCheck.checkService(exporter());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void throwsNothing(Fixture fixture) {
    trial(fixture)
        .thrown()
        .ifPresent(
            thrown ->
                fail(
                    "The exporter threw while it exported the fixture "
                        + fixture
                        + ". What the user could have avoided is an outcome or a warning; anything"
                        + " else is a defect of the exporter.",
                    thrown));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void accountsForEveryDemandExactlyOnce(Fixture fixture) {
    Trial trial = trial(fixture);
    assumeTrue(trial.thrown().isEmpty(), "it threw");
    boolean written = false;
    for (Demand demand : trial.demands()) {
      List<Outcome> outcomes = trial.outcomes(demand);
      String what = what(demand);
      if (outcomes.size() > 1) {
        fail(
            "The exporter accounted %s times for %s: %s. Call written or outcome once for each of"
                    .formatted(outcomes.size(), what, outcomes)
                + " context.demands(), after the decision about it is final.");
      }
      if (outcomes.isEmpty() && trial.returned()) {
        fail(
            "The exporter forgot %s. Call written or outcome for each of context.demands(),"
                    .formatted(what)
                + " also for those that it cannot write (Outcome.unsupported).");
      }
      written |= outcomes.stream().anyMatch(outcome -> isWritten(outcome.kind()));
    }
    if (written && trial.isComplete() && trial.files().isEmpty()) {
      fail("The exporter says that it has written rules, but there is no file.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void closesItsFilesAndIsAccepted(Fixture fixture) {
    Trial trial = trial(fixture);
    boolean accounted =
        trial.demands().stream().allMatch(demand -> trial.outcomes(demand).size() == 1);
    if (trial.returned() && accounted) {
      trial.refused().ifPresent(why -> fail(why + " Write with `try (Writer out = …)`."));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void isNoWiderThanItMayBe(Fixture fixture) {
    Trial trial = trial(fixture);
    Set<Dimension> declared = exporter().info().capabilities().widened();
    for (Demand demand : trial.demands()) {
      for (Outcome outcome : trial.outcomes(demand)) {
        OutcomeCheck.check(demand, outcome, declared, mayLose(), what(demand));
      }
    }
    if (trial.isComplete() && trial.result().warnings().stream().anyMatch(String::isBlank)) {
      fail("A warning is empty. Say in one sentence what the user should know.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void usesPathsThatEverySystemHas(Fixture fixture) {
    List<String> refused = trial(fixture).refusedPaths();
    if (!refused.isEmpty()) {
      fail(
          "The paths %s were refused. Use relative paths with /, of letters, digits, ., _ and -, each"
                  .formatted(refused)
              + " once, and not two that differ only in case; make names of endpoint ids, not of"
              + " titles or purposes.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void endsLinesAndFilesProperly(Fixture fixture) {
    LayoutCheck.check(complete(fixture).files(), LayoutCheck.hasOddTexts(policy(fixture)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void writesTheSameBytesTwice(Fixture fixture) {
    assertSame(
        complete(fixture).files(),
        run(policy(fixture), Map.of()).files(),
        "Two exports of the same policy differ. Use no clock and no random numbers, and sort what"
            + " comes out of a HashMap or HashSet (a Demand has no hash code of its own).");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void doesNotDependOnTheOrderOfTheDocuments(Fixture fixture) {
    Trial expected = complete(fixture);
    for (long seed = 1; seed <= SHUFFLES; seed++) {
      Policy policy = documents(fixture).shuffled(seed).bind(exporter());
      assertSame(
          expected.files(),
          run(policy, Map.of()).files(),
          "The output depends on the order of rule sets, rules, endpoints or list items, which has no"
              + " meaning (shuffled with seed "
              + seed
              + "). Use the policy's own order, or sort.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void dependsNeitherOnTheLocaleNorOnTheTimeZone(Fixture fixture) {
    Trial expected = complete(fixture);
    Map<String, String> places = new TreeMap<>();
    places.put("tr-TR", "Pacific/Kiritimati");
    places.put("ar-EG-u-nu-arab", "Etc/GMT+12");
    places.put("hi-IN-u-nu-deva", "Pacific/Chatham");
    places.forEach(
        (locale, zone) ->
            assertSame(
                expected.files(),
                Defaults.with(locale, zone, () -> run(policy(fixture), Map.of())).files(),
                "The output is another one where the locale is %s and the time zone %s. Name"
                        .formatted(locale, zone)
                    + " Locale.ROOT in String.format and toLowerCase, and use no clock."));
  }

  @Test
  void writesTheSameBytesInAnotherJvm() throws Exception {
    assumeFalse(getClass().isMemberClass() && !isStatic(), "an inner class cannot be made there");
    for (Fixture fixture : fixtures()) {
      complete(fixture);
    }
    assertSame(
        digests(),
        AnotherJvm.digests(getClass()),
        "The output (its SHA-256 by fixture and file) is another one in another JVM. Sort what comes"
            + " out of Set.of, Map.of, HashSet and HashMap: their order changes from run to run.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void changesNothingWhenNothingChanged(Fixture fixture) {
    Trial first = complete(fixture);
    Trial second = run(policy(fixture), first.result().remembered());
    assertSame(
        first.files(),
        second.files(),
        "An export after an export of the same policy differs. What you remember may tell what is to"
            + " be removed, but must not change the rest.");
    assertSame(
        first.result().remembered(),
        second.result().remembered(),
        "An export after an export of the same policy remembers something else; so the next export"
            + " would change the manifest.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void addsLinesForAnAddedRuleAndLeavesTheOthersAlone(Fixture fixture) {
    Trial before = complete(fixture);
    Policy policy = policy(fixture);
    assumeTrue(
        policy.flows().stream().allMatch(flow -> flow.action() == Action.ALLOW),
        "a deny may take back what is added");
    assumeTrue(before.demands().size() > 0, "there is nothing yet");
    Additions.to(documents(fixture))
        .forEach(
            (addition, documents) -> {
              Trial after = run(documents.bind(exporter()), Map.of());
              Additions.check(addition, before.files(), after.files(), this::isSummaryLine);
            });
  }

  @Test
  void writesNothingForAPolicyWithoutFlows() {
    Policy empty = new Documents("empty", List.of(), Environment.none()).bind(exporter());
    Trial trial = run(empty, Map.of());
    trial
        .thrown()
        .ifPresent(thrown -> fail("The exporter threw for a policy without flows.", thrown));
    if (!trial.files().isEmpty()) {
      fail(
          "The exporter wrote %s although there is nothing to write and no earlier export. Write no"
                  .formatted(trial.files().keySet())
              + " file if context.demands() is empty and context.previous() too.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileTexts")
  void keepsTextsAsTexts(HostileText text) throws Exception {
    Trial trial = complete(HostileTexts.fixture(text));
    Optional<Collection<String>> texts = texts(trial, text);
    assumeTrue(texts.isPresent(), "override readTexts to have this proven");
    int usual = texts(complete(HostileTexts.fixture(HARMLESS)), HARMLESS).orElseThrow().size();
    if (usual == 0) {
      fail("readTexts finds no text in the output. Return every string value of it.");
    }
    if (texts.get().size() != usual) {
      fail(
          "With the text %s the output has %s values of text instead of %s: it ended one, or began"
                  .formatted(TextCheck.shown(text.text()), texts.get().size(), usual)
              + " another. Print texts only where the Language of the template escapes them.");
    }
    for (Field field : Field.values()) {
      expectedText(field, text)
          .ifPresent(expected -> TextCheck.contains(texts.get(), expected, field, text));
    }
  }

  private Optional<Collection<String>> texts(Trial trial, HostileText text) {
    try {
      return readTexts(trial.files());
    } catch (Exception | AssertionError e) {
      return fail(
          "With the text %s the output cannot be read: %s. Print texts only where the Language of"
                  .formatted(TextCheck.shown(text.text()), e.getMessage())
              + " the template escapes them.",
          e);
    }
  }

  @Test
  void refusesInputsThatWouldOpenTooMuch() throws Exception {
    Fixture fixture = Fixtures.named("unbound");
    Trial trial = complete(fixture);
    Optional<InputCheck> check = inputCheck();
    Set<String> checked = new HashSet<>();
    for (Demand demand : trial.demands()) {
      boolean input = !demand.peer().isBound() && isWritten(trial.outcomes(demand).get(0).kind());
      if (!input || !checked.add(demand.peer().id())) {
        continue;
      }
      if (check.isEmpty()) {
        fail(
            "%s is written, but `%s` has no addresses. Make its addresses an input and override"
                    .formatted(what(demand), demand.peer().id())
                + " inputCheck, or account for it with Outcome.unsupported.");
      }
      InputTrials.check(check.get(), trial.files(), demand.peer().id());
    }
  }

  private static boolean isWritten(Outcome.Kind kind) {
    return kind == Outcome.Kind.EXACT || kind == Outcome.Kind.WIDER;
  }

  private static String what(Demand demand) {
    return "the rule %s (%s of `%s`, the other end is `%s`)"
        .formatted(
            demand.references().get(0),
            demand.side().word(),
            demand.endpoint().id(),
            demand.peer().id());
  }

  private boolean isStatic() {
    return Modifier.isStatic(getClass().getModifiers());
  }

  private Documents documents(Fixture fixture) {
    RuleExporter exporter = exporter();
    return Documents.read(fixture, exporter).withSettings(exporter, settings(fixture));
  }

  private Policy policy(Fixture fixture) {
    return documents(fixture).bind(exporter());
  }

  private Trial run(Policy policy, Map<String, String> previous) {
    return Trial.of(exporter(), policy, options(), previous);
  }

  private Trial trial(Fixture fixture) {
    return trials.computeIfAbsent(fixture.name(), any -> run(policy(fixture), Map.of()));
  }

  /** The trial of a fixture; the test is skipped if another one has something to say of it. */
  private Trial complete(Fixture fixture) {
    Trial trial = trial(fixture);
    assumeTrue(trial.isComplete(), () -> "no output of " + fixture + "; see the other failures");
    return trial;
  }

  /** The SHA-256 of every file of every fixture. */
  SortedMap<String, String> digests() {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Fixture fixture : fixtures()) {
      trial(fixture)
          .files()
          .forEach((path, text) -> digests.put(fixture + "/" + path, AnotherJvm.sha256(text)));
    }
    return digests;
  }

  private static void assertSame(
      SortedMap<String, String> expected, SortedMap<String, String> actual, String advice) {
    if (!expected.equals(actual)) {
      throw Differences.failure(advice, expected, actual);
    }
  }
}

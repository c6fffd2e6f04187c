package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Capabilities;
import dev.rulecast.exporter.Demand;
import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.ExportContext;
import dev.rulecast.exporter.ExporterInfo;
import dev.rulecast.exporter.FlowDemand;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.RuleExporter;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A wrong exporter fails the contract, by the test that is about its mistake. */
class ExporterContractTest {
  private static final String ANOTHER_JVM = "writesTheSameBytesInAnotherJvm";

  /** The contract of the exporter that is nested in the class. */
  abstract static class Contract extends PlainContractTest {
    @Override
    protected List<Fixture> fixtures() {
      return List.of(
          Fixtures.named("lists-and-ranges"),
          Fixtures.named("source-ports-and-program"),
          Fixtures.named("deny-apart"));
    }

    @Override
    protected List<HostileText> hostileTexts() {
      return HostileTexts.all().stream()
          .filter(text -> Set.of("dollar-brace", "pipe", "tabs").contains(text.name()))
          .toList();
    }
  }

  private static Failures failures(Class<? extends ExporterContract> contract) {
    // The exporters here have no service file, and a JVM of their own where it matters.
    return Failures.of(contract, Set.of("isFoundByItsServiceName", ANOTHER_JVM));
  }

  static class Forgets extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void account(ExportContext context, Demand demand) {
        if (!demand.peer().id().equals("databases")) {
          super.account(context, demand);
        }
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnExporterThatForgetsAFlow() {
    failures(Forgets.class)
        .areOnly("accountsForEveryDemandExactlyOnce")
        .say("forgot the rule lists-and-ranges/product (outbound of `app-servers`")
        .say("Call written or outcome for each of context.demands()");
  }

  static class AccountsTwice extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void account(ExportContext context, Demand demand) {
        super.account(context, demand);
        context.outcome(demand, Outcome.unsupported("on second thoughts"));
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnExporterThatAccountsTwice() {
    failures(AccountsTwice.class)
        .areOnly("accountsForEveryDemandExactlyOnce")
        .say("accounted 2 times for the rule");
  }

  static class WritesNoFile extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) {}
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnExporterThatOnlySaysThatItHasWritten() {
    failures(WritesNoFile.class)
        .areOnly("accountsForEveryDemandExactlyOnce", "keepsTextsAsTexts")
        .say("but there is no file");
  }

  static class LeavesAFileOpen extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        context.file("rules.txt").write("rules\n");
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAFileThatIsLeftOpen() {
    failures(LeavesAFileOpen.class)
        .areOnly("closesItsFilesAndIsAccepted")
        .say("did not close the file rules.txt. Write with `try");
  }

  static class Climbs extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        context.file("../rules.txt").close();
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAPathThatLeavesTheFolder() {
    failures(Climbs.class)
        .areOnly("usesPathsThatEverySystemHas")
        .say("The paths [../rules.txt] were refused. Use relative paths");
  }

  static class DiffersInCase extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        super.write(demands, context);
        context.file("Rules.txt").close();
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsPathsThatDifferInCaseOnly() {
    failures(DiffersInCase.class)
        .areOnly("usesPathsThatEverySystemHas")
        .say("The paths [Rules.txt] were refused");
  }

  static class HashOrder extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        super.write(new HashSet<>(demands), context);
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAHashOrderThatChangesFromRunToRun() {
    failures(HashOrder.class)
        .include("writesTheSameBytesTwice")
        .say("Two exports of the same policy differ")
        .say("--- expected/rules.txt");
  }

  static class ImmutableSetOrder extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        Map<String, Demand> byLine = new HashMap<>();
        demands.forEach(demand -> byLine.put(line(demand), demand));
        try (Writer out = context.file("rules.txt")) {
          for (String line : Set.copyOf(byLine.keySet())) {
            out.write(line + "\n");
          }
          // A JVM begins anywhere in a set, and small sets have few places to begin.
          Set<Integer> many = Set.copyOf(IntStream.range(0, 10_000).boxed().toList());
          out.write(many.iterator().next() + "\n");
        }
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnOrderThatChangesFromJvmToJvm() {
    Failures.of(ImmutableSetOrder.class, Set.of("isFoundByItsServiceName"))
        .include(ANOTHER_JVM)
        .say("another one in another JVM");
  }

  static class DocumentOrder extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String line(Demand demand) {
        String ports =
            demand instanceof FlowDemand flow
                ? flow.flow().origins().get(0).rule().ports().toString()
                : "";
        return super.line(demand) + " " + text(ports);
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnOutputThatDependsOnTheOrderOfTheDocuments() {
    failures(DocumentOrder.class)
        .areOnly("doesNotDependOnTheOrderOfTheDocuments")
        .say("The output depends on the order of rule sets");
  }

  static class Numbers extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        int number = 0;
        try (Writer out = context.file("rules.txt")) {
          for (Demand demand : demands) {
            out.write(++number + ": " + line(demand) + "\n");
          }
        }
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsPositions() {
    failures(Numbers.class)
        .areOnly("addsLinesForAnAddedRuleAndLeavesTheOthersAlone")
        .say(
            "With the rule a-0 between endpoints that are there more, this line of rules.txt is gone");
  }

  static class PrintsTheClock extends Contract {
    private static final AtomicLong CLOCK = new AtomicLong();

    public static class Exporter extends PlainExporter {
      @Override
      String line(Demand demand) {
        return super.line(demand) + " at " + CLOCK.incrementAndGet();
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAClock() {
    failures(PrintsTheClock.class)
        .include("writesTheSameBytesTwice")
        .say("Use no clock and no random numbers");
  }

  static class PrintsTheDay extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String line(Demand demand) {
        return super.line(demand) + " at " + LocalDate.now();
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsTheDay() {
    failures(PrintsTheDay.class)
        .areOnly("dependsNeitherOnTheLocaleNorOnTheTimeZone", "endsLinesAndFilesProperly")
        .say("and use no clock");
  }

  static class UsesTheLocale extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String line(Demand demand) {
        return super.line(demand).replace("tcp", "ip").toUpperCase(Locale.getDefault());
      }

      @Override
      String text(String text) {
        return super.text(text.toLowerCase(Locale.ROOT));
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }

    @Override
    protected Optional<Collection<String>> readTexts(SortedMap<String, String> files) {
      return Optional.empty();
    }
  }

  @Test
  void findsTheDefaultLocale() {
    failures(UsesTheLocale.class)
        .areOnly("dependsNeitherOnTheLocaleNorOnTheTimeZone")
        .say("where the locale is tr-TR");
  }

  static class WritesCarriageReturns extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String line(Demand demand) {
        return super.line(demand) + "\r";
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsCarriageReturns() {
    failures(WritesCarriageReturns.class)
        .areOnly("endsLinesAndFilesProperly")
        .say("rules.txt has a carriage return");
  }

  static class LeavesSpaces extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String line(Demand demand) {
        return super.line(demand) + " ";
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsSpacesAtTheEndsOfLines() {
    failures(LeavesSpaces.class)
        .areOnly("endsLinesAndFilesProperly")
        .say("rules.txt:1 ends with white space");
  }

  static class Widens extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void account(ExportContext context, Demand demand) {
        context.outcome(demand, Outcome.wider(Set.of(Dimension.PORTS), "all ports are simpler"));
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnOutcomeThatIsWiderThanDeclared() {
    failures(Widens.class)
        .areOnly("isNoWiderThanItMayBe")
        .say("is wider in ports, which the capabilities do not declare");
  }

  static class DeclaresTooMuch extends Contract {
    public static class Exporter extends PlainExporter {
      private static final ExporterInfo INFO =
          info(Capabilities.exact().widening(Dimension.PORTS, Dimension.SOURCE_PORTS));

      @Override
      public ExporterInfo info() {
        return INFO;
      }

      @Override
      void account(ExportContext context, Demand demand) {
        context.outcome(demand, Outcome.wider(Set.of(Dimension.PORTS), "all ports are simpler"));
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnOutcomeThatNoPlatformMayHave() {
    failures(DeclaresTooMuch.class)
        .areOnly("isNoWiderThanItMayBe")
        .say("is wider in ports, and no platform may be");
  }

  static class SaysExact extends Contract {
    public static class Exporter extends PlainExporter {
      private static final ExporterInfo INFO =
          info(Capabilities.exact().widening(Dimension.SOURCE_PORTS));

      @Override
      public ExporterInfo info() {
        return INFO;
      }

      @Override
      void account(ExportContext context, Demand demand) {
        context.outcome(demand, Outcome.exact());
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnOutcomeThatIsExactAgainstTheCapabilities() {
    failures(SaysExact.class)
        .areOnly("isNoWiderThanItMayBe")
        .say("is exact, but the capabilities say that the platform cannot match");
  }

  static class Throws extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      public void export(Policy policy, ExportContext context) {
        throw new IllegalStateException("no such thing");
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnExporterThatThrows() {
    failures(Throws.class)
        .areOnly("throwsNothing", "writesNothingForAPolicyWithoutFlows")
        .say("The exporter threw while it exported the fixture lists-and-ranges");
  }

  static class WritesAlways extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      public void export(Policy policy, ExportContext context) throws IOException {
        super.export(policy, context);
        try (Writer out = context.file("head.txt")) {
          out.write("Rules follow.\n");
        }
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnExporterThatWritesWithoutNeed() {
    failures(WritesAlways.class)
        .areOnly("writesNothingForAPolicyWithoutFlows")
        .say("The exporter wrote [head.txt] although there is nothing to write");
  }

  static class LosesTexts extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String text(String text) {
        return super.text(text.replace("{", "").strip());
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsALostText() {
    failures(LosesTexts.class)
        .areOnly("keepsTextsAsTexts")
        .say("The text `${aws_security_group.x.id}` (PURPOSE) must come back")
        .say("override expectedText");
  }

  static class DoesNotEscape extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      String text(String text) {
        return "|" + text.replaceAll("[<>\t\n]", " ").strip() + "|";
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsATextThatBecomesCode() {
    failures(DoesNotEscape.class)
        .areOnly("keepsTextsAsTexts")
        .say("With the text `a | b || c` the output has ");
  }

  static class OpensUnbound extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      public void export(Policy policy, ExportContext context) throws IOException {
        context.demands().forEach(context::written);
        if (!context.demands().isEmpty()) {
          write(context.demands(), context);
        }
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnUnboundEndpointThatIsNoInput() {
    failures(OpensUnbound.class)
        .areOnly("refusesInputsThatWouldOpenTooMuch")
        .say("is written, but `office` has no addresses. Make its addresses an input");
  }

  static class AcceptsEverything extends OpensUnbound {
    @Override
    protected Optional<InputCheck> inputCheck() {
      return Optional.of((files, endpoint, given) -> given.isEmpty());
    }
  }

  @Test
  void findsAnInputThatAcceptsTooMuch() {
    failures(AcceptsEverything.class)
        .areOnly("refusesInputsThatWouldOpenTooMuch")
        .say("The output accepts [\"\"] as the addresses of `office`");
  }

  static class ChangesItsInfo extends Contract {
    public static class Exporter extends PlainExporter {
      private static final AtomicLong CALLS = new AtomicLong();

      @Override
      public ExporterInfo info() {
        ExporterInfo info = super.info();
        return ExporterInfo.of(
            info.id(),
            "Plain lines " + CALLS.incrementAndGet(),
            info.version(),
            info.platform(),
            info.capabilities());
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAnInfoThatChanges() {
    failures(ChangesItsInfo.class).areOnly("declaresWhatItIs").say("keep it in a constant");
  }

  @Test
  void findsAnExporterThatIsNotRegistered() {
    Failures.of(Forgets.class, Set.of(ANOTHER_JVM))
        .include("isFoundByItsServiceName")
        .say("META-INF/services/dev.rulecast.exporter.RuleExporter");
  }

  static class RemembersTheWrongThing extends Contract {
    public static class Exporter extends PlainExporter {
      @Override
      void write(Collection<Demand> demands, ExportContext context) throws IOException {
        super.write(demands, context);
        String runs = context.previous().getOrDefault("runs", "");
        context.remember(Map.of("runs", runs + "x"));
      }
    }

    @Override
    protected RuleExporter exporter() {
      return new Exporter();
    }
  }

  @Test
  void findsAMemoryThatGrows() {
    failures(RemembersTheWrongThing.class)
        .areOnly("changesNothingWhenNothingChanged")
        .say("remembers something else");
  }

  @Test
  void putsTheDefaultsBack() {
    Locale locale = Locale.getDefault();
    assertThat(Defaults.with("tr-TR", "Etc/GMT+12", () -> "I".toLowerCase(Locale.getDefault())))
        .isEqualTo("ı");
    assertThat(Locale.getDefault()).isEqualTo(locale);
  }
}

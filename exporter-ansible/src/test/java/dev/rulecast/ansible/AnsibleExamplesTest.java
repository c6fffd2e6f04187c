package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.AnsibleSandbox.Call;
import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.Reference;
import dev.rulecast.testkit.reference.WindowsOptions;
import dev.rulecast.testkit.reference.WindowsRule;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The role of every example does what its documents say, says the real Ansible. */
@WithTools(Tool.ANSIBLE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsibleExamplesTest {

  /** Of two examples in which Ansible has the same to do, {@link MeaningTest} alone has both. */
  private static final Set<String> ALIKE =
      Set.of(
          "deny-apart",
          "every-port",
          "expired",
          "external-with-fqdns",
          "ipv6-only",
          "lists-and-ranges",
          "logon-activity-production",
          "merged-purposes",
          "parameters",
          "predefined-windows",
          "two-endpoints-one-cidr",
          "unbound");

  static List<Example> examples() throws IOException {
    return Stream.concat(Examples.all().stream(), Stream.of(Examples.catalog()))
        .filter(example -> !ALIKE.contains(example.name()))
        .toList();
  }

  private final Map<String, Played> played = new LinkedHashMap<>();

  /** Two at a time, since each of them waits a lot. */
  @BeforeAll
  void playAll(@TempDir Path folder) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      Map<String, Future<Played>> plays = new LinkedHashMap<>();
      for (Example example : examples()) {
        plays.put(
            example.name(),
            workers.submit(() -> Played.play(example, folder.resolve(example.name()))));
      }
      for (Map.Entry<String, Future<Played>> play : plays.entrySet()) {
        played.put(play.getKey(), play.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Played played(Example example) {
    return Objects.requireNonNull(played.get(example.name()), example.name());
  }

  private SortedMap<String, SortedSet<WindowsRule>> expected(Example example) {
    return Reference.of(Fixture.AS_OF, example.documents())
        .windowsFirewall(
            new WindowsOptions(
                example.options().getOrDefault("predefined", "rules").equals("group"),
                played(example).inputs()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void eachHostGetsWhatTheDocumentsSayOfItsGroups(Example example) {
    Played run = played(example);
    SortedMap<String, SortedSet<WindowsRule>> expected = expected(example);
    for (String host : run.inventory().hosts()) {
      SortedSet<WindowsRule> rules = new TreeSet<>();
      for (String group : run.inventory().groupsOf(host)) {
        rules.addAll(expected.getOrDefault(group.replace('_', '-'), new TreeSet<>()));
      }
      List<WindowsRule> made =
          run.made(host).stream().map(call -> WindowsRule.of(call.arguments())).toList();
      assertThat(new TreeSet<>(made)).as(host).isEqualTo(rules);
      if (run.inventory().groupsOf(host).size() == 1) {
        assertThat(made).as(host + ": no rule twice").hasSize(rules.size());
      }
    }
    assertThat(run.calls().get(0)).noneMatch(Call::ignored);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void noTwoRulesOfAHostHaveOneName(Example example) {
    Played run = played(example);
    for (String host : run.inventory().hosts()) {
      List<String> names = new ArrayList<>();
      for (Call call : run.made(host)) {
        if (!call.name().isEmpty()) {
          names.add(call.name().toLowerCase(Locale.ROOT));
          assertThat(call.changed()).as(call.toString()).isTrue();
        }
      }
      assertThat(names).as(host).doesNotHaveDuplicates().doesNotContain("all");
      assertThat(names)
          .noneMatch(name -> name.contains("|") || name.length() > RuleNames.MAX_CHARS);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void blocksComeFirst(Example example) {
    Played run = played(example);
    for (String host : run.inventory().hosts()) {
      List<Object> actions =
          run.made(host).stream()
              .filter(call -> !call.name().isEmpty())
              .map(call -> call.arguments().getOrDefault("action", ""))
              .toList();
      assertThat(actions.lastIndexOf("block")).isLessThanOrEqualTo(firstAllow(actions));
    }
  }

  private static int firstAllow(List<Object> actions) {
    int first = actions.indexOf("allow");
    return first < 0 ? actions.size() : first;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void aSecondRunChangesNothing(Example example) {
    List<Call> second = played(example).calls().get(1);
    assertThat(second).hasSameSizeAs(played(example).calls().get(0)).noneMatch(Call::changed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void absentLeavesNothingButWhatWindowsShips(Example example) {
    Played run = played(example);
    SortedMap<String, SortedSet<WindowsRule>> expected = expected(example);
    for (String host : run.inventory().hosts()) {
      assertThat(AnsibleSandbox.ownRules(run.stores(), host)).as(host).isEmpty();
      List<String> groups = new ArrayList<>();
      for (String group : run.inventory().groupsOf(host)) {
        expected.getOrDefault(group.replace('_', '-'), new TreeSet<>()).stream()
            .filter(rule -> rule.direction().equals("group"))
            .forEach(rule -> groups.add(rule.action()));
      }
      assertThat(AnsibleSandbox.shipped(run.stores(), host)).as(host).hasSize(16);
      assertThat(AnsibleSandbox.shipped(run.stores(), host))
          .as(host)
          .allMatch(
              rule ->
                  rule.path("enabled").asBoolean(false)
                      == groups.contains(rule.path("group").asString("")));
    }
  }
}

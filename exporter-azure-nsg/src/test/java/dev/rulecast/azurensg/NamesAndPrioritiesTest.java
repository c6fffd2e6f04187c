package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.model.Action;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesAndPrioritiesTest {
  /** The numbers of people who computed the same formula elsewhere. */
  @Test
  void prioritiesAreAHashOfTheName() {
    String name = "Allow-auditor-server-to-domain-controllers-Tcp-389-";
    assertThat(Priorities.of(List.of(name + "In"), Side.INBOUND, Action.ALLOW))
        .containsExactly(Map.entry(name + "In", 3475));
    assertThat(Priorities.of(List.of(name + "Out"), Side.OUTBOUND, Action.ALLOW))
        .containsExactly(Map.entry(name + "Out", 2245));
  }

  @Test
  void aTakenNumberIsPassedOnInTheOrderOfNames() {
    List<String> names = IntStream.range(0, 500).mapToObj(i -> "n" + i).toList();
    Map<String, Integer> all = Priorities.of(names, Side.INBOUND, Action.DENY);
    assertThat(new HashSet<>(all.values())).hasSize(500);
    List<String> reversed = new ArrayList<>(names);
    java.util.Collections.reverse(reversed);
    assertThat(Priorities.of(reversed, Side.INBOUND, Action.DENY)).isEqualTo(all);
    List<String> more = new ArrayList<>(names);
    more.add("n500");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Priorities.of(more, Side.INBOUND, Action.DENY));
  }

  private static Fixture fifty(boolean oneMore) {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rules.add(tcp("r" + i, "a", "b", Integer.toString(1_000 + 10 * i)));
    }
    if (oneMore) {
      rules.add(25, tcp("another", "a", "b", "1255"));
    }
    return fixture(
        "a: {}, b: {}",
        String.join(", ", rules),
        "a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.0/24]}");
  }

  /** In the middle of fifty, and not one that happens to collide. */
  @Test
  void aRuleMoreChangesItsOwnLinesOnly() {
    for (String option : List.of("inline", "child")) {
      Map<String, String> before = NsgExamples.export(fifty(false), Map.of("rules", option));
      Map<String, String> after = NsgExamples.export(fifty(true), Map.of("rules", option));
      for (String file : List.of("azuredeploy.json", "main.bicep")) {
        List<String> lines = new ArrayList<>(after.getOrDefault(file, "").lines().toList());
        List<String> added = new ArrayList<>();
        for (String line : before.getOrDefault(file, "").lines().toList()) {
          while (!lines.get(0).equals(line)) {
            added.add(lines.remove(0));
          }
          lines.remove(0);
        }
        assertThat(lines).isEmpty();
        // A rule inbound and one outbound, of 14 lines each; braces may be those of a neighbour.
        assertThat(added).as(file + " " + option).hasSize(28);
        assertThat(String.join("\n", added))
            .contains("Allow-a-to-b-Tcp-1255-In", "Allow-a-to-b-Tcp-1255-Out", "Why another");
      }
    }
  }

  @Test
  void whereNumbersCollideOneMoreRuleMoves() {
    List<String> names = new ArrayList<>();
    Set<Integer> slots = new HashSet<>();
    for (int i = 0; names.size() < 50; i++) {
      if (slots.add(new Sha256().slot("Inbound|m" + i, 3_000))) {
        names.add("m" + i);
      }
    }
    String collides =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "a" + i)
            .filter(
                name ->
                    new Sha256().slot("Inbound|" + name, 3_000)
                        == new Sha256().slot("Inbound|m0", 3_000))
            .findFirst()
            .orElseThrow();
    Map<String, Integer> before = Priorities.of(names, Side.INBOUND, Action.ALLOW);
    names.add(collides);
    Map<String, Integer> after = Priorities.of(names, Side.INBOUND, Action.ALLOW);
    assertThat(before.keySet())
        .filteredOn(name -> !before.get(name).equals(after.get(name)))
        .containsExactly("m0");
    assertThat(after.get("m0")).isEqualTo(before.get("m0") + 1);
  }

  @Test
  void identifiersDifferInMoreThanCase() {
    Identifiers identifiers =
        new Identifiers(
            Map.of("1", "ab-c", "2", "a-bc", "3", "abC", "4", "domain-controllers", "5", "7-zip"));
    assertThat(identifiers.of("4")).isEqualTo("domainControllers");
    assertThat(identifiers.of("5")).isEqualTo("n7Zip");
    assertThat(List.of(identifiers.of("1"), identifiers.of("2"), identifiers.of("3")))
        .allMatch(name -> name.matches("(?i)abc_[0-9a-f]{8}"))
        .doesNotHaveDuplicates();
  }
}

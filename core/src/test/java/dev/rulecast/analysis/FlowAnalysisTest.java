package dev.rulecast.analysis;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowAnalysisTest {

  @Test
  void namesTheCoveringRuleAndEveryCoveredFlow() {
    assertThat(
            analyse(
                allow("wide", "a", "b").tcp("1-1000"),
                allow("narrow", "a", "b").tcp("80 443"),
                allow("other", "a", "b").tcp("80")))
        .containsExactly(
            "The rule `web/wide` covers these flows; they are kept. [covered]"
                + " [web/narrow (a to b, tcp 443), web/narrow (a to b, tcp 80),"
                + " web/other (a to b, tcp 80)]");
  }

  @Test
  void namesAnAllowThatDeniesRefuseTogether() {
    assertThat(
            analyse(
                allow("web", "a", "b").tcp("80-90"),
                deny("low", "a", "b").tcp("1-85"),
                deny("high", "a", "b").tcp("86-100")))
        .containsExactly(
            "Deny rules refuse everything that these allow. [dead] Hint: delete one side or the"
                + " other [web/web (a to b, tcp 80-90)]");
  }

  @ParameterizedTest
  @CsvSource({
    "80-90, 80-85 86-90, true",
    "80-90, 80-85 87-90, false",
    "80-90, 81-95, false",
    "80-90, 70-89, false",
    "any, 1-1000 1001-65535, true",
  })
  void findsTheDeadAmongPorts(String allowed, String denied, boolean dead) {
    List<String> found =
        analyse(allow("r", "a", "b").tcp(allowed), deny("d", "a", "b").tcp(denied));

    assertThat(!found.isEmpty()).isEqualTo(dead);
  }

  /** `protocol [ports or type] [from source ports] [of program]`, several with commas between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp 80-85                | tcp 80-90                                             | true",
        "tcp 88-90                | tcp 80-90                                             | true",
        "tcp 80                   | tcp 1-5, tcp 70-90, tcp 100                           | true",
        "tcp 80                   | tcp 1-5, tcp 81-90                                    | false",
        "tcp 80                   | udp 80                                                | false",
        "tcp 80                   | udp 80, any                                           | true",
        "tcp 80                   | icmp                                                  | false",
        "icmp 8                   | icmp                                                  | true",
        "icmp 3/4                 | icmp 3                                                | true",
        "icmp 8                   | icmp 3                                                | false",
        "icmp                     | icmp 8                                                | false",
        "icmp 8                   | tcp any, udp any                                      | false",
        "esp                      | ah                                                    | false",
        "any                      | tcp any, udp any                                      | false",
        "tcp 80                   | tcp 80 of x                                           | false",
        "tcp 80 of x              | tcp 80 of x                                           | true",
        "tcp 80 of x              | tcp 80                                                | true",
        "tcp 80 of x              | tcp 80 of y                                           | false",
        "tcp 80 of x              | tcp 80 from 1-9 of x, tcp 80 from 10-65535 of x       | true",
        "tcp 80 of x              | tcp 80 from 1-9, tcp 80 from 10-65535 of x            | true",
        "tcp 80 of x              | tcp 80 from 1-9 of y, tcp 80 from 10-65535 of x       | false",
        "tcp 80 from 1000         | tcp 80 from 1000-1001                                 | true",
        "tcp 80 from 1000         | tcp 80 from 1001                                      | false",
        "tcp 80 from 1000-1003    | tcp 80 from 1000-1001, tcp 80 from 1002-1003          | true",
        "tcp 80 from 1000-1003    | tcp 80 from 1000-1001, tcp 80 from 1003               | false",
        "tcp 80                   | tcp 80 from 1-1023                                    | false",
        "tcp 80                   | tcp 80 from 1-1023, tcp 1-100 from 1024-65535         | true",
        "tcp 80                   | tcp 80 from 1-1023, tcp 80 from 1025-65535            | false",
        "tcp 80                   | tcp 80 from 1-1023, udp 80 from 1024-65535            | false",
        "tcp 80-90                | tcp 80-85 from 1-1023, tcp 80-90 from 1024-65535      | false",
        "tcp 80-85                | tcp 80-85 from 1-1023, tcp 80-90 from 1024-65535      | true",
        "tcp 80-86                | tcp 80-85 from 1-1023, tcp 80-90 from 1024-65535      | false",
        "tcp 79-85                | tcp 79-85 from 1-1023, tcp 80-90 from 1024-65535      | false",
        "tcp 80-90                | tcp 80-85 from 1-9, tcp 10-99 from 10-65535, tcp 86-90 | true",
        "tcp 65535                | tcp 65535 from 1-1023, tcp 65535 from 1024-65535      | true",
      })
  void findsTheDeadAmongAllTraffic(String allowed, String denied, boolean dead) {
    List<Rules> rules = new ArrayList<>(List.of(traffic(allow("r", "a", "b"), allowed)));
    for (String each : denied.split(", ")) {
      rules.add(traffic(deny("d" + rules.size(), "a", "b"), each));
    }

    List<String> found = analyse(rules.toArray(Rules[]::new));

    assertThat(found.stream().anyMatch(text -> text.contains("[dead]"))).isEqualTo(dead);
  }

  /** Those of the second column that are covered by another of the two columns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp 80-90             | tcp 80, tcp 85, tcp 90                | tcp 80, tcp 85, tcp 90",
        "tcp 80-90             | tcp 79, tcp 85-91, tcp 92, udp 85     | ''",
        "tcp 80-90             | tcp 80-85                             | tcp 80-85",
        "tcp 80-90             | tcp 80-85, tcp 80                     | tcp 80, tcp 80-85",
        "tcp 80                | tcp 80-85, tcp 80-90                  | tcp 80-85",
        "tcp 1-1000            | tcp 5-6, tcp 100                      | tcp 100, tcp 5-6",
        "tcp 1-10              | tcp 5-100, tcp 50-60, tcp 101         | tcp 50-60",
        "tcp any               | esp, udp 80, icmp                     | ''",
        "tcp any               | any                                   | ''",
        "any                   | esp, udp 80, icmp 8, tcp any          | esp, icmp 8, tcp any, udp 80",
        "icmp                  | icmp 8, icmp 3/4, icmpv6 128          | icmp 3/4, icmp 8",
        "icmp 3                | icmp 3/4, icmp 8                      | icmp 3/4",
        "esp                   | ah                                    | ''",
        "tcp 80                | tcp 80 from 1000, tcp 80 of x         | tcp 80 from 1000, tcp 80 of x",
        "tcp 80-90 from 1000   | tcp 80, tcp 81 from 1001              | ''",
        "tcp 80-90 from 1-1000 | tcp 80 from 5, tcp 99 from 5          | tcp 80 from 5",
        "tcp 80-90 of x        | tcp 80 of y, tcp 81 of x              | tcp 81 of x",
      })
  void findsTheCovered(String wide, String narrow, String expected) {
    List<Rules> rules = new ArrayList<>(List.of(traffic(allow("wide", "a", "b"), wide)));
    String[] others = narrow.split(", ");
    for (int i = 0; i < others.length; i++) {
      rules.add(traffic(allow("r" + i, "a", "b"), others[i]));
    }

    String found = String.join(" ", analyse(rules.toArray(Rules[]::new)));

    assertThat(
            IntStream.range(0, others.length)
                .filter(i -> found.contains("web/r" + i + " ("))
                .mapToObj(i -> others[i])
                .sorted())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
  }

  private static Rules traffic(Rules rule, String text) {
    String[] program = text.split(" of ");
    String[] from = program[0].split(" from ");
    String[] words = from[0].split(" ");
    Rules made = rule.protocols(words[0]);
    if (words.length > 1) {
      made = words[0].startsWith("icmp") ? made.icmpTypes(words[1]) : made.ports(words[1]);
    }
    made = from.length > 1 ? made.sourcePorts(from[1]) : made;
    return program.length > 1 ? made.program(program[1]) : made;
  }

  @Test
  void findsAnAllowThatADenyOfEverythingRefuses() {
    assertThat(
            analyse(
                allow("r", "a", "b").tcp("80").sourcePorts("1024-65535"),
                allow("s", "a", "b").protocols("icmp").icmpTypes("8"),
                allow("t", "a", "b").protocols("any"),
                deny("d", "a", "b").protocols("any")))
        .filteredOn(text -> text.contains("[dead]"))
        .singleElement()
        .asString()
        .contains("web/r (a to b, tcp 80), web/s (a to b, icmp 8), web/t (a to b, any)");
  }

  @Test
  void comparesOnlyFlowsOfTheSameEndpoints() {
    assertThat(
            analyse(
                allow("r", "a", "b").tcp("80"),
                allow("s", "b", "a").tcp("1-1000"),
                allow("t", "a", "c").tcp("1-1000"),
                deny("u", "c", "b").tcp("80")))
        .isEmpty();
  }

  @Test
  void findsACoveredDeny() {
    assertThat(analyse(deny("wide", "a", "b").protocols("any"), deny("narrow", "a", "b").tcp("80")))
        .hasSize(1);
  }

  @Test
  void findsNothingCoveredByTheOtherAction() {
    assertThat(
            analyse(deny("wide", "a", "b").tcp("1-100"), allow("narrow", "a", "b").tcp("80-101")))
        .isEmpty();
  }

  @Test
  void saysTheSameWhateverTheEnvironment() {
    Rules[] rules = {
      allow("wide", "a", "b").tcp("1-1000"),
      allow("narrow", "a", "b").tcp("80"),
      allow("elsewhere", "c", "b").tcp("80"),
      deny("none", "c", "b").tcp("any"),
    };
    Environment same = Environments.of("a", "10.0.0.1", "b", "10.0.0.2", "c", "10.0.0.1");
    Environment apart = Environments.of("a", "10.0.0.1", "b", "10.0.0.2", "c", "10.0.0.3");

    List<String> expected = analyse(rules);
    assertThat(expected).hasSize(2);
    assertThat(analyse(same, rules)).isEqualTo(expected);
    assertThat(analyse(apart, rules)).isEqualTo(expected);
  }

  @Test
  @Tag("slow")
  void analysesManyFlowsOfOnePair() {
    StringBuilder odd = new StringBuilder();
    Rules[] rules = new Rules[60_001];
    for (int i = 0; i < 60_000; i++) {
      rules[i] = allow("r" + i, "a", "b").tcp(Integer.toString(i + 1));
      odd.append(i % 2 == 1 ? i + " " : "");
    }
    rules[60_000] = deny("all", "a", "b").tcp(odd.toString());

    assertThat(analyse(rules)).hasSize(1);
  }

  private static List<String> analyse(Rules... rules) {
    return analyse(Environment.none(), rules);
  }

  private static List<String> analyse(Environment environment, Rules... rules) {
    Diagnostics diagnostics = new Diagnostics();
    FlowAnalysis.report(Bound.in(environment, RuleSets.of("web", rules)).policy(), diagnostics);
    return diagnostics.sorted().stream().map(Bound::text).toList();
  }
}

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
import java.util.List;
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

  @Test
  void findsAnAllowThatDeniesOfAllSourcePortsRefuseTogether() {
    assertThat(
            analyse(
                allow("r", "a", "b").tcp("80"),
                deny("low", "a", "b").tcp("80").sourcePorts("1-1023"),
                deny("high", "a", "b").tcp("1-100").sourcePorts("1024-65535")))
        .hasSize(1);
  }

  @Test
  void findsNoDeadAllowWhereADenyNeedsAProgram() {
    assertThat(
            analyse(
                allow("r", "a", "b").tcp("80"), deny("d", "a", "b").tcp("80").program("C:\\x.exe")))
        .isEmpty();
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

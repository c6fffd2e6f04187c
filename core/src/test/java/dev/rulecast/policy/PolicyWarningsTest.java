package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyWarningsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any",
        "0.0.0.0/0",
        "::/0",
        "0.0.0.0/1 128.0.0.0/1",
        "0.0.0.0-255.255.255.255",
        "::/1 8000::/1",
        "10.0.0.0/8 ::/0",
      })
  void warnsOfAnAllowFromEverywhere(String addresses) {
    assertThat(warnings(addresses, allow("r", "internet", "b").tcp("22"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1 0.0.0.0/2", "2000::/3", ""})
  void saysNothingOfNarrowerAddresses(String addresses) {
    assertThat(warnings(addresses, allow("r", "internet", "b").tcp("22"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "445", "3389", "any", "20-30", "440-450", "3000-4000"})
  void warnsOfSensitivePorts(String ports) {
    assertThat(warnings("any", allow("r", "internet", "b").tcp(ports))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "23", "443", "444", "446", "3388", "3390", "23-444"})
  void saysNothingOfOtherPorts(String ports) {
    assertThat(warnings("any", allow("r", "internet", "b").tcp(ports))).isEmpty();
  }

  @Test
  void warnsOfEveryProtocol() {
    assertThat(warnings("any", allow("r", "internet", "b").protocols("any")))
        .containsExactly(
            "rules.yaml:10:5: Every address may reach everything at `b`. [open-to-everyone] Hint:"
                + " give `internet` narrower addresses [web/r]");
  }

  @Test
  void namesPortsAndRules() {
    assertThat(
            warnings(
                "any",
                allow("r", "internet", "b").tcp("20-30"),
                allow("s", "internet", "b").tcp("20-30")))
        .containsExactly(
            "rules.yaml:10:5: Every address may reach tcp port 20-30 at `b`. [open-to-everyone]"
                + " Hint: give `internet` narrower addresses [web/r, web/s]");
  }

  @Test
  void saysNothingOfADeny() {
    assertThat(warnings("any", deny("r", "internet", "b").tcp("22"))).isEmpty();
  }

  @Test
  void saysNothingOfADestinationThatIsEverywhere() {
    assertThat(warnings("any", allow("r", "b", "internet").tcp("22"))).isEmpty();
  }

  private static List<String> warnings(String addresses, Rules... rules) {
    RuleSet ruleSet = RuleSets.of("web", rules);
    return Bound.in(Environments.of("internet", addresses), ruleSet).warnings();
  }
}

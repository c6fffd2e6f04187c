package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import org.junit.jupiter.api.Test;

class ParameterBinderTest {

  @Test
  void takesTheDefault() {
    RuleSet ruleSet = ruleSet("one").parameter("admin", "8443", 4).build();

    assertThat(Bound.unbound(ruleSet).flows()).containsExactly("allow a -> b tcp 8443");
  }

  @Test
  void prefersTheEnvironment() {
    RuleSet ruleSet = ruleSet("one").parameter("admin", "8443", 4).build();
    Environment environment = Environments.empty().parameter("admin", "9443").build();

    assertThat(Bound.in(environment, ruleSet).flows()).containsExactly("allow a -> b tcp 9443");
    assertThat(Bound.in(environment, ruleSet).diagnostics()).isEmpty();
  }

  @Test
  void joinsItsPortsWithThoseOfTheRule() {
    RuleSet ruleSet =
        RuleSets.named("one")
            .parameter("admin", 4)
            .rules(allow("r", "a", "b").tcp("80 $admin"))
            .build();
    Environment environment = Environments.empty().parameter("admin", "82 81 443").build();

    assertThat(Bound.in(environment, ruleSet).flows())
        .containsExactly("allow a -> b tcp 80-82", "allow a -> b tcp 443");
  }

  @Test
  void servesSourcePorts() {
    RuleSet ruleSet =
        RuleSets.named("one")
            .parameter("high", "1024-65535", 4)
            .rules(allow("r", "a", "b").tcp("80").sourcePorts("$high"))
            .build();

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly("allow a -> b tcp 80 from [1024-65535]");
  }

  @Test
  void refusesAParameterWithoutValue() {
    RuleSet ruleSet = ruleSet("one").parameter("admin", 4).build();

    assertThat(Bound.unbound(ruleSet).errors())
        .containsExactly(
            "rules.yaml:10:5: The parameter `$admin` has no value. [unbound-parameter] Hint: give"
                + " it one under parameters: in the environment, or a default: in the rule set");
  }

  @Test
  void refusesASourcePortParameterWithoutValue() {
    RuleSet ruleSet =
        RuleSets.named("one")
            .parameter("high", 4)
            .rules(allow("r", "a", "b").tcp("80").sourcePorts("$high"))
            .build();

    assertThat(Bound.unbound(ruleSet).errors())
        .singleElement()
        .asString()
        .contains("`$high` has no value");
  }

  @Test
  void makesNoFlowOfAParameterWithoutValue() {
    RuleSet ruleSet =
        RuleSets.named("one")
            .parameter("high", 4)
            .rules(allow("r", "a", "b").tcp("80").sourcePorts("2000 $high"))
            .build();

    assertThat(Bound.unbound(ruleSet).flows()).isEmpty();
  }

  @Test
  void takesTheDefaultOfAnyRuleSet() {
    RuleSet one = ruleSet("one").parameter("admin", 4).build();
    RuleSet two = RuleSets.named("two").parameter("admin", "8443", 5).build();

    assertThat(Bound.unbound(one, two).flows()).containsExactly("allow a -> b tcp 8443");
    assertThat(Bound.unbound(one, two).diagnostics()).isEmpty();
  }

  @Test
  void keepsTheDefaultThatALaterRuleSetLeavesOut() {
    RuleSet one = ruleSet("one").parameter("admin", "8443", 4).build();
    RuleSet two = RuleSets.named("two").parameter("admin", 5).build();

    assertThat(Bound.unbound(one, two).flows()).containsExactly("allow a -> b tcp 8443");
    assertThat(Bound.unbound(one, two).diagnostics()).isEmpty();
  }

  @Test
  void acceptsTheSameDefaultTwice() {
    RuleSet one = ruleSet("one").parameter("admin", "80 81", 4).build();
    RuleSet two = RuleSets.named("two").parameter("admin", "80-81", 5).build();

    assertThat(Bound.unbound(one, two).diagnostics()).isEmpty();
  }

  @Test
  void showsBothPlacesOfConflictingDefaults() {
    RuleSet one = ruleSet("one").parameter("admin", "8443", 4).build();
    RuleSet two = RuleSets.named("two").parameter("admin", "9443", 5).build();

    assertThat(Bound.unbound(two, one).errors())
        .containsExactly(
            "two.yaml:5:3: The parameter `admin` has another default at one.yaml:4:3."
                + " [conflicting-default] Hint: give it one default, or one of the two another"
                + " id");
  }

  @Test
  void showsThePlaceThatHasTheDefault() {
    RuleSet one = ruleSet("one").parameter("admin", 4).build();
    RuleSet two = RuleSets.named("two").parameter("admin", "8443", 5).build();
    RuleSet zwo = RuleSets.named("zwo").parameter("admin", "9443", 6).build();

    assertThat(Bound.unbound(one, two, zwo).errors())
        .singleElement()
        .asString()
        .startsWith("zwo.yaml:6:3: The parameter `admin` has another default at two.yaml:5:3.");
  }

  @Test
  void warnsOfAParameterOfTheEnvironmentThatNobodyDeclares() {
    RuleSet ruleSet = ruleSet("one").parameter("admin", "8443", 4).build();
    Environment environment = Environments.empty().parameter("admn", "9443").build();

    assertThat(Bound.in(environment, ruleSet).warnings())
        .containsExactly(
            "env.yaml:7:3: No rule set declares the parameter `admn`. [unused-parameter]"
                + " Hint: did you mean `admin`?");
  }

  private static RuleSets ruleSet(String name) {
    Rules rule = allow("r", "a", "b").tcp("$admin");
    return RuleSets.named(name).rules(rule);
  }
}

package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Today is 2026-06-15. */
class ExpiryTest {

  @Test
  void isValidThroughItsLastDay() {
    assertThat(bind(rule("2026-06-15")).flows()).hasSize(1);
  }

  @Test
  void leavesOutAnExpiredAllowWithAWarning() {
    Bound bound = bind(rule("2026-06-14"));

    assertThat(bound.flows()).isEmpty();
    assertThat(bound.diagnostics())
        .extracting(Bound::text)
        .containsExactly(
            "rules.yaml:10:5: The allow rule `web/r` expired on 2026-06-14 and is left out."
                + " [expired] Hint: extend or delete it");
    assertThat(bound.warnings()).hasSize(1);
  }

  @Test
  void refusesAnExpiredDeny() {
    Bound bound = bind(deny("r", "a", "b").tcp("80").expires("2026-06-14"));

    assertThat(bound.errors())
        .containsExactly(
            "rules.yaml:10:5: The deny rule `web/r` expired on 2026-06-14. [expired] Hint: extend"
                + " or delete it");
  }

  @Test
  void warnsThirtyDaysAhead() {
    assertThat(bind(rule("2026-07-15")).warnings())
        .containsExactly(
            "rules.yaml:10:5: The allow rule `web/r` expires on 2026-07-15. [expires-soon] Hint: extend or"
                + " delete it");
  }

  @Test
  void warnsOnTheLastDay() {
    assertThat(bind(rule("2026-06-15")).warnings())
        .containsExactly(
            "rules.yaml:10:5: The allow rule `web/r` expires on 2026-06-15. [expires-soon] Hint: extend or"
                + " delete it");
  }

  @Test
  void saysNothingThirtyOneDaysAhead() {
    assertThat(bind(rule("2026-07-16")).diagnostics()).isEmpty();
  }

  @Test
  void warnsOfADenyThatExpiresSoon() {
    assertThat(bind(deny("r", "a", "b").tcp("80").expires("2026-07-01")).warnings()).hasSize(1);
  }

  @Test
  void warnsOncePerRuleWithItsOwnDay() {
    Bound bound =
        bind(
            allow("r", "a", "b").tcp("80 443").expires("2026-06-20").atLine(20),
            allow("s", "a", "b").tcp("80").expires("2026-06-25").atLine(30),
            allow("t", "a", "b").tcp("80 443").atLine(40));

    assertThat(bound.warnings())
        .containsExactly(
            "rules.yaml:20:5: The allow rule `web/r` expires on 2026-06-20. [expires-soon] Hint: extend"
                + " or delete it",
            "rules.yaml:30:5: The allow rule `web/s` expires on 2026-06-25. [expires-soon] Hint: extend"
                + " or delete it");
  }

  @Test
  void lastsAsLongAsTheLastOfTheMergedRules() {
    Bound bound =
        bind(
            allow("r", "a", "b").tcp("80").expires("2027-01-31"),
            allow("s", "a", "b").tcp("80").expires("2028-01-31"),
            allow("t", "a", "b").tcp("80").expires("2027-06-30"));

    assertThat(bound.policy().flows().get(0).expires()).contains(LocalDate.of(2028, 1, 31));
  }

  @Test
  void lastsForEverIfOneOfTheMergedRulesDoes() {
    Bound bound =
        bind(
            allow("r", "a", "b").tcp("80").expires("2027-01-31"),
            allow("s", "a", "b").tcp("80"),
            allow("t", "a", "b").tcp("80").expires("2027-06-30"));

    assertThat(bound.policy().flows().get(0).expires()).isEmpty();
  }

  @Test
  void doesNotMergeAnExpiredRule() {
    Bound bound = bind(rule("2026-06-14"), allow("s", "a", "b").tcp("80"));

    assertThat(bound.policy().flows().get(0).references()).containsExactly("web/s");
  }

  @Test
  void judgesAnyDay() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").tcp("80").expires("2026-06-15"));
    Diagnostics diagnostics = new Diagnostics();

    Policy policy =
        new Binder(Bound.PLATFORMS, LocalDate.MAX, diagnostics)
            .bind(List.of(ruleSet), Environment.none());

    assertThat(policy.flows()).isEmpty();
  }

  private static Rules rule(String expires) {
    return allow("r", "a", "b").tcp("80").expires(expires);
  }

  private static Bound bind(Rules... rules) {
    return Bound.unbound(RuleSets.of("web", rules));
  }
}

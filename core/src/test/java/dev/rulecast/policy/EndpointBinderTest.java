package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointBinderTest {
  private static final RuleSet RULES = RuleSets.of("web", allow("r", "a", "b").tcp("80"));

  @Test
  void leavesAnEndpointWithoutAddressesUnbound() {
    Bound bound = Bound.in(Environments.of("a", "10.0.0.1"), RULES);

    assertThat(bound.endpoint("b").isBound()).isFalse();
  }

  @Test
  void takesTheAddressesOfTheEnvironment() {
    Bound bound = Bound.in(Environments.of("a", "10.0.0.1 2001:db8::/64"), RULES);

    assertThat(bound.endpoint("a").addresses())
        .isEqualTo(Environments.addresses("10.0.0.1 2001:db8::/64"));
  }

  @Test
  void leavesAnEndpointThatTheEnvironmentOnlyConfiguresUnbound() {
    Environment environment = Environments.empty().managedBy("a", "ansible").build();

    assertThat(Bound.in(environment, RULES).endpoint("a").isBound()).isFalse();
  }

  @Test
  void namesAnEndpointByItsIdWithoutTitle() {
    assertThat(Bound.unbound(RULES).endpoint("a").title()).isEqualTo("a");
  }

  @Test
  void listsTheEndpointsById() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "c b", "a").tcp("80"));

    assertThat(Bound.unbound(ruleSet).policy().endpoints())
        .extracting(Endpoint::id)
        .containsExactly("a", "b", "c");
  }

  @Test
  void showsBothPlacesOfConflictingExternals() {
    RuleSet one = RuleSets.named("one").internal("m365", 4).build();
    RuleSet two = RuleSets.named("two").external("m365", 5).build();

    assertThat(Bound.unbound(two, one).errors())
        .containsExactly(
            "two.yaml:5:3: The endpoint `m365` is external here, but not external at one.yaml:4:3."
                + " [conflicting-external] Hint: say the same in both rule sets, or give one"
                + " endpoint another id");
  }

  @Test
  void showsBothPlacesOfConflictingExternalsTheOtherWayRound() {
    RuleSet one = RuleSets.named("one").external("m365", 4).build();
    RuleSet two = RuleSets.named("two").internal("m365", 5).build();

    assertThat(Bound.unbound(one, two).errors())
        .singleElement()
        .asString()
        .startsWith(
            "two.yaml:5:3: The endpoint `m365` is not external here, but external at one.yaml:4:3.");
  }

  @Test
  void showsTheFirstPlaceWhereNoneHasATitle() {
    RuleSet one = RuleSets.named("one").internal("m365", 4).build();
    RuleSet two = RuleSets.named("two").internal("m365", 5).build();
    RuleSet zwo = RuleSets.named("zwo").external("m365", 6).build();

    assertThat(Bound.unbound(one, two, zwo).errors())
        .singleElement()
        .asString()
        .contains("not external at one.yaml:4:3");
  }

  @Test
  void takesTheFirstTitleInCanonicalOrderWithAWarning() {
    RuleSet one = RuleSets.named("one").titled("dc", "Domain controllers", 4).build();
    RuleSet two = RuleSets.named("two").titled("dc", "DCs", 5).build();

    Bound bound = Bound.unbound(two, one);

    assertThat(bound.endpoint("dc").title()).isEqualTo("Domain controllers");
    assertThat(bound.warnings())
        .containsExactly(
            "two.yaml:5:3: The endpoint `dc` has another title at one.yaml:4:3, which is used."
                + " [conflicting-title] Hint: give it one title");
  }

  @Test
  void takesTheOnlyTitleWithoutAWarning() {
    RuleSet one = RuleSets.named("one").endpoint("dc").build();
    RuleSet two = RuleSets.named("two").titled("dc", "DCs", 5).build();

    Bound bound = Bound.unbound(one, two);

    assertThat(bound.endpoint("dc").title()).isEqualTo("DCs");
    assertThat(bound.diagnostics()).isEmpty();
  }

  @Test
  void takesTheSameTitleTwiceWithoutAWarning() {
    RuleSet one = RuleSets.named("one").titled("dc", "DCs", 4).build();
    RuleSet two = RuleSets.named("two").titled("dc", "DCs", 5).build();

    assertThat(Bound.unbound(one, two).diagnostics()).isEmpty();
  }

  @Test
  void keepsTheTitleThatALaterRuleSetLeavesOut() {
    RuleSet one = RuleSets.named("one").titled("dc", "DCs", 5).build();
    RuleSet two = RuleSets.named("two").endpoint("dc").build();

    Bound bound = Bound.unbound(one, two);

    assertThat(bound.endpoint("dc").title()).isEqualTo("DCs");
    assertThat(bound.diagnostics()).isEmpty();
  }

  @Test
  void showsThePlaceThatHasTheTitle() {
    RuleSet one = RuleSets.named("one").endpoint("dc").build();
    RuleSet two = RuleSets.named("two").titled("dc", "DCs", 5).build();
    RuleSet zwo = RuleSets.named("zwo").titled("dc", "Controllers", 6).build();

    assertThat(Bound.unbound(one, two, zwo).warnings())
        .singleElement()
        .asString()
        .startsWith("zwo.yaml:6:3: The endpoint `dc` has another title at two.yaml:5:3");
  }

  @Test
  void unitesTheHostNames() {
    RuleSet one = RuleSets.named("one").fqdns("m365", "b.example", "a.example").build();
    RuleSet two = RuleSets.named("two").fqdns("m365", "c.example", "a.example").build();

    assertThat(Bound.unbound(one, two).endpoint("m365").fqdns())
        .containsExactly("a.example", "b.example", "c.example");
  }

  @Test
  void warnsOfAnEndpointThatNoRuleSetNames() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "file-server", "b").tcp("80"));

    assertThat(Bound.in(Environments.of("fileserver", "10.0.0.1"), ruleSet).warnings())
        .containsExactly(
            "env.yaml:7:3: No rule set names the endpoint `fileserver`. [unused-endpoint] Hint:"
                + " did you mean `file-server`?");
  }

  @Test
  void isManagedByEveryPlatformThatNeedsNoSettings() {
    assertThat(Bound.unbound(RULES).endpoint("a").managedBy())
        .containsExactlyInAnyOrder("aws-sg", "ansible");
  }

  @Test
  void isManagedByAPlatformForWhichItHasSettings() {
    Environment environment =
        Environments.empty().settings("a", "netapp-ontap", new Bound.Svm("svm1")).build();

    assertThat(Bound.in(environment, RULES).endpoint("a").managedBy())
        .containsExactlyInAnyOrder("aws-sg", "ansible", "netapp-ontap");
  }

  @Test
  void isManagedByTheDefaultsOfTheEnvironment() {
    Environment environment =
        Environments.empty()
            .defaults("netapp-ontap")
            .settings("a", "aws-sg", new Bound.Svm("x"))
            .build();

    assertThat(Bound.in(environment, RULES).endpoint("a").managedBy())
        .containsExactly("netapp-ontap");
  }

  @Test
  void isManagedByWhatItSaysWhateverTheDefaults() {
    Environment environment =
        Environments.empty().defaults("aws-sg").managedBy("a", "ansible").build();

    assertThat(Bound.in(environment, RULES).endpoint("a").managedBy()).containsExactly("ansible");
  }

  @Test
  void isManagedByNobodyWhereItSaysSo() {
    Environment environment = Environments.empty().defaults("aws-sg").managedBy("a", "").build();

    assertThat(Bound.in(environment, RULES).endpoint("a").managedBy()).isEmpty();
  }

  @Test
  void isManagedByNobodyWhereTheDefaultsSaySo() {
    Environment environment = Environments.empty().defaults("").build();

    assertThat(Bound.in(environment, RULES).endpoint("a").managedBy()).isEmpty();
  }

  @Test
  void isManagedByNobodyIfExternalWhateverTheDefaults() {
    RuleSet ruleSet = RuleSets.named("web").external("m365", 4).build();
    Environment environment = Environments.empty().defaults("aws-sg").build();

    assertThat(Bound.in(environment, ruleSet).endpoint("m365").managedBy()).isEmpty();
  }

  @Test
  void isManagedEvenIfExternalWhereItSaysSo() {
    RuleSet ruleSet = RuleSets.named("web").external("m365", 4).build();
    Environment environment = Environments.empty().managedBy("m365", "aws-sg").build();

    assertThat(Bound.in(environment, ruleSet).endpoint("m365").managedBy())
        .containsExactly("aws-sg");
  }

  @Test
  void keepsItsSettings() {
    Environment environment =
        Environments.empty().settings("a", "netapp-ontap", new Bound.Svm("svm1")).build();

    assertThat(Bound.in(environment, RULES).endpoint("a").settings("netapp-ontap", Bound.Svm.class))
        .contains(new Bound.Svm("svm1"));
  }

  /** Compared with each other, these names would take minutes. */
  @Test
  void manyUnusedEndpointsAndManyDeclaredOnesTakeNoTime() {
    RuleSets ruleSet = RuleSets.named("web");
    Environments environment = Environments.empty();
    for (int i = 0; i < 20_000; i++) {
      ruleSet.internal("declared-" + i, 1);
      environment.at("declored-" + i, "10.0.0.1");
    }
    List<String> warnings = Bound.in(environment.build(), ruleSet.build()).warnings();

    assertThat(warnings).hasSize(20_000);
    assertThat(warnings.get(0)).endsWith("Hint: did you mean `declared-0`?");
  }
}

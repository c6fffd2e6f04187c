package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.azurensg.AzureNsgPlan;
import dev.rulecast.azurensg.AzureNsgPlanner;
import dev.rulecast.azurensg.AzureNsgPlatform;
import dev.rulecast.azurensg.DenyRest;
import dev.rulecast.azurensg.PlanLimits;
import dev.rulecast.terraform.InputView;
import dev.rulecast.terraform.InputView.ConditionView;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.PlanRun;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the variables of endpoints ask for whose addresses the caller gives. */
class NsgInputsTest {
  private static final String ENDPOINTS = "office: {}, branch: {}, old: {}, new: {}, dual: {}";
  private static final String BINDINGS =
      """
      old: {addresses: [10.0.0.1]}, new: {addresses: ["2001:db8::1"]},
      dual: {addresses: [10.0.1.1, "2001:db8:1::1"]}\
      """;

  private static final String IPV4 = "length(ipv4) > 0";
  private static final String IPV6 = "length(ipv6) > 0";
  private static final String EITHER = "length(ipv4) + length(ipv6) > 0";
  private static final String NO_IPV4 = "length(ipv4) == 0";
  private static final String NO_IPV6 = "length(ipv6) == 0";
  private static final String ONE_FAMILY = "length(ipv4) == 0 || length(ipv6) == 0";

  /** A rule for each pair of endpoints, such as {@code office-old}. */
  private static List<InputView> inputs(String... pairs) {
    String rules =
        Stream.of(pairs)
            .map(
                pair ->
                    "{id: %s, source: %s, destination: %s, protocol: tcp, ports: [443], purpose: X}"
                        .formatted(pair, pair.split("-")[0], pair.split("-")[1]))
            .collect(Collectors.joining(", "));
    AzureNsgPlan plan =
        PlanRun.of(
                Fixture.inline(ENDPOINTS, rules, BINDINGS),
                AzureNsgPlatform.PLATFORM,
                AzureNsgPlatform.CAPABILITIES,
                (policy, context) ->
                    AzureNsgPlanner.plan(context, DenyRest.NONE, PlanLimits.none()))
            .plan();
    return NsgInputs.of(plan);
  }

  private static List<String> conditions(InputView input) {
    return input.conditions().stream()
        .map(c -> c.expression().text().replace("var." + input.name().text() + "_addresses.", ""))
        .toList();
  }

  @Test
  void asksForTheFamilyOfTheOtherEnd() {
    assertThat(conditions(inputs("office-old").get(0))).containsExactly(IPV4, NO_IPV6);
    assertThat(conditions(inputs("office-new").get(0))).containsExactly(IPV6, NO_IPV4);
    assertThat(conditions(inputs("old-office").get(0))).containsExactly(IPV4, NO_IPV6);
  }

  @Test
  void eitherFamilyIsEnoughForAnEndOfBoth() {
    assertThat(conditions(inputs("office-dual").get(0))).containsExactly(EITHER);
  }

  @Test
  void asksForEachFamilyThatSomeRuleNeeds() {
    assertThat(conditions(inputs("office-old", "office-new").get(0))).containsExactly(IPV4, IPV6);
    assertThat(conditions(inputs("office-dual", "office-new", "office-old").get(0)))
        .containsExactly(IPV4, IPV6, EITHER);
  }

  /** No rule has two families, so neither may have both, whichever it has. */
  @Test
  void asksForOneFamilyWhereNeitherEndSaysWhich() {
    List<InputView> inputs = inputs("office-branch");
    assertThat(inputs).extracting(InputView::endpoint).containsExactly("branch", "office");
    assertThat(inputs)
        .allSatisfy(input -> assertThat(conditions(input)).containsExactly(EITHER, ONE_FAMILY));
    assertThat(inputs.get(1).conditions())
        .extracting(ConditionView::message)
        .contains(
            "The office_addresses value must hold addresses of one family: no rule of Azure has"
                + " both.");
  }

  /** A rule between two open ends has the family that one of them needs elsewhere. */
  @Test
  void asksForOneFamilyAtBothEndsWhereOneOfThemMeetsIt() {
    assertThat(inputs("office-branch", "branch-old"))
        .allSatisfy(input -> assertThat(conditions(input)).containsExactly(IPV4, NO_IPV6));
  }

  /** Or one could be given IPv4 alone and the other IPv6 alone, and no rule would be left. */
  @Test
  void asksForEachFamilyAtBothEndsWhereBothMayHaveBoth() {
    List<InputView> inputs = inputs("office-branch", "office-dual");
    assertThat(inputs).hasSize(2);
    assertThat(conditions(inputs.get(0))).containsExactly(IPV4, IPV6);
    assertThat(conditions(inputs.get(1))).containsExactly(IPV4, IPV6, EITHER);
  }

  @Test
  void asksForNothingWhereEveryAddressIsKnown() {
    assertThat(inputs("old-dual")).isEmpty();
  }
}

package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.Action;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules that deny the rest: whose, in which order, and what they are called. */
class RestDeniesTest {
  private static final String NETWORK = "b: {addresses: [10.0.2.0/24, \"2001:db8:2::/64\"]}";

  /** Both directions of the only group, inbound first. */
  private static List<NsgRule> rests(Fixture fixture) {
    PlannedNsg planned = PlannedNsg.of(fixture, DenyRest.ENDPOINT);
    assertThat(planned.plan().groups()).hasSize(1);
    return planned.plan().groups().get(0).rules().stream()
        .filter(rule -> rule.action() == Action.DENY)
        .toList();
  }

  private static List<String> lines(Fixture fixture) {
    return rests(fixture).stream()
        .map(rule -> rule.priority() + " " + PlannedNsg.line(rule))
        .toList();
  }

  private static Fixture one(String binding) {
    return fixture(
        "web: {}, b: {external: true}",
        tcp("r", "b", "web", "443"),
        NETWORK + (binding.isEmpty() ? "" : ", web: " + binding));
  }

  /** Endpoints with one group, each with this binding, and one that nothing is written for. */
  private static Fixture shared(List<String> ids, String binding) {
    return fixture(
        ids.stream().map(id -> id + ": {}, ").collect(Collectors.joining()) + "b: {external: true}",
        ids.stream().map(id -> tcp("r-" + id, "b", id, "443")).collect(Collectors.joining(", ")),
        NETWORK
            + ids.stream()
                .map(id -> ", " + id + ": " + binding.formatted(id))
                .collect(Collectors.joining()));
  }

  @Test
  void oneRuleOfADirectionDeniesWhatNoRuleIsAbout() {
    Fixture fixture = one("{addresses: [10.0.1.0/24, 10.0.3.1]}");
    assertThat(lines(fixture))
        .containsExactly(
            "4096 Deny-Other-to-web-In: * * -> 10.0.1.0/24,10.0.3.1/32 * *",
            "4096 Deny-Other-from-web-Out: 10.0.1.0/24,10.0.3.1/32 * -> * * *");
    assertThat(rests(fixture))
        .extracting(NsgRule::side)
        .containsExactly(Side.INBOUND, Side.OUTBOUND);
    assertThat(rests(fixture)).allMatch(rule -> rule.widenings().isEmpty());
  }

  @Test
  void saysWhatOfAzureItOverrides() {
    assertThat(rests(one("{addresses: [10.0.1.0/24]}")))
        .extracting(NsgRule::description)
        .containsExactly(
            "Everything else to web; overrides AllowVnetInBound (65000)",
            "Everything else from web; overrides AllowVnetOutBound (65000) and"
                + " AllowInternetOutBound (65001)");
  }

  @Test
  void cutsTheEndpointsAndNotWhatItOverrides() {
    List<String> ids = IntStream.range(0, 20).mapToObj(i -> "server-" + (char) ('a' + i)).toList();
    assertThat(rests(shared(ids, "{addresses: [10.0.1.0/24], settings: {azure-nsg: {nsg: x}}}")))
        .extracting(NsgRule::description)
        .containsExactly(
            "Everything else to server-a, server-b, server-c, server-d, server-e, server-f, server-g,"
                + " server-h, se...; overrides AllowVnetInBound (65000)",
            "Everything else from server-a, server-b, server-c, server-d, serve...; overrides"
                + " AllowVnetOutBound (65000) and AllowInternetOutBound (65001)")
        .allMatch(text -> text.length() == 140);
  }

  @Test
  void aRuleForIpv6PrecedesTheOneForIpv4() {
    assertThat(lines(one("{addresses: [10.0.1.0/24, \"2001:db8:1::/64\"]}")))
        .containsExactly(
            "4096 Deny-Other-to-web-In: * * -> 10.0.1.0/24 * *",
            "4095 Deny-Other-to-web-IPv6-In: * * -> 2001:db8:1::/64 * *",
            "4096 Deny-Other-from-web-Out: 10.0.1.0/24 * -> * * *",
            "4095 Deny-Other-from-web-IPv6-Out: 2001:db8:1::/64 * -> * * *");
  }

  @Test
  void endpointsOfAGroupHaveOneRuleWithTheAddressesOfAll() {
    assertThat(
            lines(
                fixture(
                    "web: {}, api: {}, b: {external: true}",
                    tcp("r", "b", "web", "443") + ", " + tcp("s", "b", "api", "80"),
                    NETWORK
                        + ", web: {addresses: [10.0.1.0/25], settings: {azure-nsg: {nsg: Front}}}"
                        + ", api: {addresses: [10.0.1.128/25], settings: {azure-nsg: {nsg: Front}}}")))
        .containsExactly(
            "4096 Deny-Other-to-Front-In: * * -> 10.0.1.0/24 * *",
            "4096 Deny-Other-from-Front-Out: 10.0.1.0/24 * -> * * *");
  }

  /** Even where other endpoints of the group have addresses of their own. */
  @Test
  void oneRuleIsEnoughWhereAnEndpointIsEverywhere() {
    assertThat(
            lines(
                fixture(
                    "a: {}, web: {}, b: {external: true}",
                    tcp("r", "b", "a", "443") + ", " + tcp("s", "b", "web", "80"),
                    NETWORK
                        + ", a: {addresses: [10.0.1.0/25], settings: {azure-nsg: {nsg: x}}}"
                        + ", web: {addresses: [any], settings: {azure-nsg: {nsg: x}}}")))
        .containsExactly(
            "4096 Deny-Other-to-x-In: * * -> * * *", "4096 Deny-Other-from-x-Out: * * -> * * *");
  }

  @Test
  void applicationSecurityGroupsStandInRulesOfTen() {
    List<String> ids = IntStream.range(0, 21).mapToObj(i -> "w" + (10 + i)).toList();
    String ten =
        IntStream.range(0, 10).mapToObj(i -> "asg-w" + (10 + i)).collect(Collectors.joining("+"));
    String next = ten.replace("asg-w1", "asg-w2");
    assertThat(
            lines(
                shared(ids, "{settings: {azure-nsg: {nsg: x, applicationSecurityGroup: asg-%s}}}")))
        .containsExactly(
            "4096 Deny-Other-to-x-In: * * -> " + ten + " * *",
            "4095 Deny-Other-to-x-groups-2-In: * * -> " + next + " * *",
            "4094 Deny-Other-to-x-groups-3-In: * * -> asg-w30 * *",
            "4096 Deny-Other-from-x-Out: " + ten + " * -> * * *",
            "4095 Deny-Other-from-x-groups-2-Out: " + next + " * -> * * *",
            "4094 Deny-Other-from-x-groups-3-Out: asg-w30 * -> * * *");
  }

  @Test
  void anApplicationSecurityGroupOfTwoEndpointsStandsThereOnce() {
    assertThat(
            lines(
                shared(
                    List.of("v", "w"),
                    "{settings: {azure-nsg: {nsg: x, applicationSecurityGroup: asg-all}}}")))
        .first()
        .isEqualTo("4096 Deny-Other-to-x-In: * * -> asg-all * *");
  }

  @Test
  void addressesPrecedeApplicationSecurityGroupsAndTheseInputs() {
    assertThat(
            lines(
                fixture(
                    "a: {}, g: {}, u: {}, b: {external: true}",
                    tcp("r", "b", "a", "1")
                        + ", "
                        + tcp("s", "b", "g", "2")
                        + ", "
                        + tcp("t", "b", "u", "3"),
                    NETWORK
                        + ", a: {addresses: [10.0.1.0/24], settings: {azure-nsg: {nsg: x}}}"
                        + ", g: {settings: {azure-nsg: {nsg: x, applicationSecurityGroup: asg-g}}}"
                        + ", u: {settings: {azure-nsg: {nsg: x}}}")))
        .startsWith(
            "4096 Deny-Other-to-x-In: * * -> 10.0.1.0/24 * *",
            "4095 Deny-Other-to-x-groups-In: * * -> asg-g * *",
            "4094 Deny-Other-to-x-u-In: * * -> u?IPv4/2 * *",
            "4093 Deny-Other-to-x-u-IPv6-In: * * -> u?IPv6/2 * *",
            "4096 Deny-Other-from-x-Out: 10.0.1.0/24 * -> * * *");
  }

  /** The group of one endpoint is called like it, so its id is not said twice. */
  @Test
  void anInputHasTheFamiliesThatItsRulesHave() {
    assertThat(lines(fixture("web: {}, b: {external: true}", tcp("r", "b", "web", "443"), "")))
        .startsWith("4096 Deny-Other-to-web-In: * * -> web? * *");
    assertThat(lines(one("")))
        .startsWith(
            "4096 Deny-Other-to-web-In: * * -> web?IPv4/2 * *",
            "4095 Deny-Other-to-web-IPv6-In: * * -> web?IPv6/2 * *");
  }
}

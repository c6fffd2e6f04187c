package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.testkit.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups that are as large as Azure takes them, and those that are one too large. */
class NsgLimitsTest {
  private static final String IN_NSG_A =
      "a: {addresses: [10.0.1.0/24], settings: {azure-nsg: {nsg: nsg-a}}}";

  private static String only(PlannedNsg planned) {
    assertThat(planned.plan()).isEqualTo(AzureNsgPlan.EMPTY);
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.UNSUPPORTED);
    assertThat(planned.reasons()).hasSize(1);
    return planned.reasons().get(0).replace("the network security group `nsg-a` would need ", "");
  }

  private static void fits(PlannedNsg planned) {
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.EXACT);
    assertThat(planned.plan().groups()).hasSize(1);
  }

  /** Ports that do not join, as a list in flow style. */
  private static String ports(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toString(1 + 2 * i))
        .collect(Collectors.joining(", "));
  }

  private static String deny(String id, String source, String destination, int ports) {
    return tcp(id, source, destination, ports(ports)).replace("purpose", "action: deny, purpose");
  }

  /** The rules of one group; {@code b} is where nothing is written. */
  private static Fixture ofA(String rules) {
    return fixture(
        "a: {}, b: {external: true}", rules, IN_NSG_A + ", b: {addresses: [10.0.2.0/24]}");
  }

  @Test
  void aGroupHasOneThousandRulesInBothDirectionsTogether() {
    String outbound = tcp("out", "a", "b", ports(400));
    fits(PlannedNsg.of(ofA(outbound + ", " + tcp("in", "b", "a", ports(600)))));
    assertThat(only(PlannedNsg.of(ofA(outbound + ", " + tcp("in", "b", "a", ports(601))))))
        .isEqualTo("1001 rules and Azure allows at most 1000");
  }

  @ParameterizedTest
  @CsvSource({"a, b, outbound", "b, a, inbound"})
  void aDirectionHasFiveHundredDenies(String source, String destination, String direction) {
    // Allows and the denies of the other direction have numbers of their own.
    String others =
        deny("other", destination, source, 300) + ", " + tcp("allow", source, destination, "2");
    fits(PlannedNsg.of(ofA(deny("deny", source, destination, 500) + ", " + others)));
    PlannedNsg tooMany = PlannedNsg.of(ofA(deny("deny", source, destination, 501)));
    assertThat(only(tooMany)).isEqualTo("501 " + direction + " denies and there is room for 500");
  }

  /** Networks that do not join, as a list in flow style. */
  private static String networks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "10.%s.%s.%s/32".formatted(i >> 14, (i >> 6) & 0xFF, (i & 0x3F) * 2))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @ParameterizedTest
  @CsvSource({"b, a, source", "a, b, destination"})
  void aGroupHasFourThousandAddressesOnEachSide(String source, String destination, String side) {
    String rules = tcp("r", source, destination, "1");
    String endpoints = "a: {}, b: {external: true}";
    String bindings = IN_NSG_A + ", b: {addresses: %s}";
    fits(PlannedNsg.of(fixture(endpoints, rules, bindings.formatted(networks(4_000)))));
    PlannedNsg tooMany =
        PlannedNsg.of(fixture(endpoints, rules, bindings.formatted(networks(4_001))));
    assertThat(only(tooMany))
        .isEqualTo("4001 " + side + " addresses and Azure allows at most 4000");
  }

  /** Nobody knows how many addresses an input will have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {addresses: [any]}                                              | 4001
          {settings: {azure-nsg: {serviceTag: Sql}}}                      | 4001
          {external: true}                                                | 4001
          {settings: {azure-nsg: {applicationSecurityGroup: asg-c}}}      | 4000
          """)
  void everyAddressATagAndAnInputCountAsOneAndApplicationGroupsAsNone(String binding, int count) {
    boolean unbound = binding.contains("external");
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {external: true}, c: {external: true}",
                tcp("r", "b", "a", "1") + ", " + tcp("s", "c", "a", "2"),
                IN_NSG_A
                    + ", b: {addresses: "
                    + networks(4_000)
                    + "}"
                    + (unbound ? "" : ", c: " + binding)));
    if (count == 4_000) {
      fits(planned);
    } else {
      assertThat(only(planned))
          .isEqualTo(count + " source addresses and Azure allows at most 4000");
    }
  }

  /** Inbound they are destinations, outbound sources. */
  @Test
  void theRulesThatDenyTheRestCountAsWell() {
    String rules = tcp("r", "b", "a", "1");
    String bindings = "a: {addresses: %s}, b: {addresses: [172.16.0.1, 172.16.0.3]}";
    String endpoints = "a: {}, b: {external: true}";
    assertThat(
            PlannedNsg.of(
                    fixture(endpoints, rules, bindings.formatted(networks(1_999))),
                    DenyRest.ENDPOINT)
                .kinds())
        .containsExactly(Outcome.Kind.EXACT);
    assertThat(
            only(
                PlannedNsg.of(
                    fixture(endpoints, rules, bindings.formatted(networks(2_000))),
                    DenyRest.ENDPOINT)))
        .isEqualTo("4001 destination addresses and Azure allows at most 4000");
    assertThat(
            only(
                PlannedNsg.of(
                    fixture(
                        endpoints, tcp("r", "a", "b", "1"), bindings.formatted(networks(2_000))),
                    DenyRest.ENDPOINT)))
        .isEqualTo("4001 source addresses and Azure allows at most 4000");
  }

  /** Endpoints in one group, each with this binding. */
  private static Fixture many(int count, String setting) {
    List<String> endpoints = new ArrayList<>(List.of("client: {external: true}"));
    List<String> bindings = new ArrayList<>(List.of("client: {addresses: [10.9.0.0/16]}"));
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      endpoints.add("e%s: {}".formatted(i));
      bindings.add(
          "e%s: {settings: {azure-nsg: {nsg: nsg-a%s}}}".formatted(i, setting.formatted(i)));
      rules.add(tcp("r" + i, "client", "e" + i, "443"));
    }
    return fixture(
        String.join(", ", endpoints), String.join(", ", rules), String.join(", ", bindings));
  }

  /** Further ones would have the numbers of allows, or of people. */
  @Test
  void ninetySevenRulesDenyTheRestOfADirection() {
    PlannedNsg planned = PlannedNsg.of(many(97, ""), DenyRest.ENDPOINT);
    fits(planned);
    assertThat(planned.group("nsg-a").outbound())
        .extracting(NsgRule::priority)
        .startsWith(4096, 4095)
        .endsWith(4001, 4000)
        .hasSize(97);
    assertThat(only(PlannedNsg.of(many(98, ""), DenyRest.ENDPOINT)))
        .isEqualTo("98 rules that deny the rest and there is room for 97");
  }

  @Test
  void aGroupNamesOneHundredApplicationSecurityGroups() {
    String setting = ", applicationSecurityGroup: asg-%s";
    fits(PlannedNsg.of(many(100, setting)));
    assertThat(only(PlannedNsg.of(many(101, setting))))
        .isEqualTo("101 application security groups and Azure allows at most 100");
  }

  @Test
  void aGroupThatIsTooLargeLeavesTheOthersAsTheyAre() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}, c: {}",
                tcp("r", "b", "a", ports(900)) + ", " + tcp("s", "c", "a", ports(101)),
                IN_NSG_A + ", b: {addresses: [10.0.2.0/24]}, c: {addresses: [10.0.3.0/24]}"));
    assertThat(planned.plan().groups())
        .extracting(NetworkSecurityGroup::name)
        .containsExactly("nsg-b", "nsg-c");
    assertThat(planned.group("nsg-c").outbound()).hasSize(101);
    assertThat(planned.plan().flows()).hasSize(1_001);
    assertThat(planned.kinds())
        .containsExactlyInAnyOrder(Outcome.Kind.EXACT, Outcome.Kind.UNSUPPORTED);
  }

  @Test
  void aPlanThatTheLanguageCannotHoldIsUnsupportedAsAWhole() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {external: true}, tag: {}",
                tcp("r", "b", "a", "1") + ", " + tcp("s", "a", "tag", "2"),
                IN_NSG_A
                    + ", b: {addresses: [10.0.2.0/24]}"
                    + ", tag: {settings: {azure-nsg: {serviceTag: Sql}}}"),
            DenyRest.NONE,
            plan -> Optional.of(plan.groups().size() + " is too much"));
    assertThat(planned.plan()).isEqualTo(AzureNsgPlan.EMPTY);
    assertThat(planned.reasons())
        .containsExactly(
            "1 is too much", "`tag` is a service tag, and has no network security group");
    assertThat(planned.kinds())
        .containsExactlyInAnyOrder(Outcome.Kind.UNSUPPORTED, Outcome.Kind.NOT_APPLICABLE);
  }
}

package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.oneRule;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureNsgPlannerTest {
  private static final String A = "a: {addresses: [10.0.1.0/24]}";

  @Test
  void writesAFlowAtBothEnds() {
    PlannedNsg planned = PlannedNsg.of(oneRule(A + ", b: {addresses: [10.0.2.9]}"));
    assertThat(planned.plan().groups()).extracting(g -> g.name()).containsExactly("nsg-a", "nsg-b");
    assertThat(planned.rules("nsg-a"))
        .containsExactly("Allow-a-to-b-Tcp-443-Out: 10.0.1.0/24 * -> 10.0.2.9/32 Tcp 443");
    assertThat(planned.rules("nsg-b"))
        .containsExactly("Allow-a-to-b-Tcp-443-In: 10.0.1.0/24 * -> 10.0.2.9/32 Tcp 443");
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.EXACT);
  }

  /** However many groups have a rule for it. */
  @Test
  void namesEachFlowOnceInCanonicalOrder() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}, c: {external: true}, tag: {}",
                String.join(
                    ", ",
                    tcp("r4", "a", "b", "1"),
                    tcp("r3", "c", "b", "2"),
                    tcp("r2", "b", "a", "3"),
                    tcp("r1", "c", "tag", "4")),
                A
                    + ", b: {addresses: [10.0.2.0/24]}, c: {addresses: [10.0.3.0/24]}"
                    + ", tag: {settings: {azure-nsg: {serviceTag: Sql}}}"));
    assertThat(planned.plan().flows())
        .extracting(flow -> flow.references().get(0))
        .containsExactly("test/r2", "test/r3", "test/r4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          addresses: [10.0.2.9]                            | 10.0.2.9/32
          addresses: [any]                                 | *
          managedBy: []                                    | b?IPv4
          addresses: [10.0.2.9], TAG                       | Storage.WestEurope
          TAG                                              | Storage.WestEurope
          addresses: [10.0.2.9], ASG                       | asg-b
          ASG                                              | asg-b
          """)
  void prefersTagsAndGroupsToAddresses(String binding, String peer) {
    String text =
        binding
            .replace("TAG", "settings: {azure-nsg: {serviceTag: Storage.WestEurope}}")
            .replace("ASG", "settings: {azure-nsg: {applicationSecurityGroup: asg-b}}");
    PlannedNsg planned = PlannedNsg.of(oneRule(A + ", b: {" + text + "}"));
    NsgRule rule = planned.group("nsg-a").outbound().get(0);
    assertThat(PlannedNsg.text(rule.destination())).isEqualTo(peer);
    assertThat(PlannedNsg.text(rule.source())).isEqualTo("10.0.1.0/24");
  }

  @Test
  void scopesAGroupsOwnRulesToItsEndpoint() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, tag: {}, asg: {}, unbound: {}",
                String.join(
                    ", ",
                    tcp("r1", "a", "tag", "1"),
                    tcp("r2", "a", "asg", "2"),
                    tcp("r3", "a", "unbound", "3")),
                A
                    + ", tag: {addresses: [10.0.3.0/24], settings: {azure-nsg: {serviceTag: VirtualNetwork}}}"
                    + ", asg: {settings: {azure-nsg: {applicationSecurityGroup: asg-x}}}"));
    assertThat(planned.rules("nsg-tag"))
        .containsExactly("Allow-a-to-tag-Tcp-1-In: 10.0.1.0/24 * -> 10.0.3.0/24 Tcp 1");
    assertThat(planned.rules("nsg-asg"))
        .containsExactly("Allow-a-to-asg-Tcp-2-In: 10.0.1.0/24 * -> asg-x Tcp 2");
    assertThat(planned.rules("nsg-unbound"))
        .containsExactly("Allow-a-to-unbound-Tcp-3-In: 10.0.1.0/24 * -> unbound?IPv4 Tcp 3");
  }

  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.Fixtures#all")
  void noRuleOccursTwice(Fixture fixture) {
    for (DenyRest denyRest : DenyRest.values()) {
      for (NetworkSecurityGroup group : PlannedNsg.of(fixture, denyRest).plan().groups()) {
        Set<String> names = new HashSet<>();
        Set<Object> matches = new HashSet<>();
        Set<String> priorities = new HashSet<>();
        for (NsgRule rule : group.rules()) {
          assertThat(names.add(rule.name().toLowerCase(Locale.ROOT))).as(rule.name()).isTrue();
          assertThat(priorities.add(rule.side() + " " + rule.priority())).as(rule.name()).isTrue();
          List<Object> match =
              List.of(
                  rule.side(),
                  rule.action(),
                  rule.protocol(),
                  rule.sourcePorts(),
                  rule.destinationPorts(),
                  rule.source(),
                  rule.destination());
          assertThat(matches.add(match)).as(rule.name()).isTrue();
        }
      }
    }
  }

  @Test
  void pairsFamilies() {
    assertThat(PlannedNsg.of(Fixtures.named("both-families")).rules("nsg-clients"))
        .containsExactly(
            "Allow-clients-to-servers-Tcp-443-Out: 10.1.0.0/16 * -> 10.2.0.10/32 Tcp 443",
            "Allow-clients-to-servers-Tcp-443-IPv6-Out: 2001:db8:1::/48 * -> 2001:db8:2::10/128 Tcp 443",
            "Allow-clients-to-old-printers-Tcp-9100-Out: 10.1.0.0/16 * -> 10.9.0.0/24 Tcp 9100",
            "Allow-clients-to-servers-Icmp-Out: 10.1.0.0/16 * -> 10.2.0.10/32 Icmp *");
  }

  private static Fixture groups(String a, String b) {
    String binding = "%s: {addresses: [10.0.%s.0/24], settings: {azure-nsg: {%s}}}";
    return oneRule(
        binding.formatted("a", 1, a.isEmpty() ? "" : "nsg: " + a)
            + ", "
            + binding.formatted("b", 2, b.isEmpty() ? "" : "nsg: " + b));
  }

  @Test
  void endpointsShareAGroupIfBothSaySo() {
    PlannedNsg planned = PlannedNsg.of(groups("nsg-x", "nsg-x"));
    assertThat(planned.rules("nsg-x"))
        .containsExactly(
            "Allow-a-to-b-Tcp-443-In: 10.0.1.0/24 * -> 10.0.2.0/24 Tcp 443",
            "Allow-a-to-b-Tcp-443-Out: 10.0.1.0/24 * -> 10.0.2.0/24 Tcp 443");
    assertThat(planned.group("nsg-x").endpoints())
        .extracting(e -> e.id())
        .containsExactly("a", "b");
    assertThat(PlannedNsg.of(groups("nsg-b", "nsg-b")).plan().groups()).hasSize(1);
  }

  @Test
  void namesOfGroupsDifferInMoreThanCase() {
    PlannedNsg planned = PlannedNsg.of(groups("nsg-x", "NSG-X"));
    assertThat(planned.plan().groups()).isEmpty();
    assertThat(planned.reasons())
        .containsExactly(
            "Azure does not tell apart the network security groups `NSG-X` and `nsg-x`; the setting"
                + " nsg must write them alike");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nsg-b", "NSG-B"})
  void nobodyMovesIntoTheGroupOfAnotherUnasked(String name) {
    PlannedNsg planned = PlannedNsg.of(groups(name, ""));
    assertThat(planned.plan().groups()).isEmpty();
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.UNSUPPORTED);
    assertThat(planned.reasons())
        .containsExactly(
            "several endpoints (`a`, `b`) have the network security group `%s`; to share it each needs the setting nsg"
                .formatted(name));
  }

  @Test
  void aServiceTagHasNoGroup() {
    PlannedNsg planned =
        PlannedNsg.of(oneRule(A + ", b: {settings: {azure-nsg: {serviceTag: Sql}}}"));
    assertThat(planned.plan().groups()).extracting(g -> g.name()).containsExactly("nsg-a");
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.EXACT, Outcome.Kind.NOT_APPLICABLE);
    assertThat(planned.reasons())
        .contains("`b` is a service tag, and has no network security group");
  }

  @Test
  void warnsOfAddressesWithTwoGroups() {
    String message =
        "`a` and `b` have addresses in common but not the network security group, and traffic has to"
            + " pass both groups; the setting nsg lets them share one.";
    String overlapping = "a: {addresses: [10.0.0.0/16%s]%s}, b: {addresses: [10.0.2.9]%s}";
    PlannedNsg planned = PlannedNsg.of(oneRule(overlapping.formatted(", 10.9.0.0/16", "", "")));
    assertThat(planned.result().warnings()).containsExactly(message);
    String shared = ", settings: {azure-nsg: {nsg: nsg-x}}";
    assertThat(
            PlannedNsg.of(oneRule(overlapping.formatted("", shared, shared))).result().warnings())
        .isEmpty();
    assertThat(
            PlannedNsg.of(oneRule(overlapping.formatted("", "", ", managedBy: []")))
                .result()
                .warnings())
        .isEmpty();
    assertThat(PlannedNsg.of(oneRule(A)).result().warnings()).isEmpty();
  }

  /** The addresses of {@code a} are those of every other endpoint as well. */
  private static List<String> warnings(int others) {
    StringBuilder endpoints = new StringBuilder("a: {}");
    StringBuilder bindings = new StringBuilder("a: {addresses: [10.0.0.0/8]}");
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < others; i++) {
      endpoints.append(", e%s: {}".formatted(i));
      bindings.append(", e%s: {addresses: [10.0.0.%s]}".formatted(i, i));
      rules.append(i == 0 ? "" : ", ").append(tcp("r" + i, "a", "e" + i, "443"));
    }
    return PlannedNsg.of(fixture(endpoints.toString(), rules.toString(), bindings.toString()))
        .result()
        .warnings();
  }

  @Test
  void warnsOfNoMoreThanFiftyPairs() {
    assertThat(warnings(50)).hasSize(50).allMatch(text -> text.startsWith("`a` and `e"));
    assertThat(warnings(51))
        .hasSize(51)
        .last()
        .isEqualTo(
            "More than 50 pairs of endpoints have addresses in common but not the network security"
                + " group.");
    assertThat(warnings(60)).isEqualTo(warnings(51));
  }

  @Test
  void anyIsNeverWiderThanItsFamily() {
    String tagOfOneFamily =
        "b: {addresses: [any]}, a: {addresses: [10.0.1.0/24], settings: {azure-nsg: {%s}}}";
    PlannedNsg group =
        PlannedNsg.of(oneRule(tagOfOneFamily.formatted("applicationSecurityGroup: asg-a")));
    assertThat(group.rules("nsg-a"))
        .containsExactly("Allow-a-to-b-Tcp-443-Out: asg-a * -> 0.0.0.0/0 Tcp 443");
    PlannedNsg both =
        PlannedNsg.of(
            oneRule(
                "b: {addresses: [any]}, a: {settings: {azure-nsg: {applicationSecurityGroup: asg-a}}}"));
    assertThat(both.rules("nsg-a"))
        .containsExactly("Allow-a-to-b-Tcp-443-Out: asg-a * -> * Tcp 443");
  }

  @Test
  void anInputHasTheFamiliesThatItMeets() {
    PlannedNsg planned = PlannedNsg.of(NsgExamples.own("unbound-families"));
    assertThat(planned.plan().inputs())
        .extracting(PlannedNsg::text)
        .containsExactly(
            "clients?IPv4/2",
            "clients?IPv6/2",
            "forwarder?",
            "printers?IPv4/2",
            "printers?IPv6/2",
            "resolver?");
    // An unbound endpoint that meets one with two inputs has two as well.
    PlannedNsg joined =
        PlannedNsg.of(
            fixture(
                "u: {}, v: {}, w: {}, b: {}",
                String.join(
                    ", ",
                    tcp("r1", "u", "v", "1"),
                    tcp("r2", "v", "w", "2"),
                    tcp("r3", "w", "b", "3")),
                "b: {addresses: [10.0.0.1, \"2001:db8::1\"]}"));
    assertThat(joined.plan().inputs())
        .extracting(PlannedNsg::text)
        .containsExactly("u?IPv4/2", "u?IPv6/2", "v?IPv4/2", "v?IPv6/2", "w?IPv4/2", "w?IPv6/2");
    assertThat(joined.names("nsg-u"))
        .containsExactly("Allow-u-to-v-Tcp-1-Out", "Allow-u-to-v-Tcp-1-IPv6-Out");
  }

  @Test
  void mergesEndpointsWithOneNetwork() {
    PlannedNsg planned = PlannedNsg.of(Fixtures.named("two-endpoints-one-cidr"));
    assertThat(planned.rules("nsg-file-servers"))
        .containsExactly(
            "Allow-admin-hosts-to-file-servers-Tcp-22-In: 10.6.0.0/24 * -> 10.6.1.0/24 Tcp 22");
    assertThat(planned.group("nsg-file-servers").inbound().get(0).description())
        .isEqualTo("Administration; Backup");
  }

  @Test
  void mergesWhatIsOneRuleAfterWidening() {
    PlannedNsg planned = PlannedNsg.of(Fixtures.named("icmp-types"));
    assertThat(planned.plan().groups())
        .allSatisfy(
            group ->
                assertThat(group.rules())
                    .allSatisfy(rule -> assertThat(rule.widenings()).isNotEmpty()));
  }

  @Test
  void everyDenyPrecedesEveryAllow() {
    PlannedNsg planned = PlannedNsg.of(Fixtures.named("deny-overlapping"), DenyRest.ENDPOINT);
    List<NsgRule> rules = planned.group("nsg-servers").inbound();
    assertThat(rules)
        .extracting(NsgRule::name)
        .containsExactly(
            "Deny-guests-to-servers-Tcp-400-500-In",
            "Allow-office-to-servers-Tcp-22-In",
            "Allow-office-to-servers-Tcp-443-In",
            "Deny-Other-to-servers-In");
    assertThat(rules.get(0).priority()).isBetween(500, 999);
    assertThat(rules.get(3).priority()).isEqualTo(4096);
  }

  /** Nobody knows which addresses the tag has, and no rule refuses what the deny says. */
  @Test
  void leavesOutAnAllowThatADenyOfATagOverlaps() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {external: true}, b: {}, tag: {}",
                tcp("r", "a", "b", "443")
                    + ", {id: d, action: deny, source: a, destination: tag, protocol: tcp,"
                    + " ports: [1-500], purpose: No}",
                "a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.0/24]},"
                    + " tag: {settings: {azure-nsg: {serviceTag: Storage}}}"));
    assertThat(planned.plan().groups()).isEmpty();
    assertThat(planned.reasons())
        .containsExactly(
            "`tag` is a service tag, and has no network security group, and an allow rule overlaps"
                + " this deny rule",
            "a deny rule overlaps it, and that deny rule is not written");
  }

  /** The machine of {@code b} may be one of {@code c}, of which no group is written. */
  @Test
  void leavesOutAnAllowThatADenyInARefusedGroupOverlaps() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {external: true}, b: {}, c: {}, d: {}",
                tcp("r", "a", "b", "443")
                    + ", "
                    + tcp("s", "a", "d", "80")
                    + ", {id: x, action: deny, source: a, destination: c, protocol: tcp,"
                    + " ports: [1-500], purpose: No}",
                "a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.0/24]},"
                    + " c: {addresses: [10.0.2.7], settings: {azure-nsg: {nsg: one}}},"
                    + " d: {addresses: [10.0.4.0/24], settings: {azure-nsg: {nsg: ONE}}}"));
    assertThat(planned.plan().groups()).isEmpty();
    assertThat(planned.reasons())
        .contains("a deny rule overlaps it, and that deny rule is not written");
  }
}

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
}

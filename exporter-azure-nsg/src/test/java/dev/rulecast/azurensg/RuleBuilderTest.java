package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.model.Action;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import dev.rulecast.policy.Side;
import dev.rulecast.policy.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two demands are one rule, and what it says. */
class RuleBuilderTest {
  private static final String ENDS = "a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.9]}";
  private static final NsgAddresses A = new NsgAddresses.ServiceTag("A");
  private static final NsgAddresses B = new NsgAddresses.ServiceTag("B");
  private static final RuleBuilder.Match MATCH = match(Side.INBOUND, Action.ALLOW, 443, A, B);

  private static RuleBuilder.Match match(
      Side side, Action action, int port, NsgAddresses source, NsgAddresses destination) {
    Traffic traffic =
        new Traffic(
            Protocol.TCP,
            Optional.of(new PortRange(port, port)),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return new RuleBuilder.Match(side, action, traffic, source, destination);
  }

  @Test
  void rulesThatMatchTheSameAreEqual() {
    RuleBuilder.Match same = match(Side.INBOUND, Action.ALLOW, 443, A, B);
    assertThat(same).isEqualTo(MATCH).hasSameHashCodeAs(MATCH);
  }

  @Test
  void rulesThatDifferInAnythingAreNot() {
    assertThat(
            List.of(
                match(Side.OUTBOUND, Action.ALLOW, 443, A, B),
                match(Side.INBOUND, Action.DENY, 443, A, B),
                match(Side.INBOUND, Action.ALLOW, 444, A, B),
                match(Side.INBOUND, Action.ALLOW, 443, B, B),
                match(Side.INBOUND, Action.ALLOW, 443, A, A),
                "no rule"))
        .allMatch(other -> !MATCH.equals(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tcp, ports: [443]                                    | Tcp-443                   | *              | Tcp  | 443
          udp, ports: [53-54]                                  | Udp-53-54                 | *              | Udp  | 53-54
          tcp, ports: any                                      | Tcp-Any                   | *              | Tcp  | *
          tcp, ports: [1-65534]                                | Tcp-1-65534               | *              | Tcp  | 1-65534
          tcp, ports: [1], sourcePorts: [500, 1024-65535]      | Tcp-1-from-500_1024-65535 | 500,1024-65535 | Tcp  | 1
          esp                                                  | Esp                       | *              | Esp  | *
          any                                                  | Any                       | *              | *    | *
          """)
  void writesProtocolsAndPortsInAzuresWords(
      String protocol, String name, String sourcePorts, String azure, String ports) {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}",
                "{id: r, source: a, destination: b, protocol: %s, purpose: x}".formatted(protocol),
                ENDS));
    assertThat(planned.rules("nsg-b"))
        .containsExactly(
            "Allow-a-to-b-%s-In: 10.0.1.0/24 %s -> 10.0.2.9/32 %s %s"
                .formatted(name, sourcePorts, azure, ports));
  }

  /** Adding a rule set, which may be read first, must not rename the rule. */
  @Test
  void endpointsWithTheSameAddressesGiveTheNameOfTheFirstById() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "y: {}, z: {}, x: {}, b: {}",
                String.join(
                    ", ",
                    tcp("r1", "y", "b", "443"),
                    tcp("r2", "x", "b", "443"),
                    tcp("r3", "z", "b", "443")),
                "b: {addresses: [10.0.2.9]}, x: {addresses: [10.0.1.1]},"
                    + " y: {addresses: [10.0.1.1]}, z: {addresses: [10.0.1.1]}"));
    assertThat(planned.names("nsg-b")).containsExactly("Allow-x-to-b-Tcp-443-In");
    assertThat(planned.group("nsg-b").inbound().get(0).description())
        .isEqualTo("Why r1; Why r2; Why r3");
  }

  @Test
  void saysWhatItOpensBeyondTheRules() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}",
                "{id: r, source: a, destination: b, protocol: icmp, icmpTypes: [echo-request], purpose: x},"
                    + " {id: s, source: a, destination: b, protocol: tcp, ports: [1], purpose: y}",
                ENDS));
    assertThat(planned.group("nsg-b").inbound())
        .extracting(NsgRule::description)
        .containsExactlyInAnyOrder("x (every ICMP type)", "y");
    assertThat(planned.group("nsg-b").inbound())
        .extracting(rule -> rule.widenings().size())
        .containsExactlyInAnyOrder(1, 0);
    assertThat(planned.result().outcomes())
        .filteredOn(reported -> reported.rule().equals("test/r"))
        .allMatch(reported -> reported.outcome().lost().equals(Set.of(Dimension.ICMP_TYPE)));
  }

  /** Several demands for one rule, of which some are wider in what the others are not. */
  @Test
  void oneRuleSaysOnceWhatItOpensBeyondEachOfThem() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}",
                "{id: r, source: a, destination: b, protocol: icmp, icmpTypes: [echo-request, 3/4],"
                    + " purpose: x}",
                ENDS));
    assertThat(planned.group("nsg-b").inbound()).hasSize(1);
    NsgRule rule = planned.group("nsg-b").inbound().get(0);
    assertThat(rule.description()).isEqualTo("x (every ICMP type)");
    assertThat(rule.widenings()).hasSize(1);
  }

  /** An id may hold the word between the two. */
  @Test
  void rulesWithOneReadableNameHaveAHashInTheirNames() {
    String shared = "{settings: {azure-nsg: {nsg: x}}}";
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, a-to-b: {}, b-to-c: {}, c: {}",
                String.join(
                    ", ",
                    tcp("r", "a", "b-to-c", "443"),
                    tcp("s", "a-to-b", "c", "443"),
                    tcp("t", "a", "c", "80")),
                "a: %s, a-to-b: %s, b-to-c: %s, c: %s".formatted(shared, shared, shared, shared)));
    assertThat(planned.names("x"))
        .hasSize(6)
        .doesNotHaveDuplicates()
        .contains("Allow-a-to-c-Tcp-80-In", "Allow-a-to-c-Tcp-80-Out")
        .filteredOn(name -> name.startsWith("Allow-a-to-b-to-c"))
        .hasSize(4)
        .allMatch(name -> name.matches("Allow-a-to-b-to-c-Tcp-443-(In|Out)-[0-9a-f]{16}"));
  }

  @Test
  void allowsAndDeniesHaveTheNumbersOfTheirKind() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}",
                tcp("r", "a", "b", "443")
                    + ", "
                    + tcp("s", "a", "b", "80").replace("purpose", "action: deny, purpose"),
                ENDS));
    assertThat(planned.group("nsg-b").inbound()).hasSize(2);
    assertThat(planned.group("nsg-b").inbound())
        .extracting(NsgRule::action)
        .containsExactly(Action.DENY, Action.ALLOW);
    assertThat(planned.group("nsg-b").inbound().get(0).priority()).isBetween(500, 999);
    assertThat(planned.group("nsg-b").inbound().get(1).priority()).isBetween(1_000, 3_999);
  }
}

package dev.rulecast.ansible;

import static dev.rulecast.ansible.PlannedRole.fixture;
import static dev.rulecast.ansible.PlannedRole.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.FirewallRule.Match;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule matches, in the words of {@code win_firewall_rule}. */
class MatchesTest {
  private static final String BOUND =
      "a: {addresses: [10.0.0.1, '2001:db8::1']}, b: {addresses: [10.0.1.1, '2001:db8:1::1']}";

  private static Match match(String rule, String host) {
    PlannedRole planned =
        PlannedRole.of(fixture(rule("r", "source: a, destination: b, " + rule), "", BOUND));
    assertThat(planned.rules(host)).hasSize(1);
    return planned.rules(host).get(0).match();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          protocol: tcp, ports: [389]                          | tcp    | 389   | any    | -
          protocol: udp, ports: [53-54]                        | udp    | 53-54 | any    | -
          protocol: tcp, ports: any                            | tcp    | any   | any    | -
          protocol: tcp, ports: [1], sourcePorts: [5, 9-12]    | tcp    | 1     | 5,9-12 | -
          protocol: icmp                                       | icmpv4 | any   | any    | *
          protocol: icmp, icmpTypes: [3/4]                     | icmpv4 | any   | any    | 3:4
          protocol: icmp, icmpTypes: [3/0]                     | icmpv4 | any   | any    | 3:0
          protocol: icmp, icmpTypes: [echo-request]            | icmpv4 | any   | any    | 8:*
          protocol: icmpv6                                     | icmpv6 | any   | any    | *
          protocol: icmpv6, icmpTypes: [echo-request]          | icmpv6 | any   | any    | 128:*
          protocol: any                                        | any    | any   | any    | -
          protocol: gre                                        | 47     | any   | any    | -
          protocol: esp                                        | 50     | any   | any    | -
          protocol: 112                                        | 112    | any   | any    | -
          """)
  void matchesWhatTheRuleSays(
      String rule, String protocol, String ports, String sourcePorts, String icmp) {
    String typeCode = icmp.equals("-") ? "" : icmp;
    assertThat(match(rule, "b"))
        .isEqualTo(
            new Match(
                Side.INBOUND, Action.ALLOW, protocol, ports, sourcePorts, typeCode, "any", "any"));
    assertThat(match(rule, "a"))
        .isEqualTo(
            new Match(
                Side.OUTBOUND, Action.ALLOW, protocol, sourcePorts, ports, typeCode, "any", "any"));
  }

  /** Who listens is known where it listens only. */
  @Test
  void matchesAProgramInboundOnly() {
    String rule = "protocol: tcp, ports: [1], program: 'C:\\x\\b.exe'";
    assertThat(match(rule, "b"))
        .isEqualTo(
            new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "any", "", "C:\\x\\b.exe", "any"));
    assertThat(match(rule, "a"))
        .isEqualTo(new Match(Side.OUTBOUND, Action.ALLOW, "tcp", "any", "1", "", "any", "any"));
  }

  @Test
  void refusesWhatADenyRefuses() {
    String rule = "protocol: tcp, ports: [1], action: deny";
    assertThat(match(rule, "b").action()).isEqualTo(Action.DENY);
    assertThat(match(rule, "a").action()).isEqualTo(Action.DENY);
  }

  @Test
  void matchesAsThePredefinedRuleDoes() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                "",
                PlannedRole.predefined(
                    "p",
                    "a",
                    "b",
                    "Remote Event Log Management (RPC)",
                    "File and Printer Sharing (Echo Request - ICMPv6-In)"),
                BOUND));
    assertThat(planned.rules("b"))
        .extracting(FirewallRule::match)
        .containsExactlyInAnyOrder(
            new Match(
                Side.INBOUND,
                Action.ALLOW,
                "tcp",
                "RPC",
                "any",
                "",
                "%SystemRoot%\\system32\\svchost.exe",
                "Eventlog"),
            new Match(
                Side.INBOUND, Action.ALLOW, "icmpv6", "any", "any", "128:*", "System", "any"));
  }

  @Test
  void twoAreTheSameOnlyIfEveryPartIs() {
    Match match = new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "2", "3:4", "program", "svc");
    assertThat(match)
        .isEqualTo(new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "2", "3:4", "program", "svc"));
    assertThat(
            List.of(
                new Match(Side.OUTBOUND, Action.ALLOW, "tcp", "1", "2", "3:4", "program", "svc"),
                new Match(Side.INBOUND, Action.DENY, "tcp", "1", "2", "3:4", "program", "svc"),
                new Match(Side.INBOUND, Action.ALLOW, "udp", "1", "2", "3:4", "program", "svc"),
                new Match(Side.INBOUND, Action.ALLOW, "tcp", "9", "2", "3:4", "program", "svc"),
                new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "9", "3:4", "program", "svc"),
                new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "2", "3:*", "program", "svc"),
                new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "2", "3:4", "other", "svc"),
                new Match(Side.INBOUND, Action.ALLOW, "tcp", "1", "2", "3:4", "program", "any"),
                "no match"))
        .allMatch(other -> !match.equals(other));
  }

  /** Windows Firewall refuses ports of other protocols, even if they are any. */
  @ParameterizedTest
  @CsvSource({
    "'tcp, ports: [1]', true",
    "'udp, ports: any', true",
    "icmp, false",
    "any, false",
    "112, false"
  })
  void hasPortsForTcpAndUdpOnly(String protocol, boolean hasPorts) {
    assertThat(match("protocol: " + protocol, "b").hasPorts()).isEqualTo(hasPorts);
  }
}

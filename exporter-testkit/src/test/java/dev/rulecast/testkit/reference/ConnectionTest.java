package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final Reference REFERENCE =
      Reference.of(
          LocalDate.of(2026, 11, 21),
          """
          apiVersion: rulecast/v1
          kind: RuleSet
          metadata: {name: sample}
          endpoints: {client: {}, guest: {}, server: {}, dns: {}, internet: {}}
          rules:
            - {id: web, source: client, destination: server, protocol: tcp, ports: [443, 8000-8010], purpose: x}
            - {id: ping, source: client, destination: server, protocol: [icmp, icmpv6],
               icmpTypes: [echo-request], purpose: x}
            - {id: names, source: server, destination: dns, protocol: udp, ports: 53, purpose: x}
            - {id: time, source: server, destination: client, protocol: udp, ports: 123,
               sourcePorts: [123, 1024-65535], program: 'C:\\w32tm.exe', purpose: x}
            - {id: tunnel, source: server, destination: server, protocol: esp, purpose: x}
            - {id: out, source: client, destination: internet, protocol: any, expires: 2026-11-20, purpose: x}
            - {id: no-guests, action: deny, source: guest, destination: server, protocol: tcp, ports: any,
               purpose: x}
          """,
          """
          apiVersion: rulecast/v1
          kind: Environment
          metadata: {name: sample}
          endpoints:
            client: {addresses: [10.0.0.0/24, "2001:db8::/64"]}
            guest: {addresses: [10.0.0.128-10.0.0.255]}
            server: {addresses: [10.0.1.1, "2001:db8:1::1"]}
            internet: {addresses: [any]}
          """);
  private static final Host CLIENT = Host.at("10.0.0.5");
  private static final Host CLIENT6 = Host.at("2001:db8::5");
  private static final Host GUEST = Host.at("10.0.0.128");
  private static final Host SERVER = Host.at("10.0.1.1");
  private static final Host SERVER6 = Host.at("2001:db8:1::1");

  private static boolean may(Connection connection) {
    return REFERENCE.mayConnect(connection);
  }

  @Test
  void permitsWhatARuleSaysAndOnlyInItsDirection() {
    assertThat(may(Connection.tcp(CLIENT, SERVER, 443))).isTrue();
    assertThat(may(Connection.tcp(CLIENT, SERVER, 8010))).isTrue();
    assertThat(may(Connection.tcp(CLIENT, SERVER, 8011))).isFalse();
    assertThat(may(Connection.udp(CLIENT, SERVER, 443))).isFalse();
    assertThat(may(Connection.tcp(SERVER, CLIENT, 443))).isFalse();
    assertThat(may(Connection.tcp(Host.at("10.0.2.5"), SERVER, 443))).isFalse();
    assertThat(may(Connection.of(SERVER, SERVER, 50))).isTrue();
    assertThat(may(Connection.of(SERVER, SERVER, 51))).isFalse();
  }

  @Test
  void letsADenyWin() {
    assertThat(may(Connection.tcp(GUEST, SERVER, 443))).isFalse();
    assertThat(may(Connection.icmp(GUEST, SERVER, 8, 0))).isTrue();
  }

  @Test
  void keepsTheFamiliesApart() {
    assertThat(may(Connection.tcp(CLIENT6, SERVER6, 443))).isTrue();
    assertThat(may(Connection.tcp(CLIENT6, SERVER, 443))).isFalse();
    assertThat(may(Connection.icmp(CLIENT, SERVER, 8, 0))).isTrue();
    assertThat(may(Connection.icmp(CLIENT, SERVER, 0, 0))).isFalse();
    assertThat(may(Connection.icmpv6(CLIENT6, SERVER6, 128, 0))).isTrue();
    assertThat(may(Connection.icmp(CLIENT6, SERVER6, 8, 0))).isFalse();
  }

  @Test
  void looksAtSourcePortsAndPrograms() {
    Connection time = Connection.udp(SERVER, CLIENT, 123).to("c:\\W32TM.exe");

    assertThat(may(time)).isTrue();
    assertThat(may(time.from(123))).isTrue();
    assertThat(may(time.from(500))).isFalse();
    assertThat(may(time.to(""))).isFalse();
  }

  @Test
  void knowsAnUnboundEndpointByItsName() {
    assertThat(may(Connection.udp(SERVER, Host.of("dns"), 53))).isTrue();
    assertThat(may(Connection.udp(SERVER, Host.at("192.0.2.53"), 53))).isFalse();
  }

  @Test
  void forgetsAnExpiredAllow() {
    assertThat(may(Connection.tcp(CLIENT, Host.at("192.0.2.1"), 80))).isFalse();
  }
}

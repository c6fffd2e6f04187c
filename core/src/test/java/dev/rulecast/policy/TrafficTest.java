package dev.rulecast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficTest {

  @ParameterizedTest
  @CsvSource({
    "tcp 80, tcp 80, true",
    "tcp 80-90, tcp 85, true",
    "tcp 80-90, tcp 80-90, true",
    "tcp 80-90, tcp 85-91, false",
    "tcp 80, udp 80, false",
    "tcp any, tcp 1-65535, true",
    "any, tcp 80, true",
    "any, any, true",
    "tcp any, any, false",
    "any, icmp 8, true",
    "icmp, icmp 8, true",
    "icmp 8, icmp, false",
    "icmp 3, icmp 3/4, true",
    "icmp 3/4, icmp 3, false",
    "icmp 3/4, icmp 3/1, false",
    "icmp, icmpv6, false",
    "esp, esp, true",
    "esp, ah, false",
  })
  void containsWhatItsServiceContains(String wide, String narrow, boolean expected) {
    assertThat(traffic(wide, "", "").contains(traffic(narrow, "", ""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', 1024-2000, true",
    "1024-2000, '', false",
    "1024-2000, 1024-2000, true",
    "1024-2000, 1500, true",
    "1024-2000, 2000-2001, false",
    "1-10 20-30, 5 25, true",
    "1-10 20-30, 5-25, false",
    "1-10 11-30, 5-25, true",
    "20-30 1-10, 1-3 25, true",
    "1-65535, '', true",
    "1-1000 1001-65535, '', true",
  })
  void containsWhatItsSourcePortsContain(String wide, String narrow, boolean expected) {
    assertThat(traffic("tcp 80", wide, "").contains(traffic("tcp 80", narrow, "")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', '', true", "'', x, true", "x, '', false", "x, x, true", "x, y, false"})
  void containsWhatItsProgramContains(String wide, String narrow, boolean expected) {
    assertThat(traffic("tcp 80", "", wide).contains(traffic("tcp 80", "", narrow)))
        .isEqualTo(expected);
  }

  @Test
  void containsAProtocolWithAProgramOnlyIfItsOwnIsTheSame() {
    assertThat(traffic("any", "", "x").contains(traffic("tcp 80", "", ""))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp 80, tcp 80, true",
    "tcp 80-90, tcp 90-100, true",
    "tcp 80-90, tcp 91, false",
    "tcp 80, udp 80, false",
    "any, tcp 80, true",
    "any, esp, true",
    "icmp, icmp 8, true",
    "icmp 3, icmp 3/4, true",
    "icmp 3/4, icmp 3/4, true",
    "icmp 3/4, icmp 3/1, false",
    "icmp 8, icmp 3, false",
    "icmp, icmpv6, false",
    "esp, esp, true",
    "esp, ah, false",
  })
  void overlapsInBothDirections(String one, String other, boolean expected) {
    assertThat(traffic(one, "", "").overlapsService(traffic(other, "", ""))).isEqualTo(expected);
    assertThat(traffic(other, "", "").overlapsService(traffic(one, "", ""))).isEqualTo(expected);
  }

  @Test
  void overlapsWhateverSourcePortsAndProgramsSay() {
    assertThat(traffic("tcp 80", "1000", "x").overlapsService(traffic("tcp 80", "2000", "y")))
        .isTrue();
  }

  @Test
  void joinsItsSourcePorts() {
    assertThat(traffic("tcp 80", "20 1-10 5-19", "").sourcePorts())
        .containsExactly(new PortRange(1, 20));
  }

  @ParameterizedTest
  @CsvSource({
    "tcp 80, 80",
    "tcp any, any",
    "tcp 80-90, 80-90",
    "icmp, any",
    "icmp 3/4, 3/4",
    "esp, ''",
    "any, ''",
  })
  void describesItsService(String text, String service) {
    assertThat(traffic(text, "", "").service()).isEqualTo(service);
  }

  /** By protocol, ports, type, source ports and program; what is left open first, but for ports. */
  @Test
  void hasACanonicalOrder() {
    List<Traffic> ordered =
        List.of(
            traffic("tcp any", "", ""),
            traffic("tcp 80", "1000", ""),
            traffic("tcp 80", "2000", ""),
            traffic("tcp 80", "", ""),
            traffic("tcp 80", "", "x"),
            traffic("tcp 80", "", "y"),
            traffic("tcp 80-90", "", ""),
            traffic("tcp 443", "", ""),
            traffic("udp 53", "", ""),
            traffic("icmp", "", ""),
            traffic("icmp 3", "", ""),
            traffic("icmp 3/4", "", ""),
            traffic("icmp 8", "", ""),
            traffic("icmpv6 128", "", ""),
            traffic("esp", "", ""),
            traffic("any", "", ""));

    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .as("%s and %s", ordered.get(i), ordered.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void refusesTcpWithoutPorts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Protocol.TCP, Optional.empty(), Optional.empty(), List.of()));
  }

  @Test
  void refusesEspWithPorts() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> of(Protocol.ESP, Optional.of(PortRange.ALL), Optional.empty(), List.of()));
  }

  @Test
  void refusesEspWithSourcePorts() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                of(Protocol.ESP, Optional.empty(), Optional.empty(), List.of(new PortRange(1, 2))));
  }

  @Test
  void refusesTheTypeOfAnotherProtocol() {
    IcmpType echo = IcmpType.parse(Protocol.ICMP, "echo-request");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Protocol.ICMPV6, Optional.empty(), Optional.of(echo), List.of()));
  }

  private static Traffic of(
      Protocol protocol,
      Optional<PortRange> ports,
      Optional<IcmpType> type,
      List<PortRange> sourcePorts) {
    return new Traffic(protocol, ports, type, sourcePorts, Optional.empty());
  }

  /** A protocol and, behind a space, its ports or ICMP type. */
  private static Traffic traffic(String text, String sourcePorts, String program) {
    String[] words = text.split(" ");
    Rules rule = Rules.allow("r", "a", "b").protocols(words[0]).sourcePorts(sourcePorts);
    if (words.length > 1) {
      rule = words[0].startsWith("icmp") ? rule.icmpTypes(words[1]) : rule.ports(words[1]);
    }
    rule = program.isEmpty() ? rule : rule.program(program);
    return Bound.unbound(RuleSets.of("web", rule)).policy().flows().get(0).traffic();
  }
}

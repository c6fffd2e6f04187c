package dev.rulecast.model;

import static dev.rulecast.fixture.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the constructors of documents' parts refuse. */
class RuleTest {
  private static final Location PLACE = Location.startOf("rules.yaml");

  @Test
  void hasASourceADestinationAndAProtocol() {
    assertThatIllegalArgumentException().isThrownBy(() -> allow("r", "", "b").tcp("80").build());
    assertThatIllegalArgumentException().isThrownBy(() -> allow("r", "a", "").tcp("80").build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allow("r", "a", "b").build())
        .withMessage("A rule has a source, a destination and a protocol.");
  }

  @Test
  void isAcceptedWithPortsOrTypesOrNeither() {
    assertThat(allow("r", "a", "b").protocols("tcp udp").ports("80").sourcePorts("1").build())
        .isNotNull();
    assertThat(allow("r", "a", "b").protocols("icmp icmpv6").icmpTypes("echo-request").build())
        .isNotNull();
    assertThat(allow("r", "a", "b").protocols("any esp").build()).isNotNull();
  }

  @Test
  void saysItsActionInADocumentsWord() {
    assertThat(Action.ALLOW.word()).isEqualTo("allow");
    assertThat(Action.DENY.word()).isEqualTo("deny");
  }

  @Test
  void takesDefaultsAndValuesOfParameters() {
    List<PortRange> ports = List.of(new PortRange(81, 81), new PortRange(80, 80));

    assertThat(new Environment.ParameterValue(ports, PLACE).ports())
        .containsExactly(new PortRange(80, 81));
    assertThat(
            new ParameterDeclaration("p", Optional.empty(), Optional.of(ports), PLACE)
                .defaultPorts())
        .contains(List.of(new PortRange(80, 81)));
  }

  @Test
  void hasPortsWhereItsProtocolsHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allow("r", "a", "b").protocols("tcp udp").build());
  }

  @Test
  void hasNoPortsWhereAProtocolHasNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allow("r", "a", "b").protocols("tcp esp").ports("80").build());
  }

  /** They would be lost for the protocol that has ports. */
  @Test
  void doesNotMixProtocolsWithPortsAndWithout() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allow("r", "a", "b").protocols("icmp udp").build());
  }

  @Test
  void hasNoSourcePortsWhereAProtocolHasNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allow("r", "a", "b").protocols("any").sourcePorts("80").build());
  }

  @Test
  void hasIcmpTypesForAllItsProtocols() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                allow("r", "a", "b").protocols("icmp").icmpTypes("8").protocols("icmpv6").build());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                allow("r", "a", "b")
                    .protocols("icmp")
                    .icmpTypes("8")
                    .protocols("icmp esp")
                    .build());
  }

  @Test
  void namesParametersThatStandForAPort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Environment.ParameterValue(List.of(), PLACE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ParameterDeclaration("p", Optional.empty(), Optional.of(List.of()), PLACE));
  }
}

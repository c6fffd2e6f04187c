package dev.rulecast.model;

import static dev.rulecast.fixture.Rules.allow;
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
    assertThatIllegalArgumentException().isThrownBy(() -> allow("r", "a", "b").build());
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

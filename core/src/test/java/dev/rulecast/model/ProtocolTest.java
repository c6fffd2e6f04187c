package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

  /** Numbers of IANA. */
  @ParameterizedTest
  @CsvSource({
    "icmp, 1",
    "tcp, 6",
    "udp, 17",
    "gre, 47",
    "esp, 50",
    "ah, 51",
    "icmpv6, 58",
    "any, -1"
  })
  void readsNames(String name, int number) {
    assertThat(Protocol.parse(name).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"1, icmp", "6, tcp", "17, udp", "47, gre", "50, esp", "51, ah", "58, icmpv6"})
  void readsTheNumberOfANameAsTheName(String number, String name) {
    assertThat(Protocol.parseNumber(number)).isEqualTo(Protocol.parse(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "89", "132", "254"})
  void readsOtherNumbers(String number) {
    assertThat(Protocol.parseNumber(number)).hasToString(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "255", "256", "-1", "1000", "", "6 ", "٦", "tcp", "99999999999"})
  void refusesOtherNumbers(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Protocol.parseNumber(text))
        .withMessageEndingWith("is not between 1 and 254.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TCP", "tcp ", "", "all", "-1", "6", "icmp6", "ipv6-icmp", "*"})
  void refusesOtherNames(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Protocol.parse(name))
        .withMessageEndingWith(" is not a protocol.");
  }

  @Test
  void namesTheProtocolsThatItKnows() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Protocol.parse("*"))
        .satisfies(
            e ->
                assertThat(e.hint())
                    .contains(
                        "write one of ah, any, esp, gre, icmp, icmpv6, tcp, udp, or a protocol"
                            + " number"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -2, 255, 256, Integer.MIN_VALUE})
  void refusesANumberThatIsNone(int number) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Protocol(number));
  }

  @ParameterizedTest
  @CsvSource({"tcp, IPV4 IPV6", "icmp, IPV4", "icmpv6, IPV6", "esp, IPV4 IPV6", "any, IPV4 IPV6"})
  void isCarriedByItsFamilies(String name, String families) {
    assertThat(Protocol.parse(name).families())
        .extracting(Enum::name)
        .containsExactly(families.split(" "));
  }

  @Test
  void hasPortsOnlyAsTcpAndUdp() {
    assertThat(Stream.iterate(1, n -> n < 255, n -> n + 1).map(Protocol::new))
        .filteredOn(Protocol::hasPorts)
        .containsExactly(Protocol.TCP, Protocol.UDP);
    assertThat(Protocol.ANY.hasPorts()).isFalse();
  }

  @Test
  void isOrderedWithTheUsualOnesFirstAndEveryProtocolLast() {
    assertThat(
            Stream.of("any", "gre", "icmpv6", "esp", "udp", "icmp", "tcp")
                .map(Protocol::parse)
                .sorted())
        .extracting(Protocol::toString)
        .containsExactly("tcp", "udp", "icmp", "icmpv6", "gre", "esp", "any");
  }
}

package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcmpTypeTest {

  /** Numbers of IANA's "ICMP Type Numbers". */
  @ParameterizedTest
  @CsvSource({
    "echo-reply, 0",
    "destination-unreachable, 3",
    "redirect, 5",
    "echo-request, 8",
    "router-advertisement, 9",
    "router-solicitation, 10",
    "time-exceeded, 11",
    "parameter-problem, 12",
    "timestamp-request, 13",
    "timestamp-reply, 14",
  })
  void readsNamesOfIcmp(String name, int type) {
    assertThat(IcmpType.parse(Protocol.ICMP, name)).hasToString(Integer.toString(type));
  }

  /** Numbers of IANA's "ICMPv6 type Numbers". */
  @ParameterizedTest
  @CsvSource({
    "destination-unreachable, 1",
    "packet-too-big, 2",
    "time-exceeded, 3",
    "parameter-problem, 4",
    "echo-request, 128",
    "echo-reply, 129",
    "router-solicitation, 133",
    "router-advertisement, 134",
    "neighbor-solicitation, 135",
    "neighbor-advertisement, 136",
    "redirect, 137",
  })
  void readsNamesOfIcmpv6(String name, int type) {
    assertThat(IcmpType.parse(Protocol.ICMPV6, name)).hasToString(Integer.toString(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "8", "255", "0/0", "3/4", "255/255"})
  void readsNumbers(String text) {
    assertThat(IcmpType.parse(Protocol.ICMP, text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "256",
        "-1",
        "08",
        "3/",
        "/4",
        "3/256",
        "3/04",
        "3/4/5",
        "echo",
        "Echo-Request",
        "packet-too-big",
        "any",
        "3 / 4",
        "echo-request/0",
        "٨",
        "1000"
      })
  void refusesWhatIsNoType(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> IcmpType.parse(Protocol.ICMP, text))
        .withMessageEndingWith("` is not an ICMP type of protocol icmp.");
  }

  @ParameterizedTest
  @CsvSource({
    "8, true",
    "0, true",
    "9, true",
    "3/4, true",
    "'', false",
    "echo-request, false",
    "/4, false",
    ":, false",
    "٨, false"
  })
  void isNumericIfItBeginsWithADigit(String text, boolean numeric) {
    assertThat(IcmpType.isNumeric(text)).isEqualTo(numeric);
  }

  @Test
  void refusesOtherProtocols() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IcmpType(Protocol.TCP, 8, OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "256, 0", "0, -1", "0, 256"})
  void refusesNumbersThatAreNoBytes(int type, int code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IcmpType(Protocol.ICMP, type, OptionalInt.of(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, true, true",
    "3, 3/4, true, true",
    "3/4, 3, false, true",
    "3/4, 3/4, true, true",
    "3/4, 3/5, false, false",
    "3, 8, false, false",
  })
  void containsAndOverlaps(String one, String other, boolean contains, boolean overlaps) {
    IcmpType a = IcmpType.parse(Protocol.ICMP, one);
    IcmpType b = IcmpType.parse(Protocol.ICMP, other);

    assertThat(a.contains(b)).isEqualTo(contains);
    assertThat(a.overlaps(b)).isEqualTo(overlaps);
    assertThat(b.overlaps(a)).isEqualTo(overlaps);
  }

  @Test
  void sharesNothingWithTheOtherProtocol() {
    IcmpType four = IcmpType.parse(Protocol.ICMP, "3");
    IcmpType six = IcmpType.parse(Protocol.ICMPV6, "3");

    assertThat(four.overlaps(six)).isFalse();
  }

  @Test
  void isOrderedByNumber() {
    assertThat(
            Stream.of("128", "3/10", "3/9", "11", "3")
                .map(text -> IcmpType.parse(Protocol.ICMP, text))
                .sorted())
        .extracting(IcmpType::toString)
        .containsExactly("3", "3/9", "3/10", "11", "128");
  }
}

package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "389, 389, 389",
    "65535, 65535, 65535",
    "3268-3269, 3268, 3269",
    "80-80, 80, 80",
    "1-65535, 1, 65535",
    "0-65535, 1, 65535",
    "any, 1, 65535",
  })
  void readsPorts(String text, int first, int last) {
    assertThat(PortRange.parse(text)).isEqualTo(new PortRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "99999999999999999999", "-1", "-0"})
  void refusesAPortThatIsNone(String text) {
    assertMessage(text, "Port `" + text + "` is not between 1 and 65535.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-1", "0-65534", "0-0", "1-65536", "65536-70000", "1-99999999999999"})
  void refusesARangeOutside(String text) {
    assertMessage(text, "The range of ports `" + text + "` is not within 1 and 65535.");
  }

  @ParameterizedTest
  @CsvSource({
    "0-80, write 1-80",
    "0-1, write 1-1",
    "0-65534, write 1-65534",
    "0-0, write ports from 1 to 65535; any means every port",
    "0-65536, write ports from 1 to 65535; any means every port",
    "1-65536, write ports from 1 to 65535; any means every port",
    "65536-70000, write ports from 1 to 65535; any means every port",
  })
  void suggestsTheRangeThatCanBeMeant(String text, String hint) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.parse(text))
        .satisfies(e -> assertThat(e.hint()).contains(hint));
  }

  @Test
  void suggestsToTurnARangeRound() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.parse("90-80"))
        .withMessage("The range of ports `90-80` is reversed.")
        .satisfies(e -> assertThat(e.hint()).contains("write 80-90"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", " 80", "80 ", "8 0", "+80", "080", "00", "0x50", "80.0", "1e3", "80-", "--80",
        "80--90", "1-2-3", "80 - 90", "80,443", "*", "ANY", "Any", "http", "８０", "٨٠", "01-02",
        "80‐90", "80–90", "-"
      })
  void refusesWhatIsNoPort(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.parse(text))
        .withMessageContaining(" is not a port, a range of ports, `any` or a `$parameter`.");
  }

  @Test
  void takesAnyNumberForAPortAndChecksIt() {
    assertThat(PortRange.ofPort(80)).isEqualTo(new PortRange(80, 80));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.ofPort(4_294_967_376L));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.ofPort(0))
        .withMessage("Port `0` is not between 1 and 65535.");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.ofPort(-1))
        .withMessage("Port `-1` is not between 1 and 65535.");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 65536", "2, 1", "-1, 1", "0, 65535"})
  void refusesPartsThatAreNoRange(int first, int last) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PortRange(first, last));
  }

  @ParameterizedTest
  @CsvSource({"80-80, 80", "80-90, 80-90", "0-65535, any", "1-65534, 1-65534", "2-65535, 2-65535"})
  void isWrittenAsInADocument(String text, String expected) {
    assertThat(PortRange.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "80-90, 80-90, true, true",
    "80-90, 85, true, true",
    "80-90, 85-91, false, true",
    "80-90, 90, true, true",
    "80-90, 91, false, false",
    "80-90, 79, false, false",
    "85, 80-90, false, true",
  })
  void containsAndOverlaps(String one, String other, boolean contains, boolean overlaps) {
    PortRange a = PortRange.parse(one);
    PortRange b = PortRange.parse(other);

    assertThat(a.contains(b)).isEqualTo(contains);
    assertThat(a.overlaps(b)).isEqualTo(overlaps);
    assertThat(b.overlaps(a)).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void normalisesToTheSamePorts(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<PortRange> ranges = new ArrayList<>();
      BitSet ports = new BitSet();
      for (int n = random.nextInt(8); n > 0; n--) {
        int first = 1 + random.nextInt(30);
        int last = first + random.nextInt(6);
        ranges.add(new PortRange(first, last));
        ports.set(first, last + 1);
      }

      BitSet normalised = new BitSet();
      int previous = -1;
      for (PortRange range : PortRange.normalise(ranges)) {
        assertThat(range.first()).as("seed %s: %s", seed, ranges).isGreaterThan(previous + 1);
        previous = range.last();
        normalised.set(range.first(), range.last() + 1);
      }
      assertThat(normalised).as("seed %s: %s", seed, ranges).isEqualTo(ports);
    }
  }

  @Test
  void normalisesUpToTheHighestPort() {
    assertThat(PortRange.normalise(List.of(new PortRange(2, 65_535), new PortRange(1, 1))))
        .containsExactly(PortRange.ALL);
  }

  @Test
  void isOrderedByFirstThenLastPort() {
    assertThat(
            Stream.of("80-90", "443", "80", "1-1000", "any")
                .map(PortRange::parse)
                .sorted()
                .map(PortRange::toString))
        .containsExactly("1-1000", "any", "80", "80-90", "443");
  }

  private static void assertMessage(String text, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PortRange.parse(text))
        .withMessage(message);
  }
}

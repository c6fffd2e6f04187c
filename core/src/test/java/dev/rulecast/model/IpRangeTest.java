package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

  @ParameterizedTest
  @CsvSource({"10.0.0.2, 10.0.0.1", "10.0.0.1, ::1", "::1, 10.0.0.1", "8000::, 7fff::"})
  void cannotBeMadeBackwardsOrAcrossFamilies(String first, String last) {
    IpAddress from = IpAddress.parse(first);
    IpAddress to = IpAddress.parse(last);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new IpRange(from, to))
        .withMessage(first + "-" + last + " is not a range.");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0-255.255.255.255, 0.0.0.0/0",
    "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::/0",
    "0.0.0.0, 0.0.0.0/32",
    "255.255.255.255, 255.255.255.255/32",
    "::, ::/128",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128",
    "10.0.0.1-10.0.0.4, 10.0.0.1/32 10.0.0.2/31 10.0.0.4/32",
    "127.255.255.255-128.0.0.0, 127.255.255.255/32 128.0.0.0/32",
    "::ffff:ffff:ffff:ffff-0:0:0:1::, ::ffff:ffff:ffff:ffff/128 0:0:0:1::/128",
    "::-0:0:0:1:ffff:ffff:ffff:ffff, ::/63",
    "::-0:0:0:1::, ::/64 0:0:0:1::/128",
    "::-7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::/1",
  })
  void spansTheFewestCidrs(String range, String cidrs) {
    assertThat(IpRange.parse(range).toCidrs().stream().map(Cidr::toString))
        .containsExactly(cidrs.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.1-255.255.255.254, 62", "::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe, 254"})
  void needsTwoCidrsForEachBitAtWorst(String range, int count) {
    List<Cidr> cidrs = IpRange.parse(range).toCidrs();

    assertThat(cidrs).hasSize(count).isSorted();
    assertThat(cidrs).extracting(Cidr::toString).isEqualTo(Oracle.spanned(IpRange.parse(range)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  @Tag("slow")
  void agreesWithTheOracleOnCidrs(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 2_000; i++) {
      IpRange range =
          i % 2 == 0
              ? random.range(random.family())
              : random.crowdedRanges(random.family(), 1).get(0);

      assertThat(range.toCidrs().stream().map(Cidr::toString).toList())
          .as("seed %d: %s", seed, range)
          .isEqualTo(Oracle.spanned(range));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {34, 35})
  void agreesWithTheOracleOnOverlapAndContainment(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 5_000; i++) {
      List<IpRange> pair = random.crowdedRanges(random.family(), 2);
      IpRange a = pair.get(0);
      IpRange b = i % 5 == 0 ? random.range(random.family()) : pair.get(1);
      boolean contained =
          a.family() == b.family()
              && Oracle.address(a.first())
                  .spanWithRange(Oracle.address(a.last()))
                  .contains(Oracle.address(b.first()).spanWithRange(Oracle.address(b.last())));

      assertThat(a.contains(b)).as("seed %d: %s and %s", seed, a, b).isEqualTo(contained);
      assertThat(a.overlaps(b))
          .as("seed %d: %s and %s", seed, a, b)
          .isEqualTo(Oracle.overlap(List.of(a), List.of(b)));
    }
  }

  @Test
  void neverMixesFamilies() {
    IpRange ipv4 = IpRange.parse("0.0.0.0/0");
    IpRange ipv6 = IpRange.parse("::/0");

    assertThat(ipv4.overlaps(ipv6)).isFalse();
    assertThat(ipv6.overlaps(ipv4)).isFalse();
    assertThat(ipv6.contains(ipv4)).isFalse();
    assertThat(ipv4.contains(ipv6)).isFalse();
  }

  @Test
  void sortsByFirstThenLast() {
    assertThat(
            Stream.of("::1", "10.0.0.1-10.0.0.9", "10.0.0.1", "9.0.0.0/8")
                .map(IpRange::parse)
                .sorted()
                .map(IpRange::toString))
        .containsExactly("9.0.0.0-9.255.255.255", "10.0.0.1", "10.0.0.1-10.0.0.9", "::1");
  }

  @Test
  void givesAListThatNobodyCanChange() {
    List<Cidr> cidrs = IpRange.parse("10.0.0.1").toCidrs();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> cidrs.remove(0));
  }
}

package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSetTest {

  private static AddressSet set(String... items) {
    return AddressSet.of(Arrays.stream(items).map(IpRange::parse).toList());
  }

  private static List<String> texts(List<Cidr> cidrs) {
    return cidrs.stream().map(Cidr::toString).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "10.0.0.0/25 10.0.0.128/25, [10.0.0.0/24]",
    "10.0.0.128/25 10.0.0.0/25 10.0.0.0/25, [10.0.0.0/24]",
    "10.0.0.0/8 10.1.0.0/16 10.2.3.4, [10.0.0.0/8]",
    "10.0.0.1-10.0.0.5 10.0.0.3-10.0.0.6, '[10.0.0.1/32, 10.0.0.2/31, 10.0.0.4/31, 10.0.0.6/32]'",
    "10.0.0.0 10.0.0.2, '[10.0.0.0/32, 10.0.0.2/32]'",
    "::1 10.0.0.1, '[10.0.0.1/32, ::1/128]'",
    "255.255.255.255 ::, '[255.255.255.255/32, ::/128]'",
    "255.255.255.255 0.0.0.0, '[0.0.0.0/32, 255.255.255.255/32]'",
    "0.0.0.0/1 128.0.0.0/1, [0.0.0.0/0]",
    "8000::/1 ::/1, [::/0]",
    "::ffff:ffff:ffff:ffff 0:0:0:1::, '[::ffff:ffff:ffff:ffff/128, 0:0:0:1::/128]'",
    "::/64 0:0:0:1::/64, [::/63]",
    "ffff::/16 ::, '[::/128, ffff::/16]'",
  })
  void mergesWhatOverlapsOrTouches(String items, String expected) {
    assertThat(set(items.split(" "))).hasToString(expected);
  }

  @Test
  void mergesTouchingRangesAcrossTheMiddleOfIpv6() {
    assertThat(set("::ffff:ffff:ffff:ffff", "0:0:0:1::").ranges())
        .containsExactly(IpRange.parse("::ffff:ffff:ffff:ffff-0:0:0:1::"));
  }

  @Test
  void emptyHoldsNothing() {
    AddressSet empty = AddressSet.empty();

    assertThat(empty).isEqualTo(AddressSet.of(List.of())).hasToString("[]");
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.isAny()).isFalse();
    assertThat(empty.families()).isEmpty();
    assertThat(empty.overlaps(AddressSet.any())).isFalse();
    assertThat(AddressSet.any().overlaps(empty)).isFalse();
    assertThat(empty.overlaps(empty)).isFalse();
    assertThat(empty.contains(set("::1"))).isFalse();
    assertThat(empty.contains(empty)).isTrue();
    assertThat(set("::1").contains(empty)).isTrue();
  }

  @Test
  void anyHoldsEverythingOfBothFamilies() {
    AddressSet any = AddressSet.any();

    assertThat(any).hasToString("[0.0.0.0/0, ::/0]");
    assertThat(any.isAny()).isTrue();
    assertThat(any.isEmpty()).isFalse();
    assertThat(any.contains(set("0.0.0.0", "255.255.255.255", "::", "ffff::"))).isTrue();
    assertThat(set("0.0.0.0-255.255.255.255", "::/1", "8000::/1")).isEqualTo(any);
    assertThat(set("0.0.0.0/0").contains(any)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0", "0.0.0.0/0 ::1-ffff::", "0.0.0.0/1 ::/0"})
  void isNotAnyUnlessBothFamiliesAreWhole(String items) {
    assertThat(set(items.split(" ")).isAny()).isFalse();
  }

  @Test
  void separatesTheFamilies() {
    AddressSet both = set("::1", "10.0.0.0/8");

    assertThat(both.families()).containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    assertThat(set("::1").families()).containsExactly(IpFamily.IPV6);
    assertThat(both.cidrs(IpFamily.IPV4)).containsExactly(Cidr.parse("10.0.0.0/8"));
    assertThat(both.cidrs(IpFamily.IPV6)).containsExactly(Cidr.parse("::1/128"));
    assertThat(set("::1").cidrs(IpFamily.IPV4)).isEmpty();
    assertThat(set("0.0.0.0/0").overlaps(set("::/0"))).isFalse();
    assertThat(set("::/0").contains(set("0.0.0.0"))).isFalse();
  }

  @Test
  void isEqualHoweverItWasMade() {
    AddressSet one = set("10.0.0.0/24", "::1");
    AddressSet other = set("::1", "10.0.0.64-10.0.0.255", "10.0.0.0-10.0.0.99");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(set("10.0.0.0/24")).isNotEqualTo("[10.0.0.0/24, ::1/128]");
  }

  @Test
  void cannotBeChanged() {
    List<IpRange> source = new ArrayList<>(List.of(IpRange.parse("10.0.0.1")));
    AddressSet set = AddressSet.of(source);
    source.clear();

    assertThat(set).hasToString("[10.0.0.1/32]");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> set.ranges().remove(0));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> set.cidrs().remove(0));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> set.cidrs(IpFamily.IPV4).remove(0));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> set.families().clear());
  }

  @Test
  @Tag("slow")
  void mergesAMillionRangesInAnyOrder() {
    List<IpRange> ranges = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      IpAddress address = new IpAddress(IpFamily.IPV4, 0, 0x0A00_0000L + i);
      ranges.add(new IpRange(address, address));
    }
    Collections.shuffle(ranges, new Random(41));

    assertThat(AddressSet.of(ranges).ranges())
        .containsExactly(IpRange.parse("10.0.0.0-10.15.66.63"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {42, 43, 44, 45})
  @Tag("slow")
  void agreesWithTheOracle(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 1_000; i++) {
      List<IpRange> some = random.mixedRanges(1 + random.below(8));
      List<IpRange> others = i % 2 == 0 ? random.mixedRanges(2) : partOf(some, random);
      List<IpRange> all = new ArrayList<>(some);
      all.addAll(others);
      AddressSet a = AddressSet.of(some);
      AddressSet b = AddressSet.of(others);
      String pair = "seed %d: %s and %s".formatted(seed, some, others);

      List<String> merged = Oracle.merged(some);
      assertThat(texts(a.cidrs())).as(pair).isEqualTo(merged);
      assertThat(a.cidrs()).as(pair).isSorted();
      assertThat(a.contains(b)).as(pair).isEqualTo(Oracle.merged(all).equals(merged));
      assertThat(a.overlaps(b)).as(pair).isEqualTo(Oracle.overlap(some, others));
      assertThat(b.overlaps(a)).as(pair).isEqualTo(Oracle.overlap(some, others));
    }
  }

  /** Small pieces inside some of the ranges, so that containment is frequent. */
  private static List<IpRange> partOf(List<IpRange> ranges, RandomAddresses random) {
    List<IpRange> parts = new ArrayList<>();
    for (IpRange range : ranges) {
      if (random.below(2) == 0) {
        IpAddress end = random.below(2) == 0 ? range.first() : range.last();
        parts.add(new IpRange(end, end));
      }
    }
    return parts;
  }

  @Test
  void knowsWhetherAWholeFamilyIsThere() {
    assertThat(AddressSet.any().holdsAFamily()).isTrue();
    assertThat(set("0.0.0.0/0", "2001:db8::/32").holdsAFamily()).isTrue();
    assertThat(set("10.0.0.0/8", "::/0").holdsAFamily()).isTrue();
    assertThat(set("0.0.0.0/1", "128.0.0.0/1").holdsAFamily()).isTrue();
    assertThat(set("0.0.0.0/1", "128.0.0.0/2", "::1").holdsAFamily()).isFalse();
    assertThat(AddressSet.empty().holdsAFamily()).isFalse();
  }

  @Test
  void knowsTheFamiliesOfManyRanges() {
    assertThat(set("10.0.0.1", "10.0.0.3", "10.0.0.5").families()).containsExactly(IpFamily.IPV4);
    assertThat(set("::5", "10.0.0.1", "::1", "10.0.0.3").families())
        .containsExactly(IpFamily.IPV4, IpFamily.IPV6);
  }
}

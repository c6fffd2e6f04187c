package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import inet.ipaddr.IPAddress;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "0.0.0.0/0, 0.0.0.0/0",
    "128.0.0.0/1, 128.0.0.0/1",
    "255.255.255.255/32, 255.255.255.255/32",
    "::/0, ::/0",
    "2001:DB8:0::/48, 2001:db8::/48",
    "::ffff:0:0/96, ::ffff:0:0/96",
    "::1/128, ::1/128",
  })
  void readsAndWrites(String text, String canonical) {
    assertThat(Cidr.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.1.2.3/8 | write 10.0.0.0/8, or 10.1.2.3/32 for the one address
          10.0.0.1/31 | write 10.0.0.0/31, or 10.0.0.1/32 for the one address
          2001:DB8::1/64 | write 2001:db8::/64, or 2001:db8::1/128 for the one address
          1::1/65 | write 1::/65, or 1::1/128 for the one address
          10.1.2.3/0 | write 10.1.2.3/32 for the one address; 0.0.0.0/0 is every IPv4 address
          ::1/0 | write ::1/128 for the one address; ::/0 is every IPv6 address
          """)
  void refusesHostBits(String text, String hint) {
    InvalidValueException refusal =
        catchThrowableOfType(InvalidValueException.class, () -> Cidr.parse(text));

    assertThat(refusal).hasMessage("`" + text + "` has host bits set.");
    assertThat(refusal.hint()).hasValue(hint);
  }

  @Test
  void refusesAnAddressWithoutPrefixLength() {
    InvalidValueException refusal =
        catchThrowableOfType(InvalidValueException.class, () -> Cidr.parse("10.0.0.1"));

    assertThat(refusal).hasMessage("`10.0.0.1` has no prefix length.");
    assertThat(refusal.hint()).hasValue("write 10.0.0.1/32 for the one address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "any", "10.0.0.1-10.0.0.2", "10.0.0.0/8 ", "localhost", "::g/64"})
  void refusesEverythingElse(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Cidr.parse(text));
  }

  @Test
  void cannotBeMadeWithHostBits() {
    IpAddress address = IpAddress.parse("10.0.0.1");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Cidr(address, 31))
        .withMessage("10.0.0.1/31 has host bits set.");
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0, -1", "0.0.0.0, 33", "::, -1", "::, 129"})
  void cannotBeMadeWithAPrefixLengthOutOfRange(String network, int prefixLength) {
    IpAddress address = IpAddress.parse(network);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Cidr(address, prefixLength));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "tr-TR"})
  void writesTheSameInEveryLocale(String locale) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      refusesHostBits("10.1.2.3/8", "write 10.0.0.0/8, or 10.1.2.3/32 for the one address");
      refusesAnAddressWithoutPrefixLength();
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Cidr.parse("10.0.0.0/33"))
          .withMessage("`10.0.0.0/33` has the prefix length `33`, which is greater than 32.")
          .matches(refusal -> refusal.hint().orElseThrow().contains("from 0 to 32 after"));
      cannotBeMadeWithHostBits();
      assertThat(Cidr.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isAnyOnlyAtPrefixLengthZero() {
    assertThat(Cidr.parse("0.0.0.0/0").isAny()).isTrue();
    assertThat(Cidr.parse("::/0").isAny()).isTrue();
    assertThat(Cidr.parse("0.0.0.0/1").isAny()).isFalse();
    assertThat(Cidr.parse("::/1").isAny()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8, true",
    "10.0.0.0/8, 10.255.255.0/24, true",
    "10.0.0.0/8, 10.0.0.0/7, false",
    "10.0.0.0/8, 11.0.0.0/8, false",
    "0.0.0.0/0, 255.255.255.255/32, true",
    "10.0.0.1/32, 10.0.0.1/32, true",
    "10.0.0.1/32, 10.0.0.0/32, false",
    "::/0, ffff::/16, true",
    "2001:db8::/32, 2001:db8:ffff::/48, true",
    "2001:db8::/32, 2001:db9::/48, false",
    "::ffff:0:0/96, ::ffff:a00:1/128, true",
    "::ffff:0:0/96, ::fffe:a00:1/128, false",
    "::ffff:0:0/96, 0:0:0:1::ffff:a00:1/128, false",
  })
  void containsTheBlocksWithItsPrefix(String wide, String narrow, boolean expected) {
    assertThat(Cidr.parse(wide).contains(Cidr.parse(narrow))).isEqualTo(expected);
  }

  @Test
  void neverMixesFamilies() {
    Cidr ipv4 = Cidr.parse("0.0.0.0/0");
    Cidr ipv6 = Cidr.parse("::/0");

    assertThat(ipv4.contains(ipv6)).isFalse();
    assertThat(ipv6.contains(ipv4)).isFalse();
    assertThat(ipv6.contains(Cidr.parse("0.0.0.0/32"))).isFalse();
    assertThat(Cidr.parse("::ffff:a00:0/104").contains(Cidr.parse("10.0.0.0/8"))).isFalse();
  }

  @Test
  void sortsByFamilyThenNetworkThenLargestFirst() {
    assertThat(
            Stream.of("::/0", "10.0.0.0/16", "10.0.0.0/8", "255.0.0.0/8", "9.0.0.0/8", "::/128")
                .map(Cidr::parse)
                .sorted()
                .map(Cidr::toString))
        .containsExactly("9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/16", "255.0.0.0/8", "::/0", "::/128");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  @Tag("slow")
  void agreesWithTheOracle(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 20_000; i++) {
      Cidr a = random.cidr(random.family());
      Cidr b = near(a, random);
      IPAddress x = Oracle.address(a.toString());
      IPAddress y = Oracle.address(b.toString());
      String pair = "seed %d: %s and %s".formatted(seed, a, b);

      assertThat(Cidr.parse(a.toString())).as(pair).isEqualTo(a);
      assertThat(a.contains(b)).as(pair).isEqualTo(x.contains(y));
      assertThat(a.toRange().first()).as(pair).isEqualTo(a.network());
      assertThat(Oracle.number(a.toRange().last())).as(pair).isEqualTo(x.getUpperValue());
      assertThat(a.toRange().toCidrs()).as(pair).containsExactly(a);
    }
  }

  /** A block in the neighbourhood, so that containing and not containing are about as frequent. */
  private static Cidr near(Cidr cidr, RandomAddresses random) {
    if (random.below(4) == 0) {
      return random.cidr(random.family());
    }
    int prefixLength = random.below(cidr.family().bits() + 1);
    IpAddress inside =
        random.below(2) == 0 ? cidr.network() : cidr.network().lastOfBlock(cidr.prefixLength());
    return new Cidr(inside.firstOfBlock(prefixLength), prefixLength);
  }
}

package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "10.20.0.1, 10.20.0.1",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "0:0:0:0:0:0:0:0, ::",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:DB8::A, 2001:db8::a",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "1:0:0:4:5:0:0:8, 1::4:5:0:0:8",
    "::ffff:10.0.0.1, ::ffff:a00:1",
    "::10.0.0.1, ::a00:1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:255.255.255.255, 1:2:3:4:5:6:ffff:ffff",
    "1:2:3:4:5::0.0.0.1, 1:2:3:4:5::1",
  })
  void writesTheCanonicalText(String text, String canonical) {
    IpAddress address = IpAddress.parse(text);

    assertThat(address).hasToString(canonical).isEqualTo(IpAddress.parse(canonical));
    assertThat(Oracle.address(text)).isEqualTo(Oracle.address(address));
  }

  @Test
  void readsTheBits() {
    assertThat(IpAddress.parse("1.2.3.4")).isEqualTo(new IpAddress(IpFamily.IPV4, 0, 0x01020304L));
    assertThat(IpAddress.parse("1:2:3:4:5:6:7:ffff"))
        .isEqualTo(new IpAddress(IpFamily.IPV6, 0x0001000200030004L, 0x000500060007FFFFL));
    assertThat(IpAddress.parse("ffff::1:2"))
        .isEqualTo(new IpAddress(IpFamily.IPV6, 0xFFFFL << 48, 0x10002L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "10.0.0.1-10.0.0.2", "10.0.0.1/32", "-", "/"})
  void refusesMoreThanOneAddress(String text) {
    assertThatThrownBy(() -> IpAddress.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("`" + text + "` is not one single address.");
  }

  @Test
  void refusesIpv4OfMoreThan32Bits() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new IpAddress(IpFamily.IPV4, 0, 1L << 32));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new IpAddress(IpFamily.IPV4, 1, 0));
  }

  @Test
  void sortsByFamilyThenAsUnsignedNumber() {
    assertThat(
            Stream.of(
                    "8000::", "::", "255.255.255.255", "7fff::", "::8000:0:0:0", "128.0.0.0", "::1")
                .map(IpAddress::parse)
                .sorted()
                .map(IpAddress::toString))
        .containsExactly(
            "128.0.0.0", "255.255.255.255", "::", "::1", "::8000:0:0:0", "7fff::", "8000::");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20_260_101})
  @Tag("slow")
  void agreesWithTheOracleOnText(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 20_000; i++) {
      IpAddress address = random.address(random.family());
      IPAddress expected = Oracle.address(address);

      assertThat(address).as("seed %d", seed).hasToString(expected.toCanonicalString());
      assertThat(textsOf(expected)).as("seed %d", seed).allSatisfy(text -> reads(text, address));
    }
  }

  private static List<String> textsOf(IPAddress address) {
    return address.isIPv4()
        ? List.of(address.toCanonicalString())
        : List.of(
            address.toCanonicalString(),
            address.toCanonicalString().toUpperCase(Locale.ROOT),
            address.toFullString(),
            address.toNormalizedString(),
            address.toCompressedString(),
            address.toIPv6().toMixedString());
  }

  private static void reads(String text, IpAddress address) {
    assertThat(IpAddress.parse(text)).isEqualTo(address);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5})
  void sortsAsTheOracleDoes(long seed) {
    RandomAddresses random = new RandomAddresses(seed);
    for (int i = 0; i < 20_000; i++) {
      IpFamily family = random.family();
      IpAddress a = random.address(family);
      IpAddress b = random.address(family);

      assertThat(Integer.signum(a.compareTo(b)))
          .as("seed %d: %s and %s", seed, a, b)
          .isEqualTo(Oracle.number(a).compareTo(Oracle.number(b)));
    }
  }
}

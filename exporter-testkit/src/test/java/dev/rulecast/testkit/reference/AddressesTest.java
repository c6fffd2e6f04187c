package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "10.20.0.10, 10.20.0.10/32",
    "10.20.0.0/24, 10.20.0.0/24",
    "10.0.0.1-10.0.0.6, 10.0.0.1/32 10.0.0.2/31 10.0.0.4/31 10.0.0.6/32",
    "0.0.0.0-255.255.255.255, 0.0.0.0/0",
    "255.255.255.254-255.255.255.255, 255.255.255.254/31",
    "10.0.0.0/25 10.0.0.128/25, 10.0.0.0/24",
    "10.0.0.5 10.0.0.0/24, 10.0.0.0/24",
    "10.0.0.9 10.0.0.5, 10.0.0.5/32 10.0.0.9/32",
  })
  void writesTheFewestIpv4Cidrs(String texts, String cidrs) {
    assertThat(Addresses.of(List.of(texts.split(" "))).cidrs(Family.IPV4))
        .containsExactly(cidrs.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0::/64, 2001:db8::/64",
    "::1, ::1/128",
    "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1/128",
    "2001:0:0:1:0:0:0:0, 2001:0:0:1::/128",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7/128",
    "2001:db8::ffff-2001:db8::1:0, 2001:db8::ffff/128 2001:db8::1:0/128",
  })
  void writesIpv6CidrsAsRfc5952Wants(String text, String cidrs) {
    assertThat(Addresses.of(List.of(text)).cidrs(Family.IPV6)).containsExactly(cidrs.split(" "));
  }

  @Test
  void anyIsEveryAddressOfBothFamilies() {
    Addresses any = Addresses.of(List.of("any"));

    assertThat(any.cidrs(Family.IPV4)).containsExactly("0.0.0.0/0");
    assertThat(any.cidrs(Family.IPV6)).containsExactly("::/0");
  }

  @Test
  void keepsTheFamiliesApart() {
    Addresses low = Addresses.of(List.of("0.0.0.1"));

    assertThat(low.contains("0.0.0.1")).isTrue();
    assertThat(low.contains("::1")).isFalse();
    assertThat(low.has(Family.IPV6)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1/24",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.2-10.0.0.1",
        "1:2:3",
        "host",
        "10.0.0.0/33"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Addresses.of(List.of(text)));
  }
}

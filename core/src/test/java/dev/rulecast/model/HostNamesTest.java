package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "outlook.office365.com",
        "*.office.com",
        "A.Z",
        "a-z.a--z.az",
        "0.9.az",
        "10.0.0.a",
        "3com.example",
        "a.b.9z",
        "xn--mnchen-3ya.de",
      })
  void acceptsHostNames(String text) {
    assertThat(HostNames.isHostName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "*",
        "*.",
        "*.com",
        "a.*.com",
        "*a.com.de",
        "*.*.com",
        ".com",
        "a.",
        "a..b",
        "a.b.",
        "-a.com",
        "a-.com",
        "a.-b",
        "a.b-",
        "a_b.com",
        "münchen.de",
        "a b.com",
        "a.com/x",
        "a.com:443",
        "10.0.0.1",
        "a.9",
        "a.b.0",
        "a.com\n",
        "@.com",
        "[.com",
        "`.com",
        "{.com",
        "a.@",
      })
  void refusesWhatIsNone(String text) {
    assertThat(HostNames.isHostName(text)).isFalse();
  }

  @Test
  void takesLabelsOf63CharactersAndNoMore() {
    assertThat(HostNames.isHostName("a".repeat(63) + "." + "b".repeat(63))).isTrue();
    assertThat(HostNames.isHostName("a".repeat(64) + ".com")).isFalse();
    assertThat(HostNames.isHostName("a." + "b".repeat(64))).isFalse();
  }

  @Test
  void takes253CharactersAndNoMoreApartFromTheWildcard() {
    String longest = "a.".repeat(126) + "b";

    assertThat(longest).hasSize(253);
    assertThat(HostNames.isHostName(longest)).isTrue();
    assertThat(HostNames.isHostName("*." + longest)).isTrue();
    assertThat(HostNames.isHostName(longest + "b")).isFalse();
  }
}

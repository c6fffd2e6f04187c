package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Dimension;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {
  private static final String LOST = " (every ICMP type, every program)";

  private static String description(String purpose) {
    return Descriptions.of(List.of(purpose), Set.of(Dimension.PROGRAM, Dimension.ICMP_TYPE));
  }

  @Test
  void joinsPurposesOnOneLine() {
    assertThat(Descriptions.of(List.of("LDAP.\nDC query", "GPO"), Set.of()))
        .isEqualTo("LDAP. DC query; GPO");
    assertThat(description("Ping")).isEqualTo("Ping" + LOST);
  }

  @Test
  void controlCharactersAreSpaces() {
    assertThat(Descriptions.of(List.of("a\u007Fb\u0085c"), Set.of())).isEqualTo("a b c");
  }

  /** In the order of the dimensions, so that the same rule always says the same. */
  @Test
  void namesEverythingThatItDoesNotMatch() {
    assertThat(Descriptions.of(List.of("x"), Set.of(Dimension.values())))
        .isEqualTo(
            "x (every source port, every ICMP type, every program, every port, every source)");
  }

  /** Texts of characters that have one to four bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "ö", "→", "🔥"})
  void cutsToTheBytesThatTheProviderTakes(String character) {
    int size = character.getBytes(StandardCharsets.UTF_8).length;
    int room = 140 - LOST.length();
    String fits = character.repeat(room / size);
    assertThat(description(fits)).isEqualTo(fits + LOST);
    String cut = character.repeat((room - 3) / size);
    assertThat(description(fits + character)).isEqualTo(cut + "..." + LOST);
  }

  /**
   * Terraform brings texts into Unicode's form C, in which a few characters are two or three; the
   * Devanagari letter qa takes six bytes there instead of three.
   */
  @Test
  void cutsToWhatTerraformMakesOfTheText() {
    String fits = "\u0958".repeat(23);
    assertThat(Descriptions.of(List.of(fits), Set.of())).isEqualTo(fits);
    String cut = Descriptions.of(List.of(fits + "\u0958"), Set.of());
    assertThat(cut).isEqualTo("\u0958".repeat(22) + "...");
    assertThat(Normalizer.normalize(cut, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(140);
  }

  @Test
  void isNeverEmpty() {
    assertThat(Descriptions.of(List.of(" a\n\nb\t c ", "d"), Set.of())).isEqualTo("a b c; d");
    assertThat(Descriptions.of(List.of("\n"), Set.of())).isEqualTo("-");
  }
}

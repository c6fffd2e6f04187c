package dev.rulecast.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTextTest {

  @Test
  void quotesUpToSixtyCharacters() {
    assertThat(UserText.quote("x".repeat(60))).isEqualTo("`" + "x".repeat(60) + "`");
    assertThat(UserText.quote("x".repeat(61))).isEqualTo("`" + "x".repeat(60) + "…`");
  }

  @Test
  void cutsBetweenWholeCharacters() {
    assertThat(UserText.quote("𝟙".repeat(61))).isEqualTo("`" + "𝟙".repeat(60) + "…`");
  }

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({
    "1B, \\u001B",
    "A, \\u000A",
    "9, \\u0009",
    "7F, \\u007F",
    "85, \\u0085",
    "A0, \\u00A0",
    "60, \\u0060",
    "200B, \\u200B",
    "2028, \\u2028",
    "202E, \\u202E",
    "FEFF, \\uFEFF",
    "D800, \\uD800",
    "E0001, \\uDB40\\uDC01",
  })
  void escapesWhatWouldMislead(String codePoint, String escaped) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(UserText.quote("a" + text + "b")).isEqualTo("`a" + escaped + "b`");
  }

  @Test
  void leavesPrintableTextAlone() {
    assertThat(UserText.quote("Größe \\ \"x\" 東京")).isEqualTo("`Größe \\ \"x\" 東京`");
  }
}

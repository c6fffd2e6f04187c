package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.HostileTexts.HostileText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '^',
      textBlock =
          """
          it's       = it\\'s
          a\\        = a\\\\
          ${x}       = \\${x}
          $${x}      = $\\${x}
          costs $5 $ = costs $5 $
          ''' ''     = \\'\\'\\' \\'\\'
          [x] "y"    = [x] "y"
          """)
  void bicep(String text, String escaped) {
    assertThat(Bicep.escape(text)).isEqualTo(escaped);
  }

  @Test
  void bicepControls() {
    assertThat(Bicep.escape("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    assertThat(Bicep.escape("\u0000\u007F\u0085\u2028\u2029"))
        .isEqualTo("\\u{0}\\u{7f}\\u{85}\\u{2028}\\u{2029}");
    assertThat(Bicep.escape("ä\uD83D\uDD25")).isEqualTo("ä\uD83D\uDD25");
  }

  @ParameterizedTest
  @MethodSource({
    "dev.rulecast.testkit.HostileTexts#all",
    "dev.rulecast.testkit.HostileTexts#forbidden"
  })
  void bicepComesBackUnchanged(HostileText text) {
    String code =
        "metadata x = '" + Bicep.escape(text.text()) + "' // " + Bicep.escape(text.text());
    assertThat(BicepReader.texts("metadata x = '" + Bicep.escape(text.text()) + "'\n"))
        .containsExactly(text.text());
    assertThat(code).doesNotContain("\n", "\r", "\u0085", "\u2028", "\u2029", "\0");
  }

  /** As Bicep's own compiler writes them, in the baseline Variables_LF of its repository. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          [test              = [test
          [test]             = [[test]
          []                 = [[]
          [test[]test2]      = [[test[]test2]
          [[x]               = [[[x]
          [x] y              = [x] y
          [resourceGroup().id] = [[resourceGroup().id]
          """)
  void arm(String text, String literal) {
    assertThat(ArmText.literal(text)).isEqualTo(literal);
  }
}

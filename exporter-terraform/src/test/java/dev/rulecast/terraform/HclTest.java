package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '^',
      textBlock =
          """
          a"b      = a\\"b
          a\\b     = a\\\\b
          a\\      = a\\\\
          ${x}     = $${x}
          %{x}     = %%{x}
          $${x}    = $$${x}
          $$${x}   = $$$${x}
          $x 5$ {  = $x 5$ {
          100%     = 100%
          $        = $
          ${       = $${
          {{x}}    = {{x}}
          'x'      = 'x'
          #x //    = #x //
          """)
  void escapes(String text, String escaped) {
    assertThat(Hcl.escape(text)).isEqualTo(escaped);
  }

  @Test
  void writesControlsAsEscapes() {
    assertThat(Hcl.escape("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    assertThat(Hcl.escape("\u0000\u001B\u007F\u0085\u009F\u2028\u2029"))
        .isEqualTo("\\u0000\\u001b\\u007f\\u0085\\u009f\\u2028\\u2029");
    assertThat(Hcl.escape("ä\u00A0\uD83D\uDD25\u200D")).isEqualTo("ä\u00A0\uD83D\uDD25\u200D");
  }

  @ParameterizedTest
  @MethodSource({
    "dev.rulecast.testkit.HostileTexts#all",
    "dev.rulecast.testkit.HostileTexts#forbidden"
  })
  void isReadBackAsItWas(HostileText text) {
    assertThat(readBack(text.text())).isEqualTo(text.text());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isReadBackWhateverItIs(long seed) {
    Random random = new Random(seed);
    String alphabet = "$${{%%}}\"\\\n\t\r#/*'`ux0041 aä\u2028\uD83D\uDD25";
    int[] characters = alphabet.codePoints().toArray();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      assertThat(readBack(text.toString())).as("seed %s, text %s", seed, i).isEqualTo(text + "");
    }
  }

  private static String readBack(String text) {
    return HclReader.texts("a = \"" + Hcl.escape(text) + "\" # " + Hcl.escape(text) + "\n").get(0);
  }

  @Test
  void makesIdentifiers() {
    assertThat(Hcl.identifier("domain-controllers-2")).isEqualTo("domain_controllers_2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = \"b",
        "a = \"b\nc\"",
        "a = \"\\x\"",
        "a = \"\\u00\"",
        "a = \"\\U0001F52\"",
        "a = \"\\",
        "a = \"${b\"",
        "a = \"%{b}\"",
        "a = {",
        "a = [}",
        "a = )",
        "a = \"\t\"",
        "a = ä; b",
        "a = <<EOT\nb\nEOT"
      })
  void theReaderIsStrict(String source) {
    assertThatIllegalArgumentException().isThrownBy(() -> HclReader.texts(source));
  }

  @Test
  void theReaderDecodes() {
    assertThat(HclReader.texts("a = { \"k${var.x[\"y\"]}z\" = \"\\u00e4\\U0001F525 $${c} $d\" }"))
        .containsExactly("y", "k${…}z", "ä🔥 ${c} $d");
  }
}

package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {
  private static String readBack(String text) {
    String escaped = TemplateText.escapeYaml(text);
    return (String) TemplateReader.yaml("a: \"" + escaped + "\" # " + escaped + "\n").get("a");
  }

  private static String withoutBraces(String text) {
    return text.replace("{", "(").replace("}", ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {{resolve:ssm:/x}}  | ((resolve:ssm:/x))
          ${AWS::Region}      | $(AWS::Region)
          a"b                 | a\\"b
          a\\b                | a\\\\b
          on                  | on
          ä                   | \\u00e4
          🔥                  | \\U0001f525
          """)
  void escapes(String text, String escaped) {
    assertThat(TemplateText.escapeYaml(text)).isEqualTo(escaped);
  }

  @Test
  void writesAsciiAsItIs() {
    assertThat(TemplateText.escapeYaml(" !~\u007F")).isEqualTo(" !~\\u007f");
  }

  @Test
  void writesCharactersOfTheFirstPlaneInFourDigits() {
    assertThat(TemplateText.escapeYaml("\uFFFF\uD800\uDC00")).isEqualTo("\\uffff\\U00010000");
  }

  @Test
  void writesControlsAsEscapes() {
    assertThat(TemplateText.escapeYaml("a\nb\rc\td\u0000\u0085\u2028\uFEFF"))
        .isEqualTo("a\\nb\\u000dc\\td\\u0000\\u0085\\u2028\\ufeff");
  }

  @ParameterizedTest
  @MethodSource({
    "dev.rulecast.testkit.HostileTexts#all",
    "dev.rulecast.testkit.HostileTexts#forbidden"
  })
  void isReadBackAsItWas(HostileText text) {
    assertThat(readBack(text.text())).isEqualTo(withoutBraces(text.text()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isReadBackWhateverItIs(long seed) {
    Random random = new Random(seed);
    String alphabet = "{{}}$\"'\\\n\t#:-!&*%@|>ux0041 aä\u2028\uD83D\uDD25";
    int[] characters = alphabet.codePoints().toArray();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      assertThat(readBack(text.toString()))
          .as("seed %s, text %s", seed, i)
          .isEqualTo(withoutBraces(text.toString()));
    }
  }

  /** Neither a dynamic reference nor the beginning of one, nor anything that is not ASCII. */
  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json"})
  void noTextOfTheModelBringsBraces(String format) throws IOException {
    Example hostile =
        Example.of(HostileTexts.fixture("hostile", HostileTexts.all())).with("format", format);
    String text = hostile.export().files().get("template." + format);
    assertThat(text).hasSizeGreaterThan(20_000).isASCII();
    if (format.equals("yaml")) {
      assertThat(text).doesNotContain("{").doesNotContain("}");
    } else {
      assertNoBrace(TemplateReader.json(text));
    }
  }

  private static void assertNoBrace(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            assertNoBrace(key);
            assertNoBrace(item);
          });
    } else if (value instanceof Iterable<?> items) {
      items.forEach(TemplateTextTest::assertNoBrace);
    } else if (value instanceof String text) {
      assertThat(text).doesNotContain("{").doesNotContain("}");
    }
  }
}

package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTest {
  /** The longest that stands before a value in our templates. */
  private static final String BEFORE = "            description: ";

  static Stream<String> texts() {
    return Stream.concat(
        Stream.concat(HostileTexts.all().stream(), HostileTexts.forbidden().stream())
            .map(HostileText::text),
        Stream.of(
            "",
            " ",
            "a\u0085b\u2028c\u2029d\uFEFFe\uFFFEf\uFFFFg",
            "\u0001\u001B\u007F\u009F",
            "\uFEFF",
            "x".repeat(1_000),
            "\\".repeat(500),
            "\uD83D\uDD25".repeat(300),
            " ".repeat(400),
            "a ".repeat(200),
            ("{{ word }} " + "\"quoted\"\t").repeat(50)));
  }

  private static Object read(String scalar) {
    Object value = ((Map<?, ?>) YamlReader.document("text: " + scalar + "\n")).get("text");
    return value instanceof YamlReader.Unsafe unsafe ? unsafe.text() : value;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void comesBackAsItIs(String text) {
    assertThat(read(Yaml.scalar(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsLinesShort(String text) {
    List<String> lines = (BEFORE + Yaml.scalar(text)).lines().toList();

    assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= 160);
    assertThat(lines).noneMatch(line -> line.endsWith(" ") || line.contains("\t"));
  }

  @ParameterizedTest
  @CsvSource({
    "{{ a }}, true",
    "a {{, true",
    "{% raw, true",
    "price {# dropped #} end, true",
    "{{{, true",
    "}} %} #}, false",
    "{ { a } }, false",
    "${a}, false",
  })
  void forbidsTemplatesOnlyWhereThereCouldBeOne(String text, boolean unsafe) {
    assertThat(Yaml.scalar(text).startsWith("!unsafe \"")).isEqualTo(unsafe);
  }

  @Test
  void quotesWhatYamlWouldTakeForSomethingElse() {
    for (String word : List.of("no", "on", "~", "null", "010", "22:22", "1e3", "2026-01-15", "=")) {
      assertThat(Yaml.scalar(word)).isEqualTo('"' + word + '"');
    }
  }

  @Test
  void breaksLongTextBehindASpace() {
    String text = "0123456789 ".repeat(12) + "end";

    assertThat(Yaml.scalar(text))
        .isEqualTo(
            "\"" + "0123456789 ".repeat(10) + "\\\n              0123456789 0123456789 end\"");
  }
}

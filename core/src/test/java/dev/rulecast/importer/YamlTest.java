package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by SnakeYAML, which is another reader than ours and knows YAML 1.1. */
class YamlTest {
  private static final String ALPHABET =
      "abc 019.,:;#-?!&*%@`'\"\\|>{}[]()<>=~/_+$\n\tÄß–…\u00A0\u200B\u202E\u2028\uFEFF\u0085中";

  private static List<String> texts() {
    Random random = new Random(1);
    Stream<String> nasty =
        Stream.of(
            "on",
            "No",
            "null",
            "~",
            "1e3",
            "0x1F",
            "010",
            "22:22",
            "2026-01-15",
            ".inf",
            "=",
            "<<",
            "key: value",
            "a #b",
            "- item",
            "? key",
            "!!tag x",
            "&a *b",
            "{a: b}",
            "[a]",
            "|-",
            ">",
            "%YAML 1.1",
            "@x",
            "`y",
            "a:",
            "it's",
            "\"",
            "---",
            "...",
            "a\n---\nb",
            "\n",
            " a ",
            "a\n b",
            "a\n\nb",
            "a\n",
            "C:\\new\\table",
            "\uD83D\uDD25",
            "e\u0301",
            "x".repeat(5000));
    Stream<String> made =
        Stream.generate(
                () ->
                    random
                        .ints(1 + random.nextInt(12), 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .reduce("", String::concat))
            .limit(2000);
    return Stream.concat(nasty, made).toList();
  }

  private static Object load(String yaml) {
    return new org.yaml.snakeyaml.Yaml().load(yaml);
  }

  @Test
  void anyTextStaysText() {
    texts().forEach(YamlTest::assertStaysText);
  }

  private static void assertStaysText(String text) {
    String yaml = "key: " + Yaml.scalar(text) + "\nnext: 1\n";

    assertThat(load(yaml)).isEqualTo(Map.of("key", text, "next", 1));
    assertThat(yaml.lines()).hasSize(2);
  }

  @Test
  void anyTextOfSeveralLinesStaysText() {
    texts().forEach(YamlTest::assertLinesStayText);
  }

  private static void assertLinesStayText(String text) {
    String yaml = "- key: " + Yaml.text(text, "    ") + "\n  next: 1\n";

    assertThat(load(yaml)).isEqualTo(List.of(Map.of("key", text, "next", 1)));
  }

  @Test
  void anyTextStaysAComment() {
    texts().forEach(YamlTest::assertStaysComment);
  }

  private static void assertStaysComment(String text) {
    String yaml = "# " + Yaml.comment(text) + "\nkey: 1\n";

    assertThat(load(yaml)).isEqualTo(Map.of("key", 1));
    assertThat(yaml.lines()).hasSize(2);
    assertThat(yaml.chars()).allMatch(c -> c >= 0x20 || c == '\n');
    assertThat(yaml).doesNotContain("\u202E", "\u2028", "\u0085", "\uFEFF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SMB 2.0/3.0", "LDAP. DC query, account resolve", "Auditor – Logons", "RPC (TCP)"})
  void writesPlainTextAsAPersonWould(String text) {
    assertThat(Yaml.scalar(text)).isEqualTo(text);
  }

  @Test
  void quotesWhereAPersonWould() {
    assertThat(Yaml.scalar("Note: x")).isEqualTo("'Note: x'");
    assertThat(Yaml.scalar("10.0.0.0/24")).isEqualTo("'10.0.0.0/24'");
    assertThat(Yaml.scalar("a\u202E\nb")).isEqualTo("\"a\\u202E\\nb\"");
  }

  @Test
  void writesLines() {
    assertThat(Yaml.text("one\ntwo", "  ")).isEqualTo("|-\n  one\n  two");
  }

  @Test
  void cutsCommentsThatNobodyReads() {
    assertThat(Yaml.comment("x".repeat(5_000))).endsWith("xxx … (904 characters more)");
  }

  @Test
  void writesPortsPlainAndAddressesAsTheyNeed() {
    assertThat(Yaml.list(List.of("443", "8080-8180", "$web-port", "10.0.0.0/8", "2001:db8::/32")))
        .isEqualTo("[443, 8080-8180, $web-port, 10.0.0.0/8, \"2001:db8::/32\"]");
  }
}

package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String HEAD =
      """
      apiVersion: rulecast/v1
      kind: RuleSet
      metadata: {name: sample}
      endpoints: {a: {}}
      """;

  /** Bytes that nobody keeps: a beginning, then one byte over and over, then an end. */
  private static final class Endless extends InputStream {
    private final byte[] start;
    private final long length;
    private final byte filling;
    private final AtomicBoolean closed;
    private long at;

    Endless(String start, long length, char filling, AtomicBoolean closed) {
      this.start = start.getBytes(StandardCharsets.UTF_8);
      this.length = length;
      this.filling = (byte) filling;
      this.closed = closed;
    }

    @Override
    public int read() {
      if (at == length) {
        return -1;
      }
      int b = at < start.length ? start[(int) at] : filling;
      at++;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int done = (int) Math.min(count, length - at);
      Arrays.fill(into, offset, offset + done, filling);
      if (at < start.length) {
        int beginning = (int) Math.min(done, start.length - at);
        System.arraycopy(start, (int) at, into, offset, beginning);
      }
      at += done;
      return done == 0 && count > 0 ? -1 : done;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  private static Reading read(Format format, String start, long length) {
    AtomicBoolean closed = new AtomicBoolean();
    Input input = new Input("big", format, () -> new Endless(start, length, ' ', closed));
    Reading reading = Reading.ofRuleSets(input);
    assertThat(closed).isTrue();
    return reading;
  }

  /** Nothing holds the text, so that this also works in a small heap. */
  @Test
  void aFileOf256MebibytesIsReadAndOneByteMoreIsRefused() {
    String json =
        """
        {"apiVersion": "rulecast/v1", "kind": "RuleSet", "metadata": {"name": "sample"},
         "endpoints": {"a": {}}, "rules": [{"id": "r", "source": "a", "destination": "a",
         "protocol": "esp", "purpose": "VPN"}]}
        """;

    assertThat(read(Format.JSON, json, 256L << 20).found()).isEmpty();
    assertThat(read(Format.JSON, json, (256L << 20) + 1).told(true))
        .containsExactly(
            "big:1:1: error: The file is larger than 256 MiB. [file-too-large]",
            "    hint: split it; several files are one run");
  }

  @ParameterizedTest
  @EnumSource
  void theLimitOfAFileIsTheByte(Format format) {
    String text = "{\"a\": 1} ";
    Limits exact = new Limits(text.length(), 10);
    Limits less = new Limits(text.length() - 1, 10);
    Input input =
        new Input("x", format, () -> new Endless(text, text.length(), ' ', new AtomicBoolean()));

    assertThat(Reading.ofRuleSets(exact, input).found())
        .extracting(Diagnostic::id)
        .containsOnly("missing-key");
    assertThat(Reading.ofRuleSets(less, input).told(false))
        .containsExactly(
            "1:1: error: The file is larger than 8 bytes. [file-too-large]",
            "    hint: split it; several files are one run");
  }

  @Test
  void theDefaultsAreThoseOfTheDesign() {
    assertThat(Limits.DEFAULT).isEqualTo(new Limits(268_435_456, 2_000_000));
    assertThat(Limits.MAX_NESTING).isEqualTo(100);
    assertThat(Limits.MAX_TEXT).isEqualTo(4096);
  }

  private static String rules(String key, int from, int count) {
    StringBuilder rules = new StringBuilder(key + ":\n");
    for (int i = from; i < from + count; i++) {
      rules.append(
          key.equals("rules")
              ? "- {id: r%s, source: a, destination: a, protocol: esp, purpose: x}\n".formatted(i)
              : "- {id: r%s, source: a, endpoint: a, platform: windows, rules: [x]}\n"
                  .formatted(i));
    }
    return rules.toString();
  }

  @Test
  void rulesAreCountedOverTheWholeRun() {
    Limits ten = new Limits(Limits.DEFAULT.maxFileBytes(), 10);
    Input six =
        Reading.input("six.yaml", HEAD + rules("rules", 0, 4) + rules("predefinedRules", 4, 2));
    Input four = Reading.input("four.yaml", HEAD.replace("sample", "four") + rules("rules", 0, 4));
    Input five = Reading.input("five.yaml", HEAD.replace("sample", "five") + rules("rules", 0, 5));

    assertThat(Reading.ofRuleSets(ten, six, four).found()).isEmpty();
    assertThat(Reading.ofRuleSets(ten, six, five).told(true))
        .containsExactly(
            "five.yaml:10:3: error: This rule brings the run over the 10 rules that are read."
                + " [too-many-rules]",
            "    hint: split the run");
  }

  @Test
  void predefinedRulesAreCountedToo() {
    Limits ten = new Limits(Limits.DEFAULT.maxFileBytes(), 10);
    Input eleven = Reading.yaml(HEAD + rules("predefinedRules", 0, 11));
    assertThat(Reading.ofRuleSets(ten, eleven).found())
        .extracting(Diagnostic::id)
        .containsExactly("too-many-rules");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void aHundredThousandBracketsAreOneErrorInJson(String opening) {
    assertThat(Reading.ofRuleSets(Reading.json(opening.repeat(100_000))).found())
        .extracting(Diagnostic::id)
        .containsExactly("too-deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "- - ? "})
  void aHundredThousandBracketsAreOneErrorInYaml(String opening) {
    assertThat(Reading.ofRuleSets(Reading.yaml(opening.repeat(100_000))).found())
        .extracting(Diagnostic::id)
        .contains("too-deep")
        .hasSizeLessThan(3);
  }

  /** The YAML parser's time would grow with the square of the length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: x",
        "a: \"x",
        "a: 'x",
        "a: |\n  x",
        "# x",
        "? x",
        "%x",
        "!x",
        "&x",
        "- *x",
        "[x",
        "a,b: [\"x"
      })
  void aTextOf100MebibytesEndsSoon(String start) {
    Input input =
        new Input("x", Format.YAML, () -> new Endless(start, 100L << 20, 'x', new AtomicBoolean()));
    long before = System.nanoTime();
    isShort(Reading.ofRuleSets(input));
    assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"%s\"",
        "a: %s",
        "? %s\n: a",
        "\"%s\": a",
        "a: |\n  %s",
        "%s: a",
        "- &%s a",
        "!%s a"
      })
  void longScalarsOfYamlAreShortErrors(String form) {
    for (int length : new int[] {4097, 1 << 20, (1 << 20) + 1, 3 << 20}) {
      isShort(Reading.ofRuleSets(Reading.yaml(form.formatted("x".repeat(length)))));
      isShort(Reading.ofRuleSets(Reading.yaml(form.formatted("9".repeat(length)))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": \"%s\"}",
        "{\"a\": %s}",
        "{\"%s\": 1}",
        "{\"apiVersion\": %s.5}",
        "{\"kind\": 1e%s}"
      })
  void longScalarsOfJsonAreShortErrors(String form) {
    for (int length : new int[] {4097, 1 << 20, (1 << 20) + 1, 3 << 20}) {
      isShort(Reading.ofRuleSets(Reading.json(form.formatted("9".repeat(length)))));
    }
  }

  private static void isShort(Reading reading) {
    assertThat(reading.found()).isNotEmpty();
    assertThat(reading.told(true)).allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
  }

  @Test
  void manyUnknownEndpointsAndManyDeclaredOnesTakeNoTime() {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: rulecast/v1\nkind: RuleSet\nmetadata: {name: s}\nendpoints:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  declared-").append(i).append(": {}\n");
    }
    text.append("rules:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("- {id: r")
          .append(i)
          .append(", source: unknown-endpoint-")
          .append(i)
          .append(", destination: declared-1, protocol: esp, purpose: x}\n");
    }
    Reading reading = Reading.ofRuleSets(Reading.yaml(text.toString()));
    assertThat(reading.found()).hasSize(5_000);
  }

  /** Compared with each other, these keys would take minutes. */
  @Test
  void manyKeysOfADocumentTakeNoTime() {
    StringBuilder text = new StringBuilder("apiVersion: rulecast/v1\nkind: RuleSet\n");
    for (int i = 0; i < 200_000; i++) {
      text.append("key-").append(i).append(": 1\n");
    }
    Reading reading = Reading.ofRuleSets(Reading.yaml(text.toString()));
    // The keys, and metadata, endpoints and rules, which are missing.
    assertThat(reading.found()).hasSize(200_003);
  }

  @Test
  void aFailureOfTheDiskIsNoMistakeOfTheUser() {
    Input broken =
        new Input(
            "broken.yaml",
            Format.YAML,
            () ->
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("the disk is gone");
                  }
                });
    for (Format format : Format.values()) {
      Input input = new Input("broken", format, broken.content());
      DocumentReader reader = new DocumentReader(Map.of(), new Diagnostics());
      assertThatThrownBy(() -> reader.ruleSets(List.of(input)))
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is gone");
      assertThatThrownBy(() -> reader.environment(input)).isInstanceOf(IOException.class);
    }
  }
}

package dev.rulecast.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, nothing comes out but a result or diagnostics. */
class MutationTest {
  private static final int DOCUMENTS = 1500;

  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    ",",
    "- ",
    "-",
    "? ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "  ",
    "\"",
    "'",
    "\\",
    "\\u",
    "\\U",
    "\\x",
    "#",
    "&a ",
    "*a",
    "!",
    "!!int ",
    "!!binary ",
    "!<",
    "%",
    "%YAML 1.1\n",
    "@",
    "`",
    "|",
    "|-\n",
    ">",
    ">+9\n",
    "<<: ",
    "---",
    "\n---\n",
    "\n...\n",
    "~",
    "null",
    "true",
    ".nan",
    "-.inf",
    "0x",
    "1e999",
    "-0",
    "99999999999999999999",
    "\u0000",
    "\u001b",
    "\u202e",
    "\u2028",
    "\ufeff",
    "😀",
    "\ud83d",
    "any",
    "$",
    "$a",
    "0-65535",
    "10.0.0.0/8",
    "::",
    "/",
    "apiVersion: rulecast/v1\n",
    "kind: RuleSet\n",
    "rules:\n- ",
    "\"rules\": [",
    "\"a\": ",
    "//",
    "/*"
  };

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void mutatedDocuments(long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> seeds = seeds();
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        bytes = mutate(bytes, random, seeds);
      }
      read(bytes, "seed " + seed + ", document " + i);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 6})
  void documentsOfTokensAlone(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int tokens = random.nextInt(40); tokens > 0; tokens--) {
        text.append(TOKENS[random.nextInt(TOKENS.length)]);
      }
      read(text.toString().getBytes(StandardCharsets.UTF_8), "seed " + seed + ", document " + i);
    }
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(SchemaCases.RULE_SET.getBytes(StandardCharsets.UTF_8));
    seeds.add(SchemaCases.ENVIRONMENT.getBytes(StandardCharsets.UTF_8));
    Path bad = Path.of("src/test/resources/dev/rulecast/read/bad");
    try (Stream<Path> files = Files.walk(bad)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().endsWith(".expected") && Files.size(file) < 3000) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static byte[] mutate(byte[] bytes, Random random, List<byte[]> seeds) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(30));
    return switch (random.nextInt(7)) {
      case 0 -> flip(bytes, random);
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> splice(bytes, at, to, new byte[0]);
      case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 4 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length + 1);
        int end = Math.min(other.length, from + random.nextInt(60));
        yield splice(bytes, at, to, Arrays.copyOfRange(other, from, end));
      }
      default -> {
        byte[] token = TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
        yield splice(bytes, at, random.nextBoolean() ? at : to, token);
      }
    };
  }

  private static byte[] flip(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
    byte[] result = new byte[from + with.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(with, 0, result, from, with.length);
    System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
    return result;
  }

  private static void read(byte[] bytes, String which) {
    for (String name : List.of("x.yaml", "x.json")) {
      try {
        check(Reading.ofRuleSets(Reading.input(name, bytes)));
        check(Reading.ofEnvironment(Reading.input(name, bytes)));
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        throw new AssertionError(which + " as " + name + ":\n" + text, e);
      }
    }
  }

  private static void check(Reading reading) {
    boolean nothing = reading.ruleSets().isEmpty() && reading.environment().isEmpty();
    assertThat(nothing && reading.found().isEmpty()).isFalse();
    for (String line : reading.told(true)) {
      assertThat(line)
          .doesNotContainPattern("(?i)exception|jackson|snakeyaml|java[.x]|[\\p{Cntrl}]");
      assertThat(line).doesNotContain("NONE").hasSizeLessThan(500);
    }
  }
}

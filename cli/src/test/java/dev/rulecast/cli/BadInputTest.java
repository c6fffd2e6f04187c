package dev.rulecast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.cli.Cli.Result;
import dev.rulecast.read.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document that cannot be read is told with its place, and nothing is written. */
class BadInputTest {
  /** The reader's own examples, and a few that only a whole run can refuse. */
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("../core/src/test/resources/dev/rulecast/read/bad"),
          Path.of("src/test/resources/dev/rulecast/cli/bad"));

  private static final Pattern ERROR =
      Pattern.compile(".+:\\d+:\\d+: error: .+ \\[[a-z0-9]+(-[a-z0-9]+)*]");

  @TempDir Path temp;

  /** Files, and folders below {@code several} that are wrong only as a whole. */
  static List<Path> inputs() throws IOException {
    List<Path> inputs = new ArrayList<>();
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> paths = Files.walk(folder)) {
          paths.filter(BadInputTest::isInput).sorted().forEach(inputs::add);
        }
      }
    }
    return inputs;
  }

  private static boolean isInput(Path path) {
    boolean amongSeveral = path.getParent().endsWith("several");
    boolean partOfOne = path.getParent().getParent().endsWith("several");
    boolean document = Format.ofFileName(path.getFileName().toString()).isPresent();
    return Files.isDirectory(path) ? amongSeveral : document && !partOfOne;
  }

  private static boolean isEnvironment(Path input) throws IOException {
    return Files.isRegularFile(input)
        && (input.getFileName().toString().startsWith("environment")
            || new String(Files.readAllBytes(input), StandardCharsets.ISO_8859_1)
                .contains("Environment"));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isRefusedWithItsPlace(Path input) throws IOException {
    Path out = temp.resolve("iac");
    Object[] args =
        isEnvironment(input)
            ? new Object[] {"export", "-o", out, "-e", input, Documents.LOGON}
            : new Object[] {"export", "-o", out, input};

    Result result = new Cli().run(args);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(out).doesNotExist();
    assertThat(result.err()).doesNotContain("at dev.rulecast", "Exception");
    assertThat(result.err().lines().filter(line -> line.contains(": error: ")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches(ERROR));
    assertThat(result.err().lines())
        .allSatisfy(
            line ->
                assertThat(line).containsPattern("^  |: (error|warning|note): .* \\[[a-z0-9-]+]$"));
  }
}

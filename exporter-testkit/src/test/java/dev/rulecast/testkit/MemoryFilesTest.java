package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rulecast.exporter.OutputFiles;
import dev.rulecast.output.OutputFolder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryFilesTest {
  @TempDir Path folder;

  static Stream<List<String>> paths() {
    return Stream.of(
        List.of("main.tf", "roles/a/tasks/main.yml", "roles/a/vars/main.yml", "roles/b/x"),
        List.of("a", "a"),
        List.of("a", "A"),
        List.of("a/b", "A/c"),
        List.of("a/b", "a"),
        List.of("a", "a/b"),
        List.of("a/b", "a/B"),
        List.of("../a"),
        List.of("a/../b"),
        List.of("."),
        List.of(".."),
        List.of(""),
        List.of("/a"),
        List.of("a/"),
        List.of("a//b"),
        List.of("a\\b"),
        List.of("a b"),
        List.of("ä"),
        List.of("a:b"),
        List.of("a\nb"),
        List.of("a."),
        List.of("a./b"),
        List.of("..a", "a..b", ".a", "-a", "_"),
        List.of("con"),
        List.of("a/NUL.txt"),
        List.of("com1.tf", "x"),
        List.of("console"),
        List.of(".rulecast.json"),
        List.of(".RuleCast"),
        List.of(".rulecast/x"),
        List.of("a/.rulecast.json"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void takesThePathsThatTheCoreTakes(List<String> paths) throws IOException {
    try (OutputFolder real = OutputFolder.open(folder, "plain")) {
      assertThat(taken(paths, new MemoryFiles()))
          .isEqualTo(taken(paths, path -> real.staging().file(path)));
    }
  }

  private static List<Boolean> taken(List<String> paths, OutputFiles files) {
    return paths.stream()
        .map(
            path -> {
              try {
                files.file(path).close();
                return true;
              } catch (IllegalArgumentException e) {
                return false;
              } catch (IOException e) {
                throw new AssertionError(path, e);
              }
            })
        .toList();
  }

  @Test
  void keepsTexts() throws IOException {
    MemoryFiles files = new MemoryFiles();
    try (Writer first = files.file("b.txt");
        Writer second = files.file("a/a.txt")) {
      first.write("ä\uD83D\uDD25\n");
      second.write("a\r\n");
    }
    assertThat(files.files())
        .containsExactly(
            java.util.Map.entry("a/a.txt", "a\r\n"), java.util.Map.entry("b.txt", "ä🔥\n"));
  }

  @Test
  void refusesTextThatIsNotUnicode() throws IOException {
    try (Writer writer = new MemoryFiles().file("a")) {
      writer.write("\uD83D!");
      assertThatIOException().isThrownBy(writer::flush);
    } catch (IOException e) {
      // closing tries again
    }
  }

  @Test
  void tellsOfFilesThatAreNotClosed() throws IOException {
    MemoryFiles files = new MemoryFiles();
    Writer open = files.file("a");
    open.write("a");
    assertThatIllegalStateException().isThrownBy(files::files).withMessage("Not closed: a.");
  }
}

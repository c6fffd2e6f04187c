package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathsTest {
  private final OutputPaths paths = new OutputPaths();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.tf",
        "modules/a-b_c/main.tf",
        ".terraform.lock.hcl",
        "CONSOLE.txt",
        "a..b",
        "x.rulecast"
      })
  void acceptsPlainRelativePaths(String path) {
    assertThatCode(() -> paths.add(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "a//b", "a/"})
  void refusesEmptyParts(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(path))
        .withMessageContaining("empty part");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "../a", "a/../b", "a/./b", "a.", "a./b", "..."})
  void refusesPartsThatEndInAFullStop(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(path))
        .withMessageContaining("full stop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\\b", "C:a", "a\nb", "ä", "a*", "~", "${x}", "a\u0000"})
  void refusesOtherCharacters(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(path))
        .withMessageContaining("only letters, digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {".rulecast.json", ".rulecast", ".RuleCast.lock", ".rulecast.staging/a"})
  void refusesNamesOfOurOwn(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(path))
        .withMessageContaining("rulecast's own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NUL", "con.tf", "a/Aux/b", "COM1", "lpt9.txt", "prn.a.b"})
  void refusesDevicesOfWindows(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(path))
        .withMessageContaining("device on Windows");
  }

  @Test
  void refusesAPathThatOccursTwice() {
    paths.add("a/b");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add("a/b"))
        .withMessage("The path `a/b` cannot be written: it is written twice.");
  }

  @ParameterizedTest
  @CsvSource({"a/b,a/B", "a/b,A/c", "a,A/b"})
  void refusesPathsThatDifferOnlyInCase(String first, String second) {
    paths.add(first);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(second))
        .withMessageContaining("only in case");
  }

  @ParameterizedTest
  @CsvSource({"a,a/b", "a/b,a", "a/b/c,a/b"})
  void refusesAFileThatIsAFolder(String first, String second) {
    paths.add(first);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.add(second))
        .withMessageContaining("a file and a folder");
  }

  @Test
  void takesManyFilesOfAFolder() {
    paths.add("a/b");

    assertThatCode(() -> paths.add("a/c")).doesNotThrowAnyException();
  }
}

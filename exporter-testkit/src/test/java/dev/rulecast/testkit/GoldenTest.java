package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class GoldenTest {
  private static final Map<String, String> FILES = Map.of("main.tf", "a\nb\n", "roles/x", "c\n");

  @TempDir Path folder;
  private Path approved;
  private Golden golden;

  @BeforeEach
  void approve() throws IOException {
    approved = folder.resolve("approved");
    Files.createDirectories(approved.resolve("one/roles"));
    Files.writeString(approved.resolve("one/main.tf"), "a\nb\n");
    Files.writeString(approved.resolve("one/roles/x"), "c\n");
    golden = new Golden(approved, folder.resolve("received"), false);
  }

  @Test
  void passesWhatIsApproved() {
    assertThatNoException().isThrownBy(() -> golden.verify("one", FILES));
    assertThatNoException().isThrownBy(() -> golden.verify("one", FILES));
    assertThat(folder.resolve("received")).doesNotExist();
  }

  @Test
  void showsADiffOfWhatDiffers() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> golden.verify("one", Map.of("main.tf", "a\nB\n", "roles/x", "c\n")))
        .withMessageContaining("1 files of one are not as approved")
        .withMessageContaining("-Dgolden.update=true")
        .withMessageContaining("--- expected/one/main.tf\n+++ actual/one/main.tf\n")
        .withMessageContaining(" a\n-b\n+B\n")
        .satisfies(e -> assertThat(e.getExpected().getValue()).isEqualTo("a\nb\n"))
        .satisfies(e -> assertThat(e.getActual().getValue()).isEqualTo("a\nB\n"));
    assertThat(folder.resolve("received/one/main.tf")).hasContent("a\nB\n");
    assertThat(approved.resolve("one/main.tf")).hasContent("a\nb\n");
  }

  @Test
  void comparesBytes() {
    differs(Map.of("main.tf", "a\r\nb\r\n", "roles/x", "c\n"), "␍");
    differs(Map.of("main.tf", "a\nb", "roles/x", "c\n"), "no line feed");
    differs(Map.of("main.tf", "a\nb \n", "roles/x", "c\n"), "b␠");
    differs(Map.of("main.tf", "a\nb\n\n", "roles/x", "c\n"), "@@");
  }

  private void differs(Map<String, String> files, String words) {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> golden.verify("one", files))
        .withMessageContaining(words);
  }

  @Test
  void failsForAFileThatIsNotApproved() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> golden.verify("two", FILES))
        .withMessageContaining("2 files of two are not as approved");
  }

  @Test
  void failsForAnApprovedFileThatIsGone() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> golden.verify("one", Map.of("main.tf", "a\nb\n")))
        .withMessageContaining("-c");
    assertThat(approved.resolve("one/roles/x")).exists();
  }

  @Test
  void failsForApprovedFilesWithoutATest() {
    assertThatNoException().isThrownBy(() -> golden.verifyNames(List.of("one", "two")));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> golden.verifyNames(List.of("on")))
        .withMessageContaining("one/main.tf, one/roles/x");
  }

  @Test
  void rewritesAndFailsAllTheSame() {
    Golden updating = new Golden(approved, folder.resolve("received"), true);
    Map<String, String> changed = Map.of("main.tf", "new\n");
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> updating.verify("one", changed))
        .withMessageContaining("Rewrote 2 approved files of one. Read git diff");
    assertThat(approved.resolve("one/main.tf")).hasContent("new\n");
    assertThat(approved.resolve("one/roles/x")).doesNotExist();
    assertThatNoException().isThrownBy(() -> golden.verify("one", changed));
  }

  @Test
  void findsTheModule() {
    Path resources = Path.of("src/test/resources/dev/rulecast/testkit/approved/x");
    assertThat(Golden.of(GoldenTest.class).approved("x")).isEqualTo(resources.toAbsolutePath());
  }

  @Test
  void downloadsNothing() {
    assertThat(Path.of(".approval_tests_temp")).doesNotExist();
  }
}

package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  @TempDir Path root;
  private Staging staging;

  @BeforeEach
  void create() {
    staging = new Staging(root);
  }

  @Test
  void writesUtf8() throws IOException {
    try (Writer writer = staging.file("a")) {
      writer.write("für 😀\n");
    }

    assertThat(Files.readString(root.resolve("a"))).isEqualTo("für 😀\n");
  }

  @Test
  void keepsTheBytesOfTheExporter() throws IOException {
    try (Writer writer = staging.file("a")) {
      writer.write("a\r\nb");
    }

    assertThat(Files.readString(root.resolve("a"))).isEqualTo("a\r\nb");
  }

  @Test
  void computesTheSha256() throws IOException {
    try (Writer writer = staging.file("a")) {
      writer.write("abc");
    }

    assertThat(staging.seal())
        .containsEntry("a", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hasSeveralFilesOpenAtOnce() throws IOException {
    try (Writer a = staging.file("a");
        Writer b = staging.file("d/b")) {
      a.write("1");
      b.write("2");
      a.write("3");
    }

    assertThat(Exports.tree(root)).containsEntry("a", "13").containsEntry("d/b", "2");
  }

  @Test
  void refusesToEndWhileAFileIsOpen() throws IOException {
    try (Writer writer = staging.file("d/a")) {
      writer.write("1");

      assertThatIllegalStateException().isThrownBy(staging::seal).withMessage("Not closed: d/a.");
    }
  }

  @Test
  void refusesFilesAfterTheEnd() {
    staging.seal();

    assertThatIllegalStateException().isThrownBy(() -> staging.file("a"));
  }

  @Test
  void refusesPathsThatLeaveTheFolder() {
    assertThatIllegalArgumentException().isThrownBy(() -> staging.file("../a"));
  }

  @Test
  void refusesTextThatIsNotUnicode() {
    assertThatThrownBy(
            () -> {
              try (Writer writer = staging.file("a")) {
                writer.write("\uD800!");
              }
            })
        .isInstanceOf(CharacterCodingException.class);
  }
}

package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of documents that belong to people. */
class DocumentFolderTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = temp.resolve("a/rules");
  }

  private Changes write(boolean force, Checkpoint checkpoint, String... files) throws IOException {
    try (DocumentFolder documents = DocumentFolder.open(folder, checkpoint)) {
      for (int i = 0; i < files.length; i += 2) {
        try (Writer writer = documents.staging().file(files[i])) {
          writer.write(files[i + 1]);
        }
      }
      documents.prepare(force);
      return documents.commit();
    }
  }

  private Changes write(boolean force, String... files) throws IOException {
    return write(force, Checkpoint.NONE, files);
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return content;
  }

  @Test
  void writesDocumentsAndNothingElse() throws IOException {
    assertThat(write(false, "a.yaml", "A", "b.yaml", "B").written())
        .containsExactly("a.yaml", "b.yaml");

    assertThat(content()).isEqualTo(Map.of("a.yaml", "A", "b.yaml", "B"));
  }

  @Test
  void leavesOtherDocumentsAndEqualOnesAlone() throws IOException {
    write(false, "a.yaml", "A", "mine.yaml", "M");

    assertThat(write(false, "a.yaml", "A", "c.yaml", "C").written()).containsExactly("c.yaml");

    assertThat(content()).isEqualTo(Map.of("a.yaml", "A", "c.yaml", "C", "mine.yaml", "M"));
  }

  @Test
  void losesNoWorkOfOthersUnlessForced() throws IOException {
    write(false, "a.yaml", "mine");

    assertThatThrownBy(() -> write(false, "a.yaml", "A", "b.yaml", "B"))
        .isInstanceOfSatisfying(
            EditedFilesException.class,
            e ->
                assertThat(e.files())
                    .extracting(file -> file.path() + " " + file.reason().phrase())
                    .containsExactly("a.yaml is there already"))
        .hasMessageEndingWith("because a file of the same name is there already.");
    assertThat(content()).isEqualTo(Map.of("a.yaml", "mine"));

    write(true, "a.yaml", "A");
    assertThat(content()).isEqualTo(Map.of("a.yaml", "A"));
  }

  @Test
  void leavesNoFolderWhereNothingWasWritten() throws IOException {
    try (DocumentFolder documents = DocumentFolder.open(folder)) {
      assertThat(documents.finishedEarlierRun()).isFalse();
    }

    assertThat(temp.resolve("a")).doesNotExist();
  }

  @Test
  void writesAllOrNothingWhereverItIsInterrupted() throws IOException {
    List<Map<String, String>> allowed =
        List.of(Map.of("old.yaml", "O"), Map.of("old.yaml", "O", "a.yaml", "A", "b.yaml", "B"));
    for (int stop = 0; stop < 40; stop++) {
      folder = temp.resolve("run-" + stop);
      write(false, "old.yaml", "O");
      int[] left = {stop};
      Checkpoint checkpoint =
          step -> {
            if (left[0]-- == 0) {
              throw new IOException("interrupted");
            }
          };
      try {
        write(false, checkpoint, "a.yaml", "A", "b.yaml", "B");
      } catch (IOException e) {
        // as if the disk had failed
      }
      DocumentFolder.open(folder).close();

      assertThat(allowed).as("stopped at %s", stop).contains(content());
    }
  }

  @Test
  void keepsASecondRunOut() throws IOException {
    try (DocumentFolder first = DocumentFolder.open(folder)) {
      assertThat(first.staging()).isNotNull();
      assertThatThrownBy(() -> DocumentFolder.open(folder))
          .isInstanceOf(FolderLockedException.class);
    }
  }
}

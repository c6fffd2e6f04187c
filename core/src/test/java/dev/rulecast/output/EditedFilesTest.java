package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rulecast.output.EditedFilesException.EditedFile;
import dev.rulecast.output.EditedFilesException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedFilesTest {
  @TempDir Path dir;

  @Test
  void refusesToOverwriteAForeignFile() throws IOException {
    Exports.write(dir, "main.tf", "mine");

    assertThat(refusal(Map.of("main.tf", "1")).files())
        .containsExactly(new EditedFile("main.tf", Reason.FOREIGN));
  }

  @Test
  void acceptsAForeignFileWithTheSameBytes() throws IOException {
    Exports.write(dir, "main.tf", "1");

    Changes changes = Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(changes.written()).containsExactly(Manifest.NAME);
  }

  @Test
  void refusesToOverwriteAnEditedFile() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "main.tf", "mine");

    assertThat(refusal(Map.of("main.tf", "2")).files())
        .containsExactly(new EditedFile("main.tf", Reason.EDITED));
  }

  @Test
  void refusesToOverwriteAnEditedFileThatTheExportDoesNotChange() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "main.tf", "mine");

    assertThat(refusal(Map.of("main.tf", "1")).files())
        .containsExactly(new EditedFile("main.tf", Reason.EDITED));
  }

  @Test
  void acceptsAnEditedFileThatIsAsTheExportWantsIt() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "main.tf", "2");

    Changes changes = Exports.export(dir, Map.of("main.tf", "2"));

    assertThat(changes.written()).containsExactly(Manifest.NAME);
  }

  @Test
  void refusesToDeleteAnEditedFile() throws IOException {
    Exports.export(dir, Map.of("old.tf", "1", "main.tf", "1"));
    Exports.write(dir, "old.tf", "mine");

    assertThat(refusal(Map.of("main.tf", "1")).files())
        .containsExactly(new EditedFile("old.tf", Reason.EDITED_STALE));
  }

  @Test
  void namesAllOfThemAtOnce() throws IOException {
    Exports.export(dir, Map.of("a", "1", "b", "1", "c", "1"));
    Exports.write(dir, "a", "mine");
    Exports.write(dir, "b", "mine");
    Exports.write(dir, "d", "mine");

    EditedFilesException refusal = refusal(Map.of("b", "2", "c", "2", "d", "2"));

    assertThat(refusal.files()).extracting(EditedFile::path).containsExactly("a", "b", "d");
    assertThat(refusal).hasMessageContaining("3 files are not as rulecast left them");
  }

  @Test
  void changesNothingThen() throws IOException {
    Exports.export(dir, Map.of("a", "1", "b", "1"));
    Exports.write(dir, "b", "mine");
    var before = Exports.tree(dir);

    refusal(Map.of("a", "2", "b", "2", "c", "2"));

    assertThat(Exports.tree(dir)).isEqualTo(before);
  }

  @Test
  void overwritesAForeignFileIfForced() throws IOException {
    Exports.write(dir, "main.tf", "mine");

    Exports.export(dir, Map.of("main.tf", "1"), true);

    assertThat(Exports.read(dir, "main.tf")).isEqualTo("1");
  }

  @Test
  void overwritesAnEditedFileIfForced() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "main.tf", "mine");

    Exports.export(dir, Map.of("main.tf", "2"), true);

    assertThat(Exports.read(dir, "main.tf")).isEqualTo("2");
  }

  @Test
  void deletesAnEditedStaleFileIfForced() throws IOException {
    Exports.export(dir, Map.of("old.tf", "1", "main.tf", "1"));
    Exports.write(dir, "old.tf", "mine");

    Exports.export(dir, Map.of("main.tf", "1"), true);

    assertThat(Exports.files(dir)).containsOnlyKeys("main.tf");
  }

  @Test
  void canBeForcedAfterTheRefusal() throws IOException {
    Exports.write(dir, "main.tf", "mine");

    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      Exports.stage(folder.staging(), Map.of("main.tf", "1"));
      catchThrowableOfType(
          EditedFilesException.class, () -> folder.commit(Exports.result(Map.of()), false));
      folder.commit(Exports.result(Map.of()), true);
    }

    assertThat(Exports.read(dir, "main.tf")).isEqualTo("1");
  }

  private EditedFilesException refusal(Map<String, String> files) {
    return catchThrowableOfType(EditedFilesException.class, () -> Exports.export(dir, files));
  }
}

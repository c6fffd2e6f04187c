package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody removes a folder while it is exported to. */
class VanishedFolderTest {
  @TempDir Path temp;

  @Test
  void isNotTakenForTheOneThatWasLocked() throws IOException {
    Path dir = Files.createDirectory(temp.resolve("iac"));
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      Exports.stage(folder.staging(), Map.of("first.tf", "1"));
      Folders.removeAll(Exports.folder(dir));
      Exports.stage(folder.staging(), Map.of("second.tf", "1"));

      assertGone(folder);
    }

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void mayHaveBeenLockedByAnotherRunSince() throws IOException, InterruptedException {
    Path dir = temp.resolve("iac");
    OutputFolder folder = OutputFolder.open(dir, Exports.ID);
    Exports.stage(folder.staging(), Map.of("main.tf", "1"));
    Folders.removeAll(Exports.folder(dir));
    Process other = ExportingProcess.start("hold", dir);
    try {
      other.getInputStream().read();
      Path theirs = Exports.write(dir, ".rulecast.staging/new/main.tf", "theirs");

      assertGone(folder);
      folder.close();

      assertThat(theirs).hasContent("theirs");
      assertThat(Exports.folder(dir).resolve(".rulecast.lock")).exists();
      assertThat(output(ExportingProcess.start("try", dir))).isEqualTo("locked\n");
    } finally {
      other.destroyForcibly().waitFor();
      folder.close();
    }
  }

  @Test
  void isNoPlaceForDocumentsEither() throws IOException {
    Path dir = Files.createDirectory(temp.resolve("rules"));
    try (DocumentFolder folder = DocumentFolder.open(dir)) {
      Exports.stage(folder.staging(), Map.of("rules.yaml", "1"));
      folder.prepare(false);
      Folders.removeAll(dir);

      assertThatThrownBy(folder::commit)
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("rules` was removed or replaced while rulecast wrote to it.");
    }
  }

  private static void assertGone(OutputFolder folder) {
    assertThatThrownBy(() -> folder.commit(Exports.result(Map.of()), true))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("terraform` was removed or replaced while rulecast wrote to it.");
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

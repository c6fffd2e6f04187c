package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of an export, even of one that is forced. */
class ObstaclesTest {
  @TempDir Path temp;
  private Path dir;
  private Path elsewhere;

  @BeforeEach
  void create() throws IOException {
    dir = temp.resolve("iac");
    elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
  }

  @Test
  void refusesAFolderThatIsALink() throws IOException {
    Files.createDirectory(dir);
    Files.createSymbolicLink(Exports.folder(dir), elsewhere);

    assertRefused("main.tf", "iac/terraform` is a symbolic link");
  }

  @Test
  void refusesALinkOnTheWayToAFile() throws IOException {
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(Exports.folder(dir).resolve("a"), elsewhere);

    assertRefused("a/b/main.tf", "terraform/a` is a symbolic link");
  }

  @Test
  void refusesAFileThatIsALink() throws IOException {
    Path target = Files.writeString(elsewhere.resolve("file"), "mine");
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(Exports.folder(dir).resolve("main.tf"), target);

    assertRefused("main.tf", "terraform/main.tf` is a symbolic link");
  }

  @Test
  void refusesAFileThatIsALinkToNowhere() throws IOException {
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(Exports.folder(dir).resolve("main.tf"), elsewhere.resolve("nowhere"));

    assertRefused("main.tf", "terraform/main.tf` is a symbolic link");
  }

  @Test
  void refusesAStaleFileThatBecameALink() throws IOException {
    Exports.export(dir, Map.of("a/old.tf", "1", "main.tf", "1"));
    Files.delete(Exports.folder(dir).resolve("a/old.tf"));
    Files.delete(Exports.folder(dir).resolve("a"));
    Files.writeString(elsewhere.resolve("old.tf"), "1");
    Files.createSymbolicLink(Exports.folder(dir).resolve("a"), elsewhere);

    assertRefused("main.tf", "terraform/a` is a symbolic link");
  }

  @Test
  void refusesLinksThatGoInCircles() throws IOException {
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(Exports.folder(dir).resolve("a"), Path.of("b"));
    Files.createSymbolicLink(Exports.folder(dir).resolve("b"), Path.of("a"));

    assertRefused("a/main.tf", "terraform/a` is a symbolic link");
    assertRefused("b", "terraform/b` is a symbolic link");
  }

  @Test
  void refusesAnOutputFolderThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(dir, elsewhere.resolve("nowhere"));

    assertRefused("main.tf", "iac` is not a folder");
  }

  @Test
  void refusesAnOutputFolderThatLeadsToItself() throws IOException {
    Files.createSymbolicLink(dir, dir);

    assertRefused("main.tf", "iac` is not a folder");
  }

  @Test
  void refusesALinkThatCameWhileItExported() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      Exports.stage(folder.staging(), Map.of("a/main.tf", "1"));
      Files.createSymbolicLink(Exports.folder(dir).resolve("a"), elsewhere);

      assertThatThrownBy(() -> folder.commit(Exports.result(Map.of()), true))
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("terraform/a` is a symbolic link");
    }
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void refusesALockThatIsALink() throws IOException {
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(
        Exports.folder(dir).resolve(".rulecast.lock"), elsewhere.resolve("file"));

    assertRefused("main.tf", ".rulecast.lock` is a symbolic link");
  }

  @Test
  void refusesAStagingFolderThatIsALink() throws IOException {
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(Exports.folder(dir).resolve(".rulecast.staging"), elsewhere);

    assertRefused("main.tf", ".rulecast.staging` is a symbolic link");
  }

  @Test
  void refusesAManifestThatIsALink() throws IOException {
    Files.createDirectories(Exports.folder(dir));
    Files.createSymbolicLink(Exports.folder(dir).resolve(Manifest.NAME), elsewhere.resolve("file"));

    assertRefused("main.tf", ".rulecast.json` is a symbolic link");
  }

  @Test
  void acceptsAnOutputFolderThatTheUserReachesThroughALink() throws IOException {
    Files.createSymbolicLink(dir, elsewhere);

    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(elsewhere.resolve("terraform/main.tf")).hasContent("1");
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Files.createDirectory(dir);
    Files.writeString(Exports.folder(dir), "mine");

    assertRefused("main.tf", "iac/terraform` is not a folder");
  }

  @Test
  void refusesAFolderInAFile() throws IOException {
    Files.writeString(dir, "mine");

    assertRefused("main.tf", "iac` is not a folder");
  }

  @Test
  void refusesAFileWhereTheExportNeedsAFolder() throws IOException {
    Exports.write(dir, "a", "mine");

    assertRefused("a/b.tf", "terraform/a` is a file where the export needs a folder");
  }

  @Test
  void refusesAFolderWhereTheExportNeedsAFile() throws IOException {
    Exports.write(dir, "main.tf/mine", "mine");

    assertRefused("main.tf", "terraform/main.tf` is a folder where the export needs a file");
  }

  @Test
  void refusesAFolderInWhichSomethingWouldStay() throws IOException {
    Exports.export(dir, Map.of("a/b", "1"));
    Exports.write(dir, "a/mine", "mine");

    assertRefused("a", "terraform/a` is a folder where the export needs a file");
  }

  @Test
  void refusesAFolderFromWhichAStaleFileIsAlreadyGone() throws IOException {
    Exports.export(dir, Map.of("a/b", "1"));
    Files.delete(Exports.folder(dir).resolve("a/b"));

    assertRefused("a", "terraform/a` is a folder where the export needs a file");
  }

  private void assertRefused(String path, String message) throws IOException {
    var before = Exports.tree(temp);

    assertThatThrownBy(() -> Exports.export(dir, Map.of(path, "1"), true))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> check(path))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(message);
    assertThat(Exports.tree(temp)).isEqualTo(before);
  }

  private void check(String path) throws IOException {
    try (FolderCheck check = FolderCheck.open(dir, Exports.ID)) {
      Exports.stage(check.staging(), Map.of(path, "1"));
      check.compare(Exports.result(Map.of()));
    }
  }
}

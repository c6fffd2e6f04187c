package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path dir;

  @Test
  void writesFilesAndAManifestAndNothingElse() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1\n", "a/b/c.tf", "2\n"));

    assertThat(Exports.tree(dir))
        .containsOnlyKeys(
            "terraform/",
            "terraform/.rulecast.json",
            "terraform/a/",
            "terraform/a/b/",
            "terraform/a/b/c.tf",
            "terraform/main.tf")
        .containsEntry("terraform/a/b/c.tf", "2\n");
  }

  @Test
  void createsTheFoldersAboveIt() throws IOException {
    Path deep = dir.resolve("x/y");

    Exports.export(deep, Map.of("main.tf", "1"));

    assertThat(Exports.read(deep, "main.tf")).isEqualTo("1");
  }

  @Test
  void replacesChangedFiles() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));

    Changes changes = Exports.export(dir, Map.of("main.tf", "2"));

    assertThat(Exports.read(dir, "main.tf")).isEqualTo("2");
    assertThat(changes).isEqualTo(new Changes(List.of("main.tf", Manifest.NAME), List.of()));
  }

  @Test
  void doesNotTouchUnchangedFiles() throws IOException {
    Exports.export(dir, Map.of("same.tf", "1", "changed.tf", "1"));
    Path same = Exports.folder(dir).resolve("same.tf");
    Files.setLastModifiedTime(same, LONG_AGO);

    Exports.export(dir, Map.of("same.tf", "1", "changed.tf", "2"));

    assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
  }

  @Test
  void touchesNothingIfNothingChanged() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Path manifest = Exports.folder(dir).resolve(Manifest.NAME);
    Files.setLastModifiedTime(manifest, LONG_AGO);

    Changes changes = Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(changes.isEmpty()).isTrue();
    assertThat(Files.getLastModifiedTime(manifest)).isEqualTo(LONG_AGO);
  }

  @Test
  void deletesStaleFiles() throws IOException {
    Exports.export(dir, Map.of("old.tf", "1", "main.tf", "1"));

    Changes changes = Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(Exports.files(dir)).containsOnlyKeys("main.tf");
    assertThat(changes.deleted()).containsExactly("old.tf");
  }

  @Test
  void removesFoldersThatBecomeEmpty() throws IOException {
    Exports.export(dir, Map.of("a/b/old.tf", "1", "main.tf", "1"));

    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(Exports.files(dir)).containsOnlyKeys("main.tf");
  }

  @Test
  void keepsFoldersInWhichSomethingStays() throws IOException {
    Exports.export(dir, Map.of("a/b/old.tf", "1", "main.tf", "1"));
    Exports.write(dir, "a/mine.tf", "mine");

    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(Exports.files(dir)).containsOnlyKeys("a/", "a/mine.tf", "main.tf");
  }

  @Test
  void isNotBotheredByAStaleFileThatIsGone() throws IOException {
    Exports.export(dir, Map.of("a/old.tf", "1", "main.tf", "1"));
    Files.delete(Exports.folder(dir).resolve("a/old.tf"));

    Exports.export(dir, Map.of("main.tf", "2"));

    assertThat(Exports.read(dir, "main.tf")).isEqualTo("2");
  }

  @Test
  void writesAFileAgainThatIsGone() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Files.delete(Exports.folder(dir).resolve("main.tf"));

    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(Exports.read(dir, "main.tf")).isEqualTo("1");
  }

  @Test
  void makesAFolderOfAFile() throws IOException {
    Exports.export(dir, Map.of("a", "1"));

    Exports.export(dir, Map.of("a/b", "2"));

    assertThat(Exports.files(dir)).containsOnlyKeys("a/", "a/b");
  }

  @Test
  void makesAFileOfAFolder() throws IOException {
    Exports.export(dir, Map.of("a/b/c", "1", "a/d", "1"));

    Exports.export(dir, Map.of("a", "2"));

    assertThat(Exports.files(dir)).containsExactly(Map.entry("a", "2"));
  }

  @Test
  void neverTouchesWhatTheManifestDoesNotList() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, ".terraform/modules.json", "x");
    Exports.write(dir, ".terraform.lock.hcl", "x");
    Exports.write(dir, "backend.tf", "x");

    Exports.export(dir, Map.of("other.tf", "1"), true);

    assertThat(Exports.files(dir))
        .containsOnlyKeys(
            ".terraform/",
            ".terraform/modules.json",
            ".terraform.lock.hcl",
            "backend.tf",
            "other.tf");
  }

  @Test
  void remembersTheSmallMap() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      folder.commit(Exports.result(Map.of("names", "a,b")), false);
    }

    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      assertThat(folder.previous()).containsExactly(Map.entry("names", "a,b"));
    }
  }

  @Test
  void leavesNothingOfAnEmptyExport() throws IOException {
    Exports.export(dir, Map.of("a/main.tf", "1"));

    Exports.export(dir, Map.of());

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void keepsTheFilesOfOthersAfterAnEmptyExport() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "backend.tf", "x");

    Exports.export(dir, Map.of());

    assertThat(Exports.tree(Exports.folder(dir))).containsOnlyKeys("backend.tf");
  }

  @Test
  void leavesNothingIfNothingIsCommitted() throws IOException {
    Path deep = dir.resolve("x/y");

    try (OutputFolder folder = OutputFolder.open(deep, Exports.ID)) {
      Exports.stage(folder.staging(), Map.of("main.tf", "1"));
    }

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void keepsAnEmptyFolderThatItDidNotCreate() throws IOException {
    Files.createDirectories(Exports.folder(dir));

    OutputFolder.open(dir, Exports.ID).close();

    assertThat(Exports.folder(dir)).isEmptyDirectory();
  }

  @Test
  void leavesNothingOfFilesThatWereNotClosed() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      Writer writer = folder.staging().file("main.tf");
      writer.write("1");

      assertThatIllegalStateException()
          .isThrownBy(() -> folder.commit(Exports.result(Map.of()), false));
    }

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void refusesASecondCommit() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      folder.commit(Exports.result(Map.of("a", "b")), false);

      assertThatIllegalStateException()
          .isThrownBy(() -> folder.commit(Exports.result(Map.of()), false));
    }
  }

  @Test
  void writesTwoFoldersAtOnce() throws IOException {
    try (OutputFolder one = OutputFolder.open(dir, "one");
        OutputFolder two = OutputFolder.open(dir, "two")) {
      Exports.stage(one.staging(), Map.of("a", "1"));
      Exports.stage(two.staging(), Map.of("a", "2"));
      two.commit(Exports.result(Map.of()), false);
      one.commit(Exports.result(Map.of()), false);
    }

    assertThat(Exports.tree(dir)).containsEntry("one/a", "1").containsEntry("two/a", "2");
  }

  @Test
  void givesTheSameBytesAnywhere() throws IOException {
    Exports.export(dir.resolve("x"), Map.of("a", "1", "b/c", "2"));
    Exports.export(dir.resolve("y"), Map.of("b/c", "2", "a", "1"));

    assertThat(Exports.tree(dir.resolve("x"))).isEqualTo(Exports.tree(dir.resolve("y")));
  }
}

package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.output.Difference.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // the folder is open for the sake of its lock
class FolderCheckTest {
  private static final Difference MANIFEST = new Difference(Manifest.NAME, Kind.DIFFERENT);

  @TempDir Path dir;

  @Test
  void isCleanAfterAnExport() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1", "a/b.tf", "2"));

    assertThat(check(Map.of("main.tf", "1", "a/b.tf", "2")).isClean()).isTrue();
  }

  @Test
  void isCleanWhereNothingIsWantedAndNothingIs() throws IOException {
    assertThat(check(Map.of()).isClean()).isTrue();
  }

  @Test
  void createsNothingInAFolderThatIsMissing() throws IOException {
    check(Map.of("main.tf", "1"));

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void changesNothing() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1", "old.tf", "1"));
    var before = Exports.tree(dir);

    check(Map.of("main.tf", "2", "new.tf", "2"));

    assertThat(Exports.tree(dir)).isEqualTo(before);
  }

  @Test
  void worksWhileAnExportHasTheFolder() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));

    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      assertThat(check(Map.of("main.tf", "1")).isClean()).isTrue();
    }
  }

  @Test
  void findsMissingFiles() throws IOException {
    assertThat(check(Map.of("main.tf", "1")).differences())
        .containsExactly(
            new Difference(Manifest.NAME, Kind.MISSING), new Difference("main.tf", Kind.MISSING));
  }

  @Test
  void findsDifferentFiles() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1", "same.tf", "1"));

    assertThat(check(Map.of("main.tf", "2", "same.tf", "1")).differences())
        .containsExactly(MANIFEST, new Difference("main.tf", Kind.DIFFERENT));
  }

  @Test
  void findsStaleFiles() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1", "old.tf", "1"));

    assertThat(check(Map.of("main.tf", "1")).differences())
        .containsExactly(MANIFEST, new Difference("old.tf", Kind.STALE));
  }

  @Test
  void findsEditedFiles() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "main.tf", "mine");

    assertThat(check(Map.of("main.tf", "1")).differences())
        .containsExactly(new Difference("main.tf", Kind.EDITED));
  }

  @Test
  void findsForeignFiles() throws IOException {
    Exports.export(dir, Map.of("a.tf", "1"));
    Exports.write(dir, "main.tf", "mine");

    assertThat(check(Map.of("a.tf", "1", "main.tf", "1")).differences())
        .containsExactly(MANIFEST, new Difference("main.tf", Kind.FOREIGN));
  }

  @Test
  void ignoresFilesThatAreNobodysBusiness() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, "backend.tf", "mine");

    assertThat(check(Map.of("main.tf", "1")).isClean()).isTrue();
  }

  @Test
  void findsAManifestThatIsNotWanted() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(check(Map.of()).differences())
        .containsExactly(
            new Difference(Manifest.NAME, Kind.STALE), new Difference("main.tf", Kind.STALE));
  }

  @Test
  void tellsOfAnInterruptedExport() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));
    Exports.write(dir, ".rulecast.staging/journal", "rulecast-journal 1\nend\n");

    CheckResult result = check(Map.of("main.tf", "1"));

    assertThat(result.pending()).isTrue();
    assertThat(result.isClean()).isFalse();
  }

  @Test
  void givesTheExporterItsMap() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      folder.commit(Exports.result(Map.of("names", "a")), false);
    }

    try (FolderCheck check = FolderCheck.open(dir, Exports.ID)) {
      assertThat(check.previous()).containsExactly(Map.entry("names", "a"));
    }
  }

  @Test
  void showsWhatIsDifferentAsADiff() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1\n2\n3\n"));

    assertThat(diff(Map.of("main.tf", "1\nx\n3\n"), "main.tf"))
        .isEqualTo(
            """
            --- DIR/terraform/main.tf
            +++ DIR/terraform/main.tf
            @@ -1,3 +1,3 @@
             1
            -2
            +x
             3
            """
                .replace("DIR", dir.toString()));
  }

  @Test
  void showsTheManifestAsADiff() throws IOException {
    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(diff(Map.of("main.tf", "2"), Manifest.NAME))
        .contains("-    \"main.tf\": \"6b86", "+    \"main.tf\": \"d473");
  }

  @Test
  void leavesNoTemporaryFolder() throws IOException {
    Path temporary;
    try (FolderCheck check = FolderCheck.open(dir, Exports.ID)) {
      Exports.stage(check.staging(), Map.of("a/b", "1"));
      temporary = check.staging().staged("a/b");
      assertThat(temporary).exists();
    }

    assertThat(Files.exists(temporary.getParent().getParent())).isFalse();
  }

  private CheckResult check(Map<String, String> files) throws IOException {
    try (FolderCheck check = FolderCheck.open(dir, Exports.ID)) {
      Exports.stage(check.staging(), files);
      return check.compare(Exports.result(Map.of()));
    }
  }

  private String diff(Map<String, String> files, String path) throws IOException {
    try (FolderCheck check = FolderCheck.open(dir, Exports.ID)) {
      Exports.stage(check.staging(), files);
      StringBuilder diff = new StringBuilder();
      for (Difference difference : check.compare(Exports.result(Map.of())).differences()) {
        if (difference.path().equals(path)) {
          check.writeDiff(difference, diff);
        }
      }
      return diff.toString();
    }
  }
}

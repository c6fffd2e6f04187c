package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stops a commit before each of its changes to the disk, and looks at what the next run makes of
 * it.
 */
class InterruptedCommitTest {
  /** Files that change, stay, go and come; a file that becomes a folder, and the reverse. */
  private static final Map<String, String> OLD =
      Map.of("main.tf", "1", "same.tf", "1", "a/b/old.tf", "1", "x", "1", "y/z", "1");

  private static final Map<String, String> NEW =
      Map.of("main.tf", "2", "same.tf", "1", "c/d/new.tf", "2", "x/y", "2", "y", "2");

  private static SortedMap<String, String> oldState;
  private static SortedMap<String, String> newState;

  @TempDir Path temp;
  private Path dir;

  @BeforeAll
  static void exportBothStates(@TempDir Path folders) throws IOException {
    Exports.export(folders, OLD);
    oldState = Exports.tree(folders);
    Exports.export(folders, NEW);
    newState = Exports.tree(folders);
  }

  @BeforeEach
  void begin() throws IOException {
    dir = temp.resolve("iac");
    put(oldState);
  }

  private void put(SortedMap<String, String> state) throws IOException {
    Folders.removeAll(dir);
    for (var entry : state.entrySet()) {
      Path path = dir.resolve(entry.getKey());
      if (entry.getKey().endsWith("/")) {
        Files.createDirectories(path);
      } else {
        Files.writeString(path, entry.getValue());
      }
    }
  }

  static Stream<Integer> steps() throws IOException {
    return IntStream.rangeClosed(1, changes().size()).boxed();
  }

  /** What a commit from the old to the new state does. */
  private static List<String> changes() throws IOException {
    Path dir = Files.createTempDirectory("rulecast-test");
    try {
      List<String> changes = new ArrayList<>();
      Exports.export(dir, OLD);
      try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
        Exports.stage(folder.staging(), NEW);
      }
      export(dir, changes::add).close();
      return changes;
    } finally {
      Folders.removeAll(dir);
    }
  }

  /** As many steps as there are at least: otherwise the other tests would prove little. */
  @Test
  void hasManySteps() throws IOException {
    assertThat(changes())
        .contains("draft the journal", "put the journal in place", "move .rulecast.json")
        .hasSizeGreaterThan(18);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void leavesTheNewStateIfTheJournalWasInPlaceAndElseTheOld(int step) throws IOException {
    killBefore(step);
    boolean certain = Files.exists(journal()) || movedEverything();

    OutputFolder.open(dir, Exports.ID).close();

    assertThat(Exports.tree(dir)).isEqualTo(certain ? newState : oldState);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void leavesTheOldOrTheNewStateIfTheRepairIsKilledToo(int step) throws IOException {
    killBefore(step);
    var interrupted = Exports.tree(dir);
    int again = 0;
    boolean killed = true;
    while (killed) {
      put(interrupted);
      again++;
      killed = openKilledBefore(again);
      OutputFolder.open(dir, Exports.ID).close();

      assertThat(Exports.tree(dir)).as("killed again at %d", again).isIn(oldState, newState);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void leavesTheOldOrTheNewStateIfTheDiskFails(int step) throws IOException {
    Countdown countdown = new Countdown(step, () -> new IOException("disk full"));
    try {
      export(dir, countdown).close();
    } catch (IOException e) {
      assertThat(e).hasMessage("disk full");
    }

    OutputFolder.open(dir, Exports.ID).close();

    assertThat(Exports.tree(dir)).isIn(oldState, newState);
  }

  @Test
  void tellsThatItFinishedAnEarlierRun() throws IOException {
    killBefore(changes().indexOf("move main.tf") + 1);

    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      assertThat(folder.finishedEarlierRun()).isTrue();
    }
  }

  @Test
  void tellsNothingIfThereWasNothingToFinish() throws IOException {
    killBefore(changes().indexOf("draft the journal") + 1);

    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      assertThat(folder.finishedEarlierRun()).isFalse();
    }
  }

  @Test
  void removesTheFirstExportIfItWasNotCertain() throws IOException {
    Folders.removeAll(dir);
    killBefore(3);

    OutputFolder.open(dir, Exports.ID).close();

    assertThat(Exports.tree(Exports.folder(dir))).isEmpty();
  }

  @Test
  void acceptsThatTheUserRestoredTheOldState() throws IOException {
    killBefore(changes().indexOf("move main.tf") + 2);
    restoreOldFiles();

    OutputFolder.open(dir, Exports.ID).close();

    assertThat(Exports.tree(dir)).isEqualTo(oldState);
  }

  @Test
  void refusesToFinishWhatWasEditedMeanwhile() throws IOException {
    killBefore(changes().indexOf("move main.tf") + 1);
    Exports.write(dir, "main.tf", "mine");
    var before = Exports.tree(dir);

    assertThatThrownBy(() -> OutputFolder.open(dir, Exports.ID))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("`main.tf` was changed since");
    before.remove("terraform/.rulecast.lock");
    assertThat(Exports.tree(dir)).isEqualTo(before);
  }

  @Test
  void refusesADamagedJournal() throws IOException {
    killBefore(changes().indexOf("move main.tf") + 1);
    String text = Files.readString(journal());
    Files.writeString(journal(), text.substring(0, text.length() / 2));

    assertThatThrownBy(() -> OutputFolder.open(dir, Exports.ID))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("journal is damaged");
  }

  @Test
  void refusesAJournalThatLeavesTheFolder() throws IOException {
    killBefore(changes().indexOf("move main.tf") + 1);
    String text = Files.readString(journal());
    Files.writeString(journal(), text.replace(" main.tf", " ../main.tf"));

    assertThatThrownBy(() -> OutputFolder.open(dir, Exports.ID))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("journal is damaged");
  }

  private void restoreOldFiles() throws IOException {
    Path staging = temp.resolve("staging");
    Files.move(journal().getParent(), staging);
    put(oldState);
    Files.move(staging, journal().getParent());
  }

  private Path journal() {
    return new Layout(Exports.folder(dir)).journal();
  }

  private boolean movedEverything() throws IOException {
    return Exports.read(dir, Manifest.NAME).equals(newState.get("terraform/.rulecast.json"));
  }

  private void killBefore(int step) throws IOException {
    try {
      export(dir, new Countdown(step, Killed::new)).abandon();
    } catch (Killed e) {
      // As intended.
    }
  }

  private boolean openKilledBefore(int step) throws IOException {
    try {
      OutputFolder.open(dir, Exports.ID, new Countdown(step, Killed::new)).abandon();
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  /** Exports the new state; begins to count only when the commit begins. */
  private static OutputFolder export(Path dir, Checkpoint checkpoint) throws IOException {
    boolean[] committing = {false};
    OutputFolder folder =
        OutputFolder.open(
            dir,
            Exports.ID,
            change -> {
              if (committing[0]) {
                checkpoint.reach(change);
              }
            });
    try {
      Exports.stage(folder.staging(), NEW);
      committing[0] = true;
      folder.commit(Exports.result(Map.of()), false);
      committing[0] = false;
    } catch (Killed e) {
      folder.abandon();
      throw e;
    } catch (IOException e) {
      committing[0] = false;
      folder.close();
      throw e;
    }
    return folder;
  }

  /** Throws before the given change. */
  private static final class Countdown implements Checkpoint {
    private final Supplier<? extends Throwable> thrown;
    private int left;

    Countdown(int step, Supplier<? extends Throwable> thrown) {
      this.left = step;
      this.thrown = thrown;
    }

    @Override
    public void reach(String change) throws IOException {
      left--;
      if (left > 0) {
        return;
      }
      Throwable now = thrown.get();
      if (now instanceof IOException failure) {
        throw failure;
      }
      throw (Error) now;
    }
  }

  /** Stands for the end of the process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}

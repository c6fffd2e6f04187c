package dev.rulecast.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // the folder is open for the sake of its lock
class FolderLockTest {
  @TempDir Path dir;

  @Test
  void refusesASecondRunInTheSameProcess() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      assertLocked();
    }
  }

  @Test
  void refusesASecondRunThatReachesTheFolderByAnotherName() throws IOException {
    Files.createDirectory(dir.resolve("real"));
    Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("real"));

    try (OutputFolder folder = OutputFolder.open(dir.resolve("real"), Exports.ID)) {
      assertThatThrownBy(() -> OutputFolder.open(link, Exports.ID))
          .isInstanceOf(FolderLockedException.class);
    }
  }

  @Test
  void isFreeAfterClosing() throws IOException {
    OutputFolder.open(dir, Exports.ID).close();

    OutputFolder.open(dir, Exports.ID).close();
  }

  @Test
  void isFreeAfterOpeningFailed() throws IOException {
    Exports.write(dir, Manifest.NAME, "{}");
    assertThatThrownBy(() -> OutputFolder.open(dir, Exports.ID))
        .isInstanceOf(OutputException.class);
    Files.delete(Exports.folder(dir).resolve(Manifest.NAME));

    OutputFolder.open(dir, Exports.ID).close();
  }

  @Test
  void refusesAFolderThatAnotherProcessHas() throws IOException, InterruptedException {
    Process process = ExportingProcess.start("hold", dir);
    try {
      process.getInputStream().read();

      assertLocked();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void takesOverTheLockOfAProcessThatDied() throws IOException, InterruptedException {
    Process process = ExportingProcess.start("hold", dir);
    process.getInputStream().read();
    process.destroyForcibly().waitFor();
    assertThat(Exports.folder(dir).resolve(".rulecast.lock")).exists();

    Exports.export(dir, Map.of("main.tf", "1"));

    assertThat(Exports.files(dir)).containsOnlyKeys("main.tf");
  }

  /** A POSIX lock is lost when the process closes any channel of the file. */
  @Test
  void keepsOtherProcessesOutAfterRefusingASecondRun() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      assertLocked();

      assertThat(outputOf(ExportingProcess.start("try", dir))).isEqualTo("locked\n");
    }
  }

  @Test
  void keepsOtherProcessesOutDuringAndAfterACommit() throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      Exports.stage(folder.staging(), Map.of("main.tf", "1"));
      folder.commit(Exports.result(Map.of()), false);

      assertThat(outputOf(ExportingProcess.start("try", dir))).isEqualTo("locked\n");
    }
  }

  @Test
  void letsOtherProcessesInAfterClosing() throws IOException {
    OutputFolder.open(dir, Exports.ID).close();

    assertThat(outputOf(ExportingProcess.start("try", dir))).isEqualTo("opened\n");
  }

  /** Each run deletes the lock's file, so that the next may lock a file that is gone. */
  @Test
  void isHeldByOneOfManyThreads() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    List<Callable<Boolean>> runs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      runs.add(() -> runsAlone(inside));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Boolean> run : threads.invokeAll(runs)) {
        assertThat(run.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    // The folder itself may stay: the run that made it cannot remove it while the next has its
    // lock.
    try (Stream<Path> left = Files.walk(dir)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private boolean runsAlone(AtomicInteger inside) throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, Exports.ID)) {
      boolean alone = inside.incrementAndGet() == 1;
      Thread.yield();
      inside.decrementAndGet();
      return alone;
    } catch (FolderLockedException e) {
      return true;
    }
  }

  private void assertLocked() {
    assertThatThrownBy(() -> OutputFolder.open(dir, Exports.ID))
        .isInstanceOf(FolderLockedException.class)
        .hasMessageContaining("Another run of rulecast is writing to")
        .hasMessageContaining("terraform`");
  }

  private static String outputOf(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

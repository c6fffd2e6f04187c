package dev.rulecast.output;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.output.Finding.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The folder of one exporter, locked against other runs. All or nothing: whatever happens, it holds
 * what was there before or what was committed, or the next {@link #open} makes it so.
 *
 * <p>Not thread-safe; different folders may be open in different threads.
 */
public final class OutputFolder implements AutoCloseable {
  private final Layout layout;
  private final String exporterId;
  private final Checkpoint checkpoint;
  private final FolderLock lock;
  private final boolean finishedEarlierRun;
  private final Manifest previous;
  private final Staging staging;
  private boolean committed;
  private boolean closed;

  private OutputFolder(
      Layout layout,
      String exporterId,
      Checkpoint checkpoint,
      FolderLock lock,
      boolean finishedEarlierRun,
      Manifest previous) {
    this.layout = layout;
    this.exporterId = exporterId;
    this.checkpoint = checkpoint;
    this.lock = lock;
    this.finishedEarlierRun = finishedEarlierRun;
    this.previous = previous;
    this.staging = new Staging(layout.staged());
  }

  /**
   * Locks {@code dir/exporterId}. If an earlier run was killed while it committed, its commit is
   * finished; what it had only prepared is discarded.
   *
   * @throws FolderLockedException if another run has the folder
   * @throws OutputException if the folder is not one, is a symbolic link, or its manifest cannot be
   *     read
   */
  public static OutputFolder open(Path dir, String exporterId) throws IOException {
    return open(dir, exporterId, Checkpoint.NONE);
  }

  static OutputFolder open(Path dir, String exporterId, Checkpoint checkpoint) throws IOException {
    Layout layout = Layout.of(dir, exporterId);
    FolderLock lock = FolderLock.acquire(layout);
    boolean opened = false;
    try {
      boolean finished = new Commit(layout, checkpoint).recover();
      Manifest previous = ManifestReader.read(layout, exporterId);
      OutputFolder folder =
          new OutputFolder(layout, exporterId, checkpoint, lock, finished, previous);
      opened = true;
      return folder;
    } finally {
      if (!opened) {
        lock.release(false);
      }
    }
  }

  /** Whether {@link #open} finished the commit of an earlier run. */
  public boolean finishedEarlierRun() {
    return finishedEarlierRun;
  }

  /** The small map that the exporter left last time; empty if there was no last time. */
  public Map<String, String> previous() {
    return previous.memory();
  }

  /** Takes the new files. */
  public Staging staging() {
    return staging;
  }

  /**
   * Replaces the files of the last export by the staged ones. Files that are the same already are
   * not touched, and nothing that the last export did not write. An export without files and memory
   * leaves no manifest and no empty folder.
   *
   * @param force whether files that somebody else wrote or edited may be lost
   * @throws EditedFilesException if there are such files and they may not; nothing is changed then
   * @throws OutputException if links or folders are in the way, or if somebody removed the folder
   *     meanwhile; nothing is changed then either
   * @throws IOException if the disk fails. If that leaves the commit half done, the next {@link
   *     #open} finishes it.
   * @throws IllegalStateException if a staged file was not closed, or if it is the second commit
   */
  public Changes commit(ExportResult result, boolean force) throws IOException {
    if (committed || closed) {
      throw new IllegalStateException("A folder is committed once, and before it is closed.");
    }
    lock.requireHeld();
    SortedMap<String, String> files = staging.seal();
    Optional<String> manifest = Optional.empty();
    if (!files.isEmpty() || !result.remembered().isEmpty()) {
      checkpoint.reach("stage the manifest");
      manifest = Optional.of(staging.writeManifest(exporterId, result));
    }
    List<Finding> findings = Survey.take(layout, previous, files, manifest);
    if (!force) {
      Survey.refuseEdited(layout, findings);
    }
    List<Step> steps =
        findings.stream()
            .filter(finding -> finding.standing() != Standing.SAME)
            .map(Finding::step)
            .toList();
    new Commit(layout, checkpoint).run(steps);
    committed = true;
    return changes(steps);
  }

  private static Changes changes(List<Step> steps) {
    List<String> written = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    for (Step step : steps) {
      (step.deletes() ? deleted : written).add(step.path());
    }
    return new Changes(written, deleted);
  }

  /**
   * Unlocks the folder and removes everything that is not output, unless it is needed to finish a
   * commit.
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    staging.abandon();
    try {
      if (!Files.exists(layout.journal()) && !lock.isTaken()) {
        new Commit(layout, checkpoint).discard();
      }
    } finally {
      lock.release(committed && !Files.exists(layout.target(Manifest.NAME)));
    }
  }

  /** Lets go of the lock and leaves everything else as it is, as if the process had been killed. */
  void abandon() throws IOException {
    closed = true;
    staging.abandon();
    lock.release(false);
  }
}

package dev.rulecast.output;

import dev.rulecast.output.EditedFilesException.EditedFile;
import dev.rulecast.output.EditedFilesException.Reason;
import dev.rulecast.output.Finding.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of documents that people go on to edit, such as the rule sets of an import. All or
 * nothing, like the folder of an exporter, but without a manifest: whatever is there already and is
 * not the same is somebody's work.
 *
 * <p>Not thread-safe; different folders may be open in different threads.
 */
public final class DocumentFolder implements AutoCloseable {
  private final Layout layout;
  private final Checkpoint checkpoint;
  private final FolderLock lock;
  private final boolean finishedEarlierRun;
  private final Staging staging;
  private List<Step> steps = List.of();
  private boolean closed;

  private DocumentFolder(
      Layout layout, Checkpoint checkpoint, FolderLock lock, boolean finishedEarlierRun) {
    this.layout = layout;
    this.checkpoint = checkpoint;
    this.lock = lock;
    this.finishedEarlierRun = finishedEarlierRun;
    this.staging = new Staging(layout.staged());
  }

  /**
   * Locks a folder, and creates it if need be. If an earlier run was killed while it wrote, its
   * work is finished.
   *
   * @throws FolderLockedException if another run has the folder
   * @throws OutputException if it is no folder, or a symbolic link
   */
  public static DocumentFolder open(Path folder) throws IOException {
    return open(folder, Checkpoint.NONE);
  }

  static DocumentFolder open(Path folder, Checkpoint checkpoint) throws IOException {
    Layout layout = Layout.of(folder);
    FolderLock lock = FolderLock.acquire(layout);
    boolean opened = false;
    try {
      boolean finished = new Commit(layout, checkpoint).recover();
      DocumentFolder documents = new DocumentFolder(layout, checkpoint, lock, finished);
      opened = true;
      return documents;
    } finally {
      if (!opened) {
        lock.release(false);
      }
    }
  }

  /** Whether {@link #open} finished the work of an earlier run. */
  public boolean finishedEarlierRun() {
    return finishedEarlierRun;
  }

  /** Takes the new documents. */
  public Staging staging() {
    return staging;
  }

  /**
   * Ends the staging, and makes sure that {@link #commit} will find nothing in its way.
   *
   * @param force whether documents of the same names and other contents may be lost
   * @throws EditedFilesException if there are such documents and they may not
   * @throws OutputException if links or folders are in the way
   */
  public void prepare(boolean force) throws IOException {
    List<Finding> findings =
        Survey.take(layout, Manifest.empty(), staging.seal(), Optional.empty()).stream()
            .filter(finding -> !finding.path().equals(Manifest.NAME))
            .toList();
    List<EditedFile> existing =
        findings.stream()
            .filter(finding -> finding.standing() == Standing.FOREIGN)
            .map(finding -> new EditedFile(finding.path(), Reason.EXISTING))
            .toList();
    if (!force && !existing.isEmpty()) {
      throw EditedFilesException.existing(layout.shown(), existing);
    }
    steps =
        findings.stream()
            .filter(finding -> finding.standing() != Standing.SAME)
            .map(Finding::step)
            .toList();
  }

  /**
   * Puts the staged documents into the folder. Those that are there already, byte by byte, are not
   * touched, and no others.
   *
   * @throws IOException if the disk fails. If that leaves the work half done, the next {@link
   *     #open} finishes it.
   */
  public Changes commit() throws IOException {
    lock.requireHeld();
    new Commit(layout, checkpoint).run(steps);
    return new Changes(steps.stream().map(Step::path).toList(), List.of());
  }

  /** Unlocks the folder and removes everything that is no document, unless it is still needed. */
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
      lock.release(false);
    }
  }
}

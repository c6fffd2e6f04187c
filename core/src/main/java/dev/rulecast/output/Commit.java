package dev.rulecast.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a folder from one state to the next. From the moment in which the journal is in place the
 * new state is certain: if the run is killed, the next one finishes it. Before that moment nothing
 * has been changed. Needs the lock.
 */
final class Commit {
  private final Layout layout;
  private final Checkpoint checkpoint;

  Commit(Layout layout, Checkpoint checkpoint) {
    this.layout = layout;
    this.checkpoint = checkpoint;
  }

  /** Makes these changes, from the staged files. */
  void run(List<Step> steps) throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    Files.createDirectories(layout.staging());
    checkpoint.reach("wait for the disk");
    Durability.force(
        steps.stream().filter(step -> !step.deletes()).map(step -> staged(step.path())).toList());
    Journal journal = new Journal(steps);
    journal.write(layout, checkpoint);
    finish(journal);
  }

  /**
   * Finishes or discards what a killed run has left.
   *
   * @return whether there was something to finish
   * @throws OutputException if it can be neither finished nor discarded without loss
   */
  boolean recover() throws IOException {
    Optional<Journal> journal = Journal.read(layout);
    boolean finish = journal.isPresent() && canBeFinished(journal.get());
    if (finish) {
      finish(journal.get());
    } else {
      discard();
    }
    return finish;
  }

  /**
   * Whether the new state can be reached; if not, the old one stands.
   *
   * @throws OutputException if neither is so, because files were changed after the interruption
   */
  private boolean canBeFinished(Journal journal) throws IOException {
    List<String> changed = new ArrayList<>();
    boolean old = true;
    for (Step step : journal.steps()) {
      layout.refuseLinks(step.path());
      Optional<String> now = layout.sha256(step.path());
      boolean untouched = now.equals(step.before());
      old &= untouched;
      if (!now.equals(step.after()) && !(untouched && isStaged(step))) {
        changed.add(step.path());
      }
    }
    if (changed.isEmpty() || old) {
      return changed.isEmpty();
    }
    throw new OutputException(
        "A run was interrupted while it wrote to `%s`, and it cannot be finished because `%s` was changed since."
            .formatted(layout.shown(), changed.get(0)),
        "restore the folder from version control, delete .rulecast.staging in it, and export"
            + " again");
  }

  private boolean isStaged(Step step) throws IOException {
    Path staged = staged(step.path());
    return step.deletes()
        || (Files.isRegularFile(staged) && Sha256.of(staged).equals(step.after().get()));
  }

  private void finish(Journal journal) throws IOException {
    for (Step step : journal.steps()) {
      if (step.deletes()) {
        delete(step.path());
      } else {
        move(step.path());
      }
    }
    discard();
  }

  private void delete(String path) throws IOException {
    checkpoint.reach("delete " + path);
    Path target = layout.target(path);
    // When a killed run is finished, a folder of the new state may already be here.
    if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(target);
    }
    String folder = path;
    for (int slash = path.lastIndexOf('/'); slash >= 0; slash = folder.lastIndexOf('/')) {
      folder = folder.substring(0, slash);
      checkpoint.reach("remove the folder " + folder + " if it is empty");
      if (!Folders.removeIfEmpty(layout.target(folder))) {
        return;
      }
    }
  }

  private void move(String path) throws IOException {
    Path staged = staged(path);
    if (!Files.exists(staged)) {
      return;
    }
    int slash = path.lastIndexOf('/');
    if (slash >= 0) {
      checkpoint.reach("create the folder of " + path);
      Files.createDirectories(layout.target(path.substring(0, slash)));
    }
    checkpoint.reach("move " + path);
    Files.move(
        staged,
        layout.target(path),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the staging folder, and the journal first: without it the rest has no meaning. */
  void discard() throws IOException {
    checkpoint.reach("remove the journal");
    Files.deleteIfExists(layout.journal());
    checkpoint.reach("remove the staging folder");
    Folders.removeAll(layout.staging());
  }

  private Path staged(String path) {
    return layout.staged().resolve(path);
  }
}

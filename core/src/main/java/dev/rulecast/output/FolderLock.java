package dev.rulecast.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps other runs out of a folder. A lock of the operating system on a file in the folder: it ends
 * with the process, however that ends.
 */
final class FolderLock {
  /**
   * The folders that this process has locked. A POSIX lock belongs to the process, and closing any
   * channel of the file gives it up: a second thread must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final Set<OpenOption> OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  /** Each needs another run to end at the very moment in which this one begins. */
  private static final int MAX_ATTEMPTS = 100;

  private static final int MAX_MARK_BYTES = 1 << 20;

  private final Layout layout;
  private final Path key;
  private final FileChannel channel;
  private final List<Path> created;

  /** Which file the lock is on; the file stays as long as the channel is open, deleted or not. */
  private final Optional<Object> identity;

  private FolderLock(Layout layout, Path key, FileChannel channel, List<Path> created)
      throws IOException {
    this.layout = layout;
    this.key = key;
    this.channel = channel;
    this.created = created;
    this.identity = identity(layout.lock());
  }

  /**
   * Locks a folder, and creates it if need be.
   *
   * @throws FolderLockedException at once, if another run has it
   */
  static FolderLock acquire(Layout layout) throws IOException {
    List<Path> created = new ArrayList<>();
    try {
      return acquire(layout, created);
    } catch (IOException e) {
      for (Path folder : created) {
        Folders.removeIfEmpty(folder);
      }
      throw e;
    }
  }

  private static FolderLock acquire(Layout layout, List<Path> created) throws IOException {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        created.addAll(Folders.create(layout.folder()));
        Path key = layout.folder().toRealPath();
        Optional<FileChannel> channel = lock(layout, key);
        if (channel.isPresent()) {
          return new FolderLock(layout, key, channel.get(), List.copyOf(created));
        }
      } catch (NoSuchFileException | FileAlreadyExistsException e) {
        // The run before was just removing the folder that it had created.
      }
    }
    throw new FolderLockedException(layout.shown());
  }

  /** Locks the file; empty if it was deleted meanwhile, and has to be created again. */
  private static Optional<FileChannel> lock(Layout layout, Path key) throws IOException {
    if (!HELD.add(key)) {
      throw new FolderLockedException(layout.shown());
    }
    Optional<FileChannel> kept = Optional.empty();
    FileChannel channel = null;
    try {
      channel = FileChannel.open(layout.lock(), OPEN);
      Optional<Object> opened = identity(layout.lock());
      if (channel.tryLock() == null) {
        throw new FolderLockedException(layout.shown());
      }
      try {
        if (isAt(channel, layout.lock())) {
          channel.truncate(0);
          kept = Optional.of(channel);
        }
      } catch (IOException e) {
        // The disk is full. Nothing of this run is to stay, if it is certain that it is of this
        // run.
        if (opened.isPresent() && opened.equals(identity(layout.lock()))) {
          Files.deleteIfExists(layout.lock());
        }
        throw e;
      }
      return kept;
    } catch (OverlappingFileLockException e) {
      // Another copy of this class, loaded by another class loader, has it.
      throw new FolderLockedException(layout.shown());
    } finally {
      if (kept.isEmpty()) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(key);
      }
    }
  }

  /**
   * Whether the locked file is still the one that others find: the run that had it may have deleted
   * it after this one opened it. Java tells neither the identity of an open file, nor may the path
   * be opened again (see {@link #HELD}); so the file is given a size that no other has.
   */
  private static boolean isAt(FileChannel channel, Path path) throws IOException {
    int mark = ThreadLocalRandom.current().nextInt(MAX_MARK_BYTES);
    channel.truncate(0);
    channel.write(ByteBuffer.allocate(1), mark);
    return Files.exists(path) && Files.size(path) == channel.size();
  }

  /** The identity of the file at a path; empty if there is none, or the system has none. */
  private static Optional<Object> identity(Path path) throws IOException {
    try {
      return Optional.ofNullable(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the folder is still the one that was locked. Somebody may have removed it, and another
   * run may have made and locked a new one, in which nothing is ours.
   */
  boolean isHeld() throws IOException {
    return identity(layout.lock()).equals(identity);
  }

  /** Whether another run has locked a new folder in the place of the one that was locked. */
  boolean isTaken() throws IOException {
    return !isHeld() && Files.exists(layout.lock(), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes sure that what was locked is what will be changed.
   *
   * @throws OutputException if it was removed or replaced
   */
  void requireHeld() throws IOException {
    if (!isHeld()) {
      throw new OutputException(
          "`%s` was removed or replaced while rulecast wrote to it.".formatted(layout.shown()),
          "see what else works in that folder, and export again");
    }
  }

  /**
   * Unlocks the folder. Leaves neither the lock's file nor a folder that was created for it and is
   * still empty; where the next run has its lock there already, the empty folder stays.
   *
   * @param emptied whether the folder, too, is to go if it is empty
   */
  void release(boolean emptied) throws IOException {
    boolean taken = true;
    try {
      taken = isTaken();
      if (!taken) {
        Files.deleteIfExists(layout.lock());
      }
    } finally {
      channel.close();
      HELD.remove(key);
    }
    if (taken) {
      return;
    }
    if (emptied) {
      Folders.removeIfEmpty(layout.folder());
    }
    for (Path folder : created) {
      Folders.removeIfEmpty(folder);
    }
  }
}

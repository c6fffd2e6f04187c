package dev.rulecast.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Creates and removes folders, never following a symbolic link. */
final class Folders {
  private Folders() {}

  /**
   * Creates a folder with those above it.
   *
   * @return what did not exist before, the innermost first
   */
  static List<Path> create(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    Path at = folder.toAbsolutePath();
    while (at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
      missing.add(at);
      at = at.getParent();
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      for (Path made : missing) {
        removeIfEmpty(made);
      }
      throw e;
    }
    return missing;
  }

  /** Removes a folder unless something is in it; says whether there is no such folder now. */
  static boolean removeIfEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  /** Removes a file or a folder with all that is in it, if it is there. */
  static void removeAll(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}

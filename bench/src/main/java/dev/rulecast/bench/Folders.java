package dev.rulecast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What commands have written. */
final class Folders {
  private Folders() {}

  /** The bytes of all files in a folder; 0 if there is none. */
  static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path path : contents(folder)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes;
  }

  /** Deletes a folder, if there is one. */
  static void delete(Path folder) throws IOException {
    for (Path path : contents(folder)) {
      Files.delete(path);
    }
  }

  /** What is below a path comes before it. */
  private static List<Path> contents(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}

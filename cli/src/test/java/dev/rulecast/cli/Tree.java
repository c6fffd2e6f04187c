package dev.rulecast.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a folder. */
final class Tree {
  private Tree() {}

  /** Every file with its contents. */
  static SortedMap<String, String> contents(Path folder) throws IOException {
    return tree(folder, false);
  }

  /** Every file and folder with its contents and times. */
  static SortedMap<String, String> everything(Path folder) throws IOException {
    return tree(folder, true);
  }

  private static SortedMap<String, String> tree(Path folder, boolean times) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    if (!Files.exists(folder)) {
      return tree;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.forEach(
          path -> {
            try {
              boolean file = Files.isRegularFile(path);
              String content = file ? Arrays.toString(Files.readAllBytes(path)) : "";
              String time = times ? " " + Files.getLastModifiedTime(path) : "";
              if (file || times) {
                tree.put(folder.relativize(path).toString().replace('\\', '/'), content + time);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return tree;
  }
}

package dev.rulecast.output;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ReportedOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Exports for tests: a map of paths and contents instead of an exporter. */
final class Exports {
  static final String ID = "terraform";

  private Exports() {}

  static Changes export(Path dir, Map<String, String> files) throws IOException {
    return export(dir, files, false);
  }

  static Changes export(Path dir, Map<String, String> files, boolean force) throws IOException {
    try (OutputFolder folder = OutputFolder.open(dir, ID)) {
      stage(folder.staging(), files);
      return folder.commit(result(Map.of()), force);
    }
  }

  static void stage(Staging staging, Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      try (Writer writer = staging.file(file.getKey())) {
        writer.write(file.getValue());
      }
    }
  }

  static ExportResult result(Map<String, String> memory, ReportedOutcome... outcomes) {
    return new ExportResult(ID, List.of(outcomes), List.of(), new TreeMap<>(memory));
  }

  /** The exporter's folder in the output. */
  static Path folder(Path dir) {
    return dir.resolve(ID);
  }

  static Path write(Path dir, String path, String content) throws IOException {
    Path file = folder(dir).resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  static String read(Path dir, String path) throws IOException {
    return Files.readString(folder(dir).resolve(path));
  }

  /** Everything below a folder: contents by path; folders end in a slash and have none. */
  static SortedMap<String, String> tree(Path root) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    if (!Files.exists(root)) {
      return tree;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(path -> !path.equals(root)).forEach(path -> add(tree, root, path));
    }
    return tree;
  }

  /** As {@link #tree}, without the manifest. */
  static SortedMap<String, String> files(Path dir) throws IOException {
    SortedMap<String, String> tree = tree(folder(dir));
    tree.remove(Manifest.NAME);
    return tree;
  }

  private static void add(Map<String, String> tree, Path root, Path path) {
    String name = root.relativize(path).toString();
    try {
      if (Files.isSymbolicLink(path)) {
        tree.put(name, "-> " + Files.readSymbolicLink(path));
      } else if (Files.isDirectory(path)) {
        tree.put(name + "/", "");
      } else {
        tree.put(name, Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

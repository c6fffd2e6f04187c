package dev.rulecast.output;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.OutputFiles;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the files of one export, out of the way of those that are there. The SHA-256 is computed
 * while they are written. Not thread-safe.
 */
public final class Staging implements OutputFiles {
  private final Path root;
  private final OutputPaths paths = new OutputPaths();
  private final SortedMap<String, String> finished = new TreeMap<>();
  private final SortedMap<String, HashingStream> open = new TreeMap<>();
  private boolean sealed;

  Staging(Path root) {
    this.root = root;
  }

  /**
   * Begins a file, as UTF-8. The caller closes it, and may have several open at once. Text that is
   * not Unicode is an {@link IOException} when it is written.
   *
   * @param path relative, with {@code /}; its parts consist of letters, digits, {@code .}, {@code
   *     _} and {@code -}
   * @throws IllegalArgumentException with a sentence, if the path is not such a path, if it is that
   *     of another file or differs from it only in case, or if it makes a folder of a file
   * @throws IllegalStateException if the export has ended
   */
  @Override
  public Writer file(String path) throws IOException {
    if (sealed) {
      throw new IllegalStateException("The export has ended; no file can be added.");
    }
    paths.add(path);
    Path file = root.resolve(path);
    Files.createDirectories(folderOf(file));
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    HashingStream hashing = new HashingStream(out, sha256 -> finish(path, sha256));
    open.put(path, hashing);
    return new BufferedWriter(
        new OutputStreamWriter(
            hashing,
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT)));
  }

  private void finish(String path, String sha256) {
    open.remove(path);
    finished.put(path, sha256);
  }

  /**
   * Ends the export.
   *
   * @return the SHA-256 of each file, by path
   * @throws IllegalStateException if a file has not been closed: its end may be missing
   */
  SortedMap<String, String> seal() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Not closed: " + String.join(", ", open.keySet()) + ".");
    }
    sealed = true;
    return Collections.unmodifiableSortedMap(finished);
  }

  /**
   * Puts the manifest beside the files.
   *
   * @return its SHA-256
   */
  String writeManifest(String exporterId, ExportResult result) throws IOException {
    Path file = root.resolve(Manifest.NAME);
    Files.createDirectories(root);
    List<String> sha256 = new ArrayList<>();
    try (OutputStream out =
        new BufferedOutputStream(new HashingStream(Files.newOutputStream(file), sha256::add))) {
      ManifestWriter.write(out, exporterId, finished, result);
    }
    return sha256.get(0);
  }

  /** Where the contents of a file are. */
  Path staged(String path) {
    return root.resolve(path);
  }

  /** Lets go of what a failed export has left open. */
  void abandon() {
    sealed = true;
    for (HashingStream stream : Map.copyOf(open).values()) {
      stream.abandon();
    }
    open.clear();
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("A staged file is in a folder.");
    }
    return folder;
  }
}

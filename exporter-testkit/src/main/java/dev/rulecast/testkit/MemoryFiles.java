package dev.rulecast.testkit;

import dev.rulecast.exporter.OutputFiles;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an output in memory, under the rules that hold on disk: for paths, and that text is
 * Unicode. A test holds these rules equal to the core's.
 */
public final class MemoryFiles implements OutputFiles {
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9._-]*[A-Za-z0-9_-](/[A-Za-z0-9._-]*[A-Za-z0-9_-])*");

  private static final Pattern DEVICE =
      Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> folders = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  @Override
  public Writer file(String path) {
    requireAlone(path);
    requireClean(path);
    claim(path);
    open.add(path);
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            open.remove(path);
            files.put(path, toString(StandardCharsets.UTF_8));
          }
        };
    return new OutputStreamWriter(
        bytes, StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT));
  }

  private static void requireAlone(String path) {
    if (path.toLowerCase(Locale.ROOT).startsWith(".rulecast")) {
      throw refused(path, "names that begin with .rulecast are rulecast's own");
    }
  }

  private static void requireClean(String path) {
    if (!PATH.matcher(path).matches()) {
      throw refused(
          path,
          "its parts consist of letters, digits, ., _ and -, and do not end with a full stop");
    }
    for (String part : path.split("/", -1)) {
      if (DEVICE.matcher(part).matches()) {
        throw refused(path, part + " is the name of a device on Windows");
      }
    }
  }

  private void claim(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      requireUnlike(path, folder, paths.get(key(folder)));
      String same = folders.putIfAbsent(key(folder), folder);
      if (same != null && !same.equals(folder)) {
        throw refused(path, "the folder differs only in case from " + same);
      }
    }
    requireUnlike(path, path, folders.get(key(path)));
    requireUnlike(path, path, paths.put(key(path), path));
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private static void requireUnlike(String path, String name, @Nullable String other) {
    if (other != null) {
      throw refused(
          path,
          other.equals(name)
              ? name + " is written twice, or is a file and a folder"
              : "it differs only in case from " + other);
    }
  }

  private static IllegalArgumentException refused(String path, String why) {
    return new IllegalArgumentException(
        "The path `%s` cannot be written: %s.".formatted(path, why));
  }

  /**
   * The files that were written, by path.
   *
   * @throws IllegalStateException if one was not closed
   */
  public SortedMap<String, String> files() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "Not closed: " + String.join(", ", open.stream().sorted().toList()) + ".");
    }
    return Collections.unmodifiableSortedMap(files);
  }
}

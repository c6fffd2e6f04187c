package dev.rulecast.testkit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;

/** Says how two outputs differ. */
final class Differences {
  private static final int CONTEXT_LINES = 3;
  private static final int MAX_LINES = 200;
  private static final int MAX_LINE_CHARS = 400;

  private Differences() {}

  /** A failure with advice and a unified diff of each file that differs. */
  static AssertionFailedError failure(
      String advice, Map<String, String> expected, Map<String, String> actual) {
    StringBuilder message = new StringBuilder(advice).append('\n');
    String firstExpected = "";
    String firstActual = "";
    SortedSet<String> paths = new TreeSet<>(expected.keySet());
    paths.addAll(actual.keySet());
    for (String path : paths) {
      String before = expected.getOrDefault(path, "");
      String after = actual.getOrDefault(path, "");
      if (!before.equals(after) || expected.containsKey(path) != actual.containsKey(path)) {
        if (firstExpected.isEmpty() && firstActual.isEmpty()) {
          firstExpected = before;
          firstActual = after;
        }
        message.append(unified(path, before, after));
      }
    }
    return new AssertionFailedError(message.toString(), firstExpected, firstActual);
  }

  /** A unified diff, in which what cannot be seen is written out. */
  static String unified(String path, String before, String after) {
    List<String> lines = lines(before);
    Patch<String> patch = DiffUtils.diff(lines, lines(after));
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "expected/" + path, "actual/" + path, lines, patch, CONTEXT_LINES);
    StringBuilder text = new StringBuilder();
    for (String line : diff.subList(0, Math.min(MAX_LINES, diff.size()))) {
      boolean cut = line.length() > MAX_LINE_CHARS;
      text.append(cut ? line.substring(0, MAX_LINE_CHARS) + "…" : line).append('\n');
    }
    if (diff.size() > MAX_LINES) {
      text.append("(").append(diff.size() - MAX_LINES).append(" more lines)\n");
    }
    return text.toString();
  }

  /** The lines; white space at their ends, and a missing line feed, are made visible. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    boolean ended = text.endsWith("\n");
    String body = ended ? text.substring(0, text.length() - 1) : text + "␄ (no line feed)";
    return body.lines().count() == 0 ? List.of("") : split(body);
  }

  private static List<String> split(String body) {
    return List.of(body.split("\n", -1)).stream()
        .map(line -> line.replace("\r", "␍").replace("\t", "␉"))
        .map(line -> line.endsWith(" ") ? line.stripTrailing() + "␠" : line)
        .toList();
  }
}

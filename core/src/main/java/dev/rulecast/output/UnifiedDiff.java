package dev.rulecast.output;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.Patch;
import dev.rulecast.diagnostic.UserText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A unified diff of two files: bounded, and harmless to a terminal. */
final class UnifiedDiff {
  private static final int CONTEXT_LINES = 3;
  private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;

  /** Time grows with the square: a third of a second here, nearly two with twice as many. */
  private static final int MAX_DIFFERING_LINES = 5_000;

  private static final int MAX_LINE_CHARS = 1_000;
  private static final String NO_FILE = "/dev/null";

  private final Appendable to;

  private UnifiedDiff(Appendable to) {
    this.to = to;
  }

  /**
   * Writes the diff from one file to another; either may be missing.
   *
   * @param name of both, with {@code /}
   */
  static void write(String name, Path before, Path after, Appendable to) throws IOException {
    boolean isBefore = Files.exists(before);
    boolean isAfter = Files.exists(after);
    UnifiedDiff diff = new UnifiedDiff(to);
    diff.line("--- " + (isBefore ? name : NO_FILE));
    diff.line("+++ " + (isAfter ? name : NO_FILE));
    if (isTooLarge(before) || isTooLarge(after)) {
      diff.tooLarge(before, after, isBefore && isAfter);
    } else if (isBefore && isAfter) {
      diff.both(lines(before), lines(after));
    } else if (isBefore) {
      diff.one('-', lines(before));
    } else if (isAfter) {
      diff.one('+', lines(after));
    }
  }

  private static boolean isTooLarge(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > MAX_FILE_BYTES;
  }

  private void tooLarge(Path before, Path after, boolean both) throws IOException {
    String where =
        both ? "; the first difference is in line " + firstDifference(before, after) : "";
    line("(Not shown: larger than 16 MiB" + where + ".)");
  }

  private static long firstDifference(Path before, Path after) throws IOException {
    long position = Files.mismatch(before, after);
    long line = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(before))) {
      for (long i = 0; i < position; i++) {
        if (in.read() == '\n') {
          line++;
        }
      }
    }
    return line;
  }

  private void one(char sign, List<String> lines) throws IOException {
    int count = lines.size();
    String none = "0,0";
    String all = (count == 0 ? "0," : "1,") + count;
    line("@@ -" + (sign == '-' ? all : none) + " +" + (sign == '+' ? all : none) + " @@");
    for (String text : lines.subList(0, Math.min(count, MAX_DIFFERING_LINES))) {
      content(sign + text);
    }
    if (count > MAX_DIFFERING_LINES) {
      line("(Not shown: %s more lines.)".formatted(count - MAX_DIFFERING_LINES));
    }
  }

  private void both(List<String> before, List<String> after) throws IOException {
    Patch<String> patch;
    try {
      patch = DiffUtils.diff(before, after, new MyersDiff<>(), new Limit());
    } catch (TooManyException e) {
      line("(Not shown: more than %s lines differ.)".formatted(MAX_DIFFERING_LINES));
      return;
    }
    List<String> diff = UnifiedDiffUtils.generateUnifiedDiff("", "", before, patch, CONTEXT_LINES);
    for (String text : diff.subList(Math.min(2, diff.size()), diff.size())) {
      if (text.startsWith("@@")) {
        line(text);
      } else {
        content(text);
      }
    }
  }

  /** A line with its sign; one without a line feed is the last of a file. */
  private void content(String text) throws IOException {
    boolean ended = text.endsWith("\n");
    int end = ended ? text.length() - 1 : text.length();
    boolean cut = end > MAX_LINE_CHARS;
    line(UserText.visible(text.substring(0, cut ? MAX_LINE_CHARS : end)) + (cut ? "…" : ""));
    if (!ended) {
      line("\\ No newline at end of file");
    }
  }

  private void line(String text) throws IOException {
    to.append(text).append('\n');
  }

  /** The lines with their line feeds. What is not UTF-8 shows as U+FFFD. */
  private static List<String> lines(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** The algorithm takes a step for each line that differs, and time in the square of the steps. */
  private static final class Limit implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int value, int max) {
      if (value > MAX_DIFFERING_LINES) {
        throw new TooManyException();
      }
    }

    @Override
    public void diffEnd() {}
  }

  private static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

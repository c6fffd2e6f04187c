package dev.rulecast.importer;

import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.WindowsPaths;
import java.util.Locale;
import java.util.Optional;

/**
 * A purpose, and the program that it says is to use the port: "Allow C:\Agent\agent.exe to use the
 * port."
 *
 * @param text the purpose without the sentence about the program
 * @param program the program's path
 */
record Purpose(String text, Optional<String> program) {
  private static final String USES = "use the port";
  private static final String EXE = ".exe";

  /**
   * Reads a purpose.
   *
   * @throws InvalidValueException if a program is named to which the port is not clearly limited
   */
  static Purpose read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int uses = lower.indexOf(USES);
    if (uses < 0 || !lower.contains(EXE) || lower.length() != text.length()) {
      return new Purpose(text, Optional.empty());
    }
    int end = lower.indexOf(EXE) + EXE.length();
    int start = start(text, end);
    String path = text.substring(Math.max(start, 0), end);
    boolean another = lower.indexOf(EXE, end) >= 0 || lower.indexOf(USES, uses + 1) >= 0;
    if (start < 0 || another || !WindowsPaths.isPath(path)) {
      throw new InvalidValueException(
          "Which program is to use the port is not clear.",
          "write one whole path, such as C:\\Program Files\\Agent\\agent.exe");
    }
    int from = lower.lastIndexOf("allow", start);
    int to = Math.max(end, uses + USES.length());
    if (to < text.length() && text.charAt(to) == '.') {
      to++;
    }
    String before = text.substring(0, from < 0 ? start : from).strip();
    String after = text.substring(to).strip();
    String rest = Words.tidy(before + " " + after);
    return new Purpose(rest.isEmpty() ? text : rest, Optional.of(path));
  }

  /** Where the path begins that ends here: at the nearest drive or environment variable. */
  private static int start(String text, int end) {
    int drive = text.lastIndexOf(":\\", end) - 1;
    int variable = text.lastIndexOf("%\\", end);
    int opening = variable < 0 ? -1 : text.lastIndexOf('%', variable - 1);
    return Math.max(drive, opening);
  }
}

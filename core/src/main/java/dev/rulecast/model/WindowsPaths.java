package dev.rulecast.model;

import java.util.regex.Pattern;

/** The syntax of the paths of programs. */
public final class WindowsPaths {
  /** Windows' {@code MAX_PATH}. */
  private static final int MAX_CHARS = 260;

  /**
   * A drive or an environment variable, then names without the characters that Windows refuses. A
   * name is not empty, {@code .} or {@code ..}: Windows Firewall compares paths as text, so that
   * such a path would match no program.
   */
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?:[A-Za-z]:|%[A-Za-z][A-Za-z0-9_()]*%)(?:\\\\(?!\\.{1,2}(?:\\\\|$))[^\\\\<>:\"/|?*]+)+");

  private WindowsPaths() {}

  /** Whether the text is the whole path of a file, as Windows Firewall wants it. */
  public static boolean isPath(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CHARS && PATTERN.matcher(text).matches();
  }
}

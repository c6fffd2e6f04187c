package dev.rulecast.output;

import dev.rulecast.diagnostic.UserText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The paths of one output: relative, with {@code /}, and such that they name the same files on
 * every operating system, whether or not it tells upper from lower case.
 */
final class OutputPaths {
  /** What a path of ours begins with; no path of an exporter does. */
  private static final String OURS = ".rulecast";

  private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]+");

  /** Device names of Windows, with or without an extension. */
  private static final Pattern RESERVED =
      Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private record Entry(String spelling, boolean file) {}

  private final Map<String, Entry> taken = new HashMap<>();

  /**
   * Takes a path.
   *
   * @throws IllegalArgumentException with a sentence, if the path or its neighbours forbid it
   */
  void add(String path) {
    check(path);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      take(path, new Entry(path.substring(0, slash), false));
    }
    take(path, new Entry(path, true));
  }

  private void take(String path, Entry entry) {
    Entry other = taken.putIfAbsent(entry.spelling.toLowerCase(Locale.ROOT), entry);
    if (other == null) {
      return;
    }
    if (!other.spelling.equals(entry.spelling)) {
      throw refused(path, "it differs only in case from " + UserText.quote(other.spelling));
    }
    if (!entry.file && !other.file) {
      return;
    }
    if (entry.file && other.file) {
      throw refused(path, "it is written twice");
    }
    throw refused(path, UserText.quote(entry.spelling) + " cannot be a file and a folder");
  }

  /**
   * Checks a path by itself.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static void check(String path) {
    if (path.toLowerCase(Locale.ROOT).startsWith(OURS)) {
      throw refused(path, "names that begin with .rulecast are rulecast's own");
    }
    for (String part : path.split("/", -1)) {
      checkPart(path, part);
    }
  }

  private static void checkPart(String path, String part) {
    if (part.isEmpty()) {
      throw refused(path, "it has an empty part; paths are relative and have no slash at the end");
    }
    if (!PART.matcher(part).matches()) {
      throw refused(path, "only letters, digits, ., _ and - are allowed between slashes");
    }
    if (part.endsWith(".")) {
      throw refused(path, "no part may be . or .. or end in a full stop");
    }
    if (RESERVED.matcher(part).matches()) {
      throw refused(path, UserText.quote(part) + " is the name of a device on Windows");
    }
  }

  private static IllegalArgumentException refused(String path, String why) {
    String message = "The path %s cannot be written: %s.";
    return new IllegalArgumentException(message.formatted(UserText.quote(path), why));
  }
}

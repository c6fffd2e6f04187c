package dev.rulecast.importer;

import java.util.List;
import java.util.Optional;

/**
 * The settings between two lines of three hyphens with which many Markdown documents begin.
 *
 * @param lines how many lines they take, the hyphens included; 0 where there are none
 * @param title the document's title, if they give one
 */
record FrontMatter(int lines, Optional<String> title) {
  /** Longer ones are text that happens to begin with a line of hyphens. */
  private static final int MAX_LINES = 200;

  private static final String TITLE = "title:";

  static FrontMatter of(SourceText text) {
    List<String> lines = text.lines();
    if (!lines.get(0).stripTrailing().equals("---")) {
      return new FrontMatter(0, Optional.empty());
    }
    Optional<String> title = Optional.empty();
    for (int i = 1; i < Math.min(lines.size(), MAX_LINES); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return new FrontMatter(i + 1, title);
      }
      if (line.startsWith(TITLE)) {
        title = Optional.of(unquoted(line.substring(TITLE.length()))).filter(t -> !t.isEmpty());
      }
    }
    return new FrontMatter(0, Optional.empty());
  }

  private static String unquoted(String value) {
    String text = Words.tidy(value);
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** The document with as many lines as before, but without these settings. */
  String without(SourceText text) {
    return lines == 0
        ? text.text()
        : "\n".repeat(lines) + String.join("\n", text.lines().subList(lines, text.lines().size()));
  }
}

package dev.rulecast.importer;

/** The line of hyphens between the header of a Markdown table and its rows. */
final class DelimiterRow {
  private DelimiterRow() {}

  /**
   * How many columns a line has if it is such a line, or could be one inside a quotation or a list;
   * otherwise 0.
   */
  static int columns(String line) {
    int pipes = 0;
    boolean hyphen = false;
    boolean open = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '|' -> {
          pipes++;
          open = false;
        }
        case '-' -> {
          hyphen = true;
          open = true;
        }
        case ':', ' ', '\t', '>' -> {
          // may stand in it
        }
        default -> {
          return 0;
        }
      }
    }
    if (!hyphen || pipes == 0) {
      return 0;
    }
    boolean outer = line.stripLeading().startsWith("|");
    return pipes + (open ? 1 : 0) - (outer ? 1 : 0);
  }
}

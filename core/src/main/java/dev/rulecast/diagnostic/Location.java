package dev.rulecast.diagnostic;

/**
 * A place in an input.
 *
 * @param file the input as the user named it, such as {@code rules/web.yaml}
 * @param line the line, counted from 1
 * @param column the column in UTF-16 units, counted from 1
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
  /** Refuses lines and columns below 1. */
  public Location {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("Lines and columns are counted from 1.");
    }
  }

  /** The first character of a file: for what is wrong with the file as a whole. */
  public static Location startOf(String file) {
    return new Location(file, 1, 1);
  }

  @Override
  public int compareTo(Location other) {
    int order = file.compareTo(other.file);
    if (order == 0) {
      order = Integer.compare(line, other.line);
    }
    return order == 0 ? Integer.compare(column, other.column) : order;
  }

  /** The form that editors and terminals make a link of: {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}

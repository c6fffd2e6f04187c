package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import java.util.List;

/**
 * One cell of a table.
 *
 * @param text what a reader sees, with single spaces; a line feed where the cell breaks its line
 * @param links the links in it, in their order
 * @param location where the cell begins
 */
record Cell(String text, List<Link> links, Location location) {
  /**
   * A link.
   *
   * @param text what a reader sees
   * @param target where it leads
   */
  record Link(String text, String target) {}

  Cell {
    links = List.copyOf(links);
  }

  /** A cell that holds this text, spaces and breaks made uniform. */
  static Cell of(String text, List<Link> links, Location location) {
    return new Cell(Words.tidy(text), links, location);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The text on one line. */
  String line() {
    return text.replace('\n', ' ');
  }
}

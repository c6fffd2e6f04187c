package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import java.util.List;

/**
 * A table of a document, whatever it is about.
 *
 * @param section the part of the document in which it stands
 * @param prose how many texts of that part stand before it
 * @param location where it begins
 * @param header the headings of its columns
 * @param rows what stands below
 */
record Table(
    Section section, int prose, Location location, List<Cell> header, List<TableRow> rows) {
  Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** What the document says before the table, here and in the parts around this one. */
  List<Prose> before() {
    return section.before(prose);
  }
}

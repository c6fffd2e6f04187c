package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * One row of a table, below its header.
 *
 * @param location where it begins
 * @param source the row as it is written
 * @param cells its cells; as many as the header has, or fewer
 * @param broken why the cells cannot be trusted, if they cannot
 */
record TableRow(Location location, String source, List<Cell> cells, Optional<String> broken) {
  TableRow {
    cells = List.copyOf(cells);
  }

  boolean isEmpty() {
    return broken.isEmpty() && cells.stream().allMatch(Cell::isEmpty);
  }
}

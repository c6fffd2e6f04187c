package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Takes the tables of CommonMark's tree apart. */
final class MarkdownTables {
  private final String file;
  private final List<String> lines;

  MarkdownTables(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  Table table(TableBlock block, Section section, int prose, Location place) {
    List<Cell> header = new ArrayList<>();
    List<dev.rulecast.importer.TableRow> rows = new ArrayList<>();
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (header.isEmpty()) {
          header.addAll(cells(row));
        } else {
          rows.add(row((TableRow) row, header.size()));
        }
      }
    }
    return new Table(section, prose, place, header, rows);
  }

  private dev.rulecast.importer.TableRow row(TableRow row, int columns) {
    List<SourceSpan> spans = row.getSourceSpans();
    SourceSpan span = spans.isEmpty() ? SourceSpan.of(0, 0, 0, 0) : spans.get(0);
    String line = lines.get(span.getLineIndex());
    int start = Math.min(span.getColumnIndex(), line.length());
    String source = line.substring(start, Math.min(start + span.getLength(), line.length()));
    Location place = new Location(file, span.getLineIndex() + 1, start + 1);
    return new dev.rulecast.importer.TableRow(place, source, cells(row), surplus(source, columns));
  }

  private List<Cell> cells(Node row) {
    List<Cell> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell tableCell) {
        cells.add(Inlines.of(tableCell).cell(place(row, tableCell)));
      }
    }
    return cells;
  }

  private Location place(Node row, TableCell cell) {
    List<SourceSpan> spans = cell.getSourceSpans();
    if (spans.isEmpty()) {
      spans = row.getSourceSpans();
    }
    return spans.isEmpty()
        ? Location.startOf(file)
        : new Location(file, spans.get(0).getLineIndex() + 1, spans.get(0).getColumnIndex() + 1);
  }

  /** CommonMark drops the cells that a row has more than its header, and says nothing. */
  private static Optional<String> surplus(String source, int columns) {
    List<String> cells = split(source);
    boolean more = cells.size() > columns;
    boolean lost = more && !String.join("", cells.subList(columns, cells.size())).isBlank();
    return lost
        ? Optional.of("It has " + cells.size() + " cells, but the header has " + columns + ".")
        : Optional.empty();
  }

  /** The cells of a line, as CommonMark tells them apart: {@code \|} is no border. */
  private static List<String> split(String source) {
    List<String> cells = new ArrayList<>();
    String row = source.strip();
    int start = row.startsWith("|") ? 1 : 0;
    for (int i = start; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
        i++;
      } else if (c == '|') {
        cells.add(row.substring(start, i));
        start = i + 1;
      }
    }
    if (start < row.length()) {
      cells.add(row.substring(start));
    }
    return cells;
  }
}

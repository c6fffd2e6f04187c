package dev.rulecast.importer;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.diagnostic.Location;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads a CSV file as a table: RFC 4180, also with semicolons or tabs, as spreadsheets write. */
final class CsvReader {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private final String file;
  private final SourceText text;

  private CsvReader(String file, SourceText text) {
    this.file = file;
    this.text = text;
  }

  /** Reads a file, or reports why it cannot be read. */
  static Optional<Document> read(ImportSource source, SourceText text, Diagnostics diagnostics) {
    CsvReader reader = new CsvReader(source.name(), text);
    // Left open at the end, a quote makes one cell of all the lines behind it.
    boolean closed = text.text().chars().filter(c -> c == '"').count() % 2 == 0;
    try {
      if (closed) {
        return Optional.of(reader.document(Section.root(source.stem())));
      }
    } catch (CsvParseException e) {
      // told below
    }
    diagnostics.add(
        Diagnostic.error(
                "csv", Location.startOf(source.name()), "The file is not CSV as RFC 4180 has it.")
            .withHint("look for a quote that is not closed, or that others should enclose"));
    return Optional.empty();
  }

  private Document document(Section section) {
    List<TableRow> rows = new ArrayList<>();
    List<Cell> header = new ArrayList<>();
    Location place = Location.startOf(file);
    for (CsvRecord found : records(separator())) {
      int line = (int) found.getStartingLineNumber();
      List<Cell> cells = cells(found, line);
      if (header.isEmpty()) {
        header.addAll(cells);
        place = new Location(file, line, 1);
      } else {
        rows.add(row(found, line, cells, header.size()));
      }
    }
    if (header.isEmpty()) {
      return new Document(List.of(), List.of(), List.of());
    }
    return new Document(List.of(new Table(section, 0, place, header, rows)), List.of(), List.of());
  }

  private Iterable<CsvRecord> records(char separator) {
    return de.siegmar.fastcsv.reader.CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(false)
        .maxBufferSize(SourceText.MAX_CSV_BYTES)
        .ofCsvRecord(text.text());
  }

  /** The separator by which the header has the most columns that a port table has. */
  private char separator() {
    char best = ',';
    int most = -1;
    for (char separator : SEPARATORS) {
      int known = known(separator);
      if (known > most) {
        most = known;
        best = separator;
      }
    }
    return best;
  }

  private int known(char separator) {
    try {
      Iterator<CsvRecord> header = records(separator).iterator();
      return header.hasNext() ? Columns.known(cells(header.next(), 1)) : 0;
    } catch (CsvParseException e) {
      // Quotes that are right with one separator are wrong with another.
      return -1;
    }
  }

  private List<Cell> cells(CsvRecord found, int line) {
    Location place = new Location(file, line, 1);
    return found.getFields().stream().map(field -> Cell.of(field, List.of(), place)).toList();
  }

  private TableRow row(CsvRecord found, int line, List<Cell> cells, int columns) {
    boolean more = cells.size() > columns;
    boolean lost = more && !cells.subList(columns, cells.size()).stream().allMatch(Cell::isEmpty);
    Optional<String> broken =
        lost
            ? Optional.of("It has " + cells.size() + " cells, but the header has " + columns + ".")
            : Optional.empty();
    String source = String.join(" | ", found.getFields());
    List<Cell> kept = more ? cells.subList(0, columns) : cells;
    return new TableRow(new Location(file, line, 1), source, kept, broken);
  }
}

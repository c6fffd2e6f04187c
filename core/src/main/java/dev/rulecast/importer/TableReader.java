package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of one port table. */
final class TableReader {
  private final Table table;
  private final Columns columns;
  private final EndpointNames names;
  private final RowReader rows;
  private Optional<String> blocked;

  TableReader(
      Table table,
      Columns columns,
      ImportOptions options,
      List<SourcePortSentence> sentences,
      EndpointNames names) {
    this.table = table;
    this.columns = columns;
    this.names = names;
    this.rows =
        new RowReader(
            columns,
            new Ends(table, columns, options),
            new TrafficReader(columns, options),
            new SourcePorts(sentences));
    this.blocked = Optional.of(table.section().title()).filter(Trade::blocks);
  }

  /** What became of the rows. */
  List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    Optional<String> ambiguity = columns.ambiguity();
    Optional<String> title = Optional.empty();
    for (TableRow row : table.rows()) {
      if (row.isEmpty() || isHeader(row)) {
        continue;
      }
      Optional<String> heading = title(row);
      if (heading.isPresent()) {
        title = heading;
        blocked = title.filter(Trade::blocks);
        entries.add(new Entry.Title(title.get()));
        continue;
      }
      Problems problems = new Problems();
      ambiguity.ifPresent(
          message -> problems.add(row.location(), message, "keep the one that is meant"));
      blocked.ifPresent(
          said ->
              problems.add(
                  row.location(),
                  "It stands below "
                      + UserText.quote(said)
                      + ", so that it may be nothing to open.",
                  "write a rule for it by hand"));
      entries.add(entry(row, Texts.title(title.orElse(table.section().title())), problems));
    }
    return entries;
  }

  private Entry entry(TableRow row, String fallback, Problems problems) {
    int line = row.location().line();
    List<Draft> drafts = problems.isEmpty() ? rows.read(row, fallback, problems) : List.of();
    if (problems.isEmpty()) {
      problems.of(row.location(), () -> register(drafts));
    }
    return problems.isEmpty()
        ? new Entry.Rules(line, drafts)
        : new Entry.Unread(line, row.source(), problems.all());
  }

  private boolean register(List<Draft> drafts) {
    List<EndpointName> all = new ArrayList<>();
    for (Draft draft : drafts) {
      all.addAll(draft.sources());
      all.addAll(draft.destinations());
    }
    names.add(all);
    return true;
  }

  /** Some tables repeat their header. */
  private boolean isHeader(TableRow row) {
    return row.broken().isEmpty()
        && row.cells().stream()
            .map(Cell::text)
            .toList()
            .equals(table.header().stream().map(Cell::text).toList());
  }

  /** A row of which only the first cell says anything, and no ports, is a title. */
  private Optional<String> title(TableRow row) {
    boolean alone =
        row.broken().isEmpty()
            && !row.cells().get(0).isEmpty()
            && row.cells().stream().skip(1).allMatch(Cell::isEmpty);
    if (!alone || table.header().size() < 2) {
      return Optional.empty();
    }
    Cell first = row.cells().get(0);
    boolean ofPorts =
        columns.cell(row, Role.PORT).isPresent() || columns.cell(row, Role.PROTOCOL).isPresent();
    return ofPorts && saysPorts(first) ? Optional.empty() : Optional.of(first.line());
  }

  private static boolean saysPorts(Cell cell) {
    return reads(() -> PortCell.read(cell.text())) || reads(() -> ProtocolCell.read(cell.text()));
  }

  private static boolean reads(Runnable reader) {
    try {
      reader.run();
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }
}

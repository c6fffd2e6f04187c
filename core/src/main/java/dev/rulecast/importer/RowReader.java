package dev.rulecast.importer;

import dev.rulecast.diagnostic.Location;
import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Action;
import dev.rulecast.model.Ids;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.RuleNote;
import dev.rulecast.model.WindowsPaths;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes rules of the rows of one table. */
final class RowReader {
  /** As documents have them: {@code 2027-01-31}. */
  private static final int DATE_CHARS = 10;

  private static final Set<String> ALLOWS =
      Set.of("allow", "allowed", "permit", "permitted", "accept", "open");
  private static final Set<String> DENIES =
      Set.of("deny", "denied", "block", "blocked", "drop", "reject");

  private final Columns columns;
  private final Ends ends;
  private final TrafficReader traffic;
  private final SourcePorts sourcePorts;

  RowReader(Columns columns, Ends ends, TrafficReader traffic, SourcePorts sourcePorts) {
    this.columns = columns;
    this.ends = ends;
    this.traffic = traffic;
    this.sourcePorts = sourcePorts;
  }

  /**
   * Reads a row.
   *
   * @param fallback the purpose of rows that give none
   * @return its rules; none where there is a problem
   */
  List<Draft> read(TableRow row, String fallback, Problems problems) {
    Location place = row.location();
    if (row.broken().isPresent()) {
      problems.add(place, row.broken().get(), "give the row as many cells as the header");
      return List.of();
    }
    row.source()
        .codePoints()
        .filter(c -> c != '\n' && c != '\t' && c != '\r' && UserText.isForbidden(c))
        .findFirst()
        .ifPresent(
            c ->
                problems.add(
                    place,
                    "It holds the character U+%04X, which cannot be seen in a review.".formatted(c),
                    "delete it"));
    Optional<List<Ends.Pair>> pairs = problems.of(place, () -> ends.read(row));
    List<TrafficReader.Traffic> flows = traffic.read(row, problems);
    Optional<Purpose> purpose = problems.of(place, () -> Purpose.read(purpose(row, fallback)));
    Optional<Action> action = problems.of(place, () -> action(row));
    Optional<Optional<LocalDate>> expires = problems.of(place, () -> expires(row));
    Optional<Optional<String>> program = problems.of(place, () -> program(row));
    Optional<Optional<String>> id = problems.of(place, () -> id(row));
    Optional<RuleNote> note =
        purpose.flatMap(p -> problems.of(place, () -> note(row, p.text(), flows)));
    if (!problems.isEmpty() || pairs.isEmpty() || note.isEmpty()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    for (Ends.Pair pair : pairs.get()) {
      for (TrafficReader.Traffic flow : flows) {
        Draft draft =
            new Draft(
                id.orElseThrow(),
                action.orElseThrow(),
                pair.sources(),
                pair.destinations(),
                flow.protocols(),
                flow.ports(),
                flow.custom(),
                flow.sourcePorts(),
                flow.icmpTypes(),
                program.orElseThrow().or(purpose.get()::program),
                note.get(),
                expires.orElseThrow());
        drafts.addAll(sourcePorts.apply(withHosts(draft, row)));
      }
    }
    return drafts;
  }

  /** A purpose that consists of host names says where the destination is. */
  private Draft withHosts(Draft draft, TableRow row) {
    List<String> hosts =
        columns
            .cell(row, Role.PURPOSE)
            .map(cell -> EndpointCell.hosts(cell.text()))
            .orElse(List.of());
    boolean one = draft.destinations().size() == 1 && draft.destinations().get(0).fqdns().isEmpty();
    return hosts.isEmpty() || !one
        ? draft
        : draft.between(draft.sources(), List.of(draft.destinations().get(0).withFqdns(hosts)));
  }

  /** Service and purpose, or the notes where a table has nothing better. */
  private String purpose(TableRow row, String fallback) {
    Optional<String> purpose = columns.cell(row, Role.PURPOSE).map(Cell::text);
    Optional<String> service = columns.cell(row, Role.SERVICE).map(Cell::text);
    if (purpose.isPresent() && service.isPresent()) {
      String name = service.get();
      boolean told = Words.of(purpose.get()).startsWith(Words.of(name));
      return told ? purpose.get() : name + (name.endsWith(".") ? " " : ". ") + purpose.get();
    }
    return purpose.or(() -> service).or(() -> notes(row)).orElse(fallback);
  }

  private Optional<String> notes(TableRow row) {
    return columns.cell(row, Role.NOTES).map(Cell::text);
  }

  private RuleNote note(TableRow row, String purpose, List<TrafficReader.Traffic> flows) {
    List<String> notes = new ArrayList<>();
    boolean better =
        columns.cell(row, Role.PURPOSE).isPresent() || columns.cell(row, Role.SERVICE).isPresent();
    notes(row).filter(text -> better).ifPresent(notes::add);
    notes.addAll(columns.more(row));
    flows.stream().flatMap(flow -> flow.remark().stream()).distinct().forEach(notes::add);
    Optional<String> joined =
        notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", notes));
    return new RuleNote(
        text(purpose),
        columns.cell(row, Role.OWNER).map(cell -> text(cell.line())),
        columns.cell(row, Role.TICKET).map(cell -> text(cell.line())),
        joined.map(RowReader::text));
  }

  private static String text(String text) {
    int length = text.codePointCount(0, text.length());
    if (length > RuleNote.MAX_TEXT) {
      throw new InvalidValueException(
          "It has a text of " + length + " characters; " + RuleNote.MAX_TEXT + " are allowed.",
          "shorten it");
    }
    // The row may spell it as &#x202E; so that its source does not hold it.
    text.codePoints()
        .filter(c -> c != '\n' && c != '\t' && UserText.isForbidden(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new InvalidValueException(
                  "It spells the character U+%04X, which cannot be seen in a review.".formatted(c),
                  "delete it");
            });
    if (text.codePoints().allMatch(c -> Character.isSpaceChar(c) || Character.isWhitespace(c))) {
      throw new InvalidValueException("It has a text that nobody can see.", "write some text");
    }
    return text;
  }

  private Action action(TableRow row) {
    Optional<Cell> cell = columns.cell(row, Role.ACTION);
    if (cell.isEmpty()) {
      if (columns.has(Role.ACTION)) {
        throw new InvalidValueException("It has no action.", "write allow or deny");
      }
      return Action.ALLOW;
    }
    String word = cell.get().line().toLowerCase(Locale.ROOT);
    if (ALLOWS.contains(word)) {
      return Action.ALLOW;
    }
    if (DENIES.contains(word)) {
      return Action.DENY;
    }
    throw new InvalidValueException(
        "The action " + UserText.quote(cell.get().line()) + " is unknown.", "write allow or deny");
  }

  private Optional<LocalDate> expires(TableRow row) {
    Optional<Cell> cell = columns.cell(row, Role.EXPIRES);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String text = cell.get().line();
    try {
      LocalDate day = LocalDate.parse(text);
      // Java also reads years of more than four digits, which no document has.
      if (text.length() == DATE_CHARS) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    throw new InvalidValueException(
        UserText.quote(text) + " is not a date.", "write it as 2027-01-31");
  }

  private Optional<String> program(TableRow row) {
    Optional<String> path = columns.cell(row, Role.PROGRAM).map(Cell::line);
    if (path.isPresent() && !WindowsPaths.isPath(path.get())) {
      throw new InvalidValueException(
          "The program " + UserText.quote(path.get()) + " is not a Windows path.",
          "write the whole path, such as C:\\Program Files\\Agent\\agent.exe");
    }
    return path;
  }

  private Optional<String> id(TableRow row) {
    return columns.cell(row, Role.ID).map(Cell::line).filter(Ids::isId);
  }
}

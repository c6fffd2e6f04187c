package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who talks to whom. Where a table leaves an end out, only the user can add it. */
final class Ends {
  /** What headings say that name no machine. */
  private static final Set<String> NO_MACHINES =
      Set.of(
          "port",
          "ports",
          "protocol",
          "protocols",
          "firewall",
          "firewalls",
          "requirement",
          "requirements",
          "rule",
          "rules",
          "traffic",
          "network",
          "networking",
          "table",
          "connection",
          "connections",
          "inbound",
          "outbound",
          "overview",
          "reference",
          "settings");

  private final Table table;
  private final Columns columns;
  private final ImportOptions options;

  Ends(Table table, Columns columns, ImportOptions options) {
    this.table = table;
    this.columns = columns;
    this.options = options;
  }

  /**
   * The two ends of the connections of a row.
   *
   * @param sources who opens them
   * @param destinations who accepts them
   */
  record Pair(List<EndpointName> sources, List<EndpointName> destinations) {}

  /**
   * Reads a row.
   *
   * @return one pair, or two for connections both ways
   * @throws InvalidValueException if an end is not named
   */
  List<Pair> read(TableRow row) {
    Optional<List<EndpointName>> source = names(row, Role.SOURCE);
    Optional<List<EndpointName>> destination = names(row, Role.DESTINATION);
    Optional<Direction> direction =
        columns
            .cell(row, Role.DIRECTION)
            .map(cell -> Direction.read(cell.line()))
            .or(columns::directionOfPorts);
    boolean bothNamed = columns.has(Role.SOURCE) && columns.has(Role.DESTINATION);
    if (bothNamed || (direction.isEmpty() && !columns.has(Role.DIRECTION))) {
      return withoutLocal(source, destination, direction);
    }
    if (direction.isEmpty()) {
      throw new InvalidValueException(
          "It does not say in which direction connections are opened.",
          "write inbound, outbound or both");
    }
    return withLocal(row, source, destination, direction.get());
  }

  private List<Pair> withoutLocal(
      Optional<List<EndpointName>> source,
      Optional<List<EndpointName>> destination,
      Optional<Direction> direction) {
    List<EndpointName> from = source.or(() -> given(Role.SOURCE)).orElseThrow(Ends::noSource);
    List<EndpointName> to =
        destination.or(() -> given(Role.DESTINATION)).orElseThrow(Ends::noDestination);
    boolean both = direction.isPresent() && direction.get() == Direction.BOTH;
    return both ? List.of(pair(from, to), pair(to, from)) : List.of(pair(from, to));
  }

  private List<Pair> withLocal(
      TableRow row,
      Optional<List<EndpointName>> source,
      Optional<List<EndpointName>> destination,
      Direction direction) {
    Optional<List<EndpointName>> local = names(row, Role.LOCAL);
    Optional<List<EndpointName>> peer = names(row, Role.PEER);
    if (direction == Direction.IN) {
      return List.of(
          pair(
              source.or(() -> peer).or(() -> given(Role.SOURCE)).orElseThrow(Ends::noSource),
              destination
                  .or(() -> local)
                  .or(() -> given(Role.DESTINATION))
                  .or(this::heading)
                  .orElseThrow(Ends::noDestination)));
    }
    if (direction == Direction.OUT) {
      return List.of(
          pair(
              source
                  .or(() -> local)
                  .or(() -> given(Role.SOURCE))
                  .or(this::heading)
                  .orElseThrow(Ends::noSource),
              destination
                  .or(() -> peer)
                  .or(() -> given(Role.DESTINATION))
                  .orElseThrow(Ends::noDestination)));
    }
    List<EndpointName> here = local.or(this::heading).orElseThrow(Ends::noDestination);
    List<EndpointName> there =
        peer.or(() -> source).or(() -> destination).orElseThrow(Ends::noSource);
    return List.of(pair(there, here), pair(here, there));
  }

  private Optional<List<EndpointName>> names(TableRow row, Role role) {
    return columns.cell(row, role).map(EndpointCell::read);
  }

  /** What the user says for tables without such a column. An empty cell is something else. */
  private Optional<List<EndpointName>> given(Role role) {
    Optional<String> title = role == Role.SOURCE ? options.source() : options.destination();
    return columns.has(role) ? Optional.empty() : title.map(EndpointName::of).map(List::of);
  }

  /** The machine that the table is about, where its heading is the name of one. */
  private Optional<List<EndpointName>> heading() {
    String title = table.section().title();
    boolean machine =
        table.section().isHeading()
            && !Words.of(title).isEmpty()
            && List.of(Words.of(title).split(" ", -1)).stream().noneMatch(NO_MACHINES::contains);
    return machine ? Optional.of(List.of(EndpointName.of(title))) : Optional.empty();
  }

  /** Whether ends of this table may be named after its heading. */
  boolean usesHeading() {
    boolean bothNamed = columns.has(Role.SOURCE) && columns.has(Role.DESTINATION);
    boolean directed = columns.has(Role.DIRECTION) || columns.directionOfPorts().isPresent();
    boolean given = options.source().isPresent() || options.destination().isPresent();
    return directed && !bothNamed && !columns.has(Role.LOCAL) && !given && heading().isPresent();
  }

  /** A pair in which the word {@code self} has become the other end. */
  private static Pair pair(List<EndpointName> sources, List<EndpointName> destinations) {
    return new Pair(withoutSelf(sources, destinations), withoutSelf(destinations, sources));
  }

  private static List<EndpointName> withoutSelf(
      List<EndpointName> names, List<EndpointName> others) {
    List<EndpointName> found = new ArrayList<>();
    for (EndpointName name : names) {
      if (!name.isSelf()) {
        found.add(name);
      } else if (others.stream().noneMatch(EndpointName::isSelf)) {
        found.addAll(others);
      } else {
        throw new InvalidValueException(
            UserText.quote(name.title()) + " does not say which machine it is.",
            "write the name of the machine");
      }
    }
    return found.stream().distinct().toList();
  }

  private static InvalidValueException noSource() {
    return new InvalidValueException(
        "It does not say who opens the connection.",
        "fill in the source, or name it with --source if the table has no such column");
  }

  private static InvalidValueException noDestination() {
    return new InvalidValueException(
        "It does not say who accepts the connection.",
        "fill in the destination, or name it with --destination if the table has no such column");
  }
}

package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a table says what. */
final class Columns {
  private static final Set<Role> ONCE =
      Set.of(
          Role.PORT,
          Role.SOURCE_PORT,
          Role.PROTOCOL,
          Role.SOURCE,
          Role.DESTINATION,
          Role.DIRECTION,
          Role.ACTION,
          Role.ICMP_TYPE,
          Role.PROGRAM,
          Role.EXPIRES,
          Role.ID,
          Role.LOCAL,
          Role.PEER);

  private final List<String> headings;
  private final Map<Role, List<Integer>> places;
  private final List<Integer> others;

  private Columns(List<String> headings, Map<Role, List<Integer>> places, List<Integer> others) {
    this.headings = headings;
    this.places = places;
    this.others = others;
  }

  /** The columns of a table; absent if it is no port table. */
  static Optional<Columns> of(List<Cell> header) {
    Columns columns = read(header);
    boolean protocolBetween =
        columns.has(Role.PROTOCOL) && columns.has(Role.SOURCE) && columns.has(Role.DESTINATION);
    return columns.has(Role.PORT) || protocolBetween ? Optional.of(columns) : Optional.empty();
  }

  /** How many of these headings are those of a port table. */
  static int known(List<Cell> header) {
    return header.size() - read(header).others.size();
  }

  private static Columns read(List<Cell> header) {
    List<String> headings = header.stream().map(Cell::line).toList();
    Map<Role, List<Integer>> places = new EnumMap<>(Role.class);
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Optional<Role> role = Role.of(headings.get(i));
      if (role.isPresent()) {
        places.computeIfAbsent(role.get(), any -> new ArrayList<>()).add(i);
      } else {
        others.add(i);
      }
    }
    return new Columns(headings, places, others);
  }

  boolean has(Role role) {
    return places.containsKey(role);
  }

  /** What is wrong with the header, if it does not tell what the rows mean. */
  Optional<String> ambiguity() {
    for (Map.Entry<Role, List<Integer>> entry : places.entrySet()) {
      List<Integer> columns = entry.getValue();
      if (columns.size() > 1 && ONCE.contains(entry.getKey())) {
        return Optional.of(
            "The columns %s and %s of this table say the same."
                .formatted(
                    UserText.quote(headings.get(columns.get(0))),
                    UserText.quote(headings.get(columns.get(1)))));
      }
    }
    return Optional.empty();
  }

  /** The headings of columns that say nothing rulecast knows, and that hold something. */
  List<String> unknown(List<TableRow> rows) {
    List<String> unknown = new ArrayList<>();
    for (int column : others) {
      boolean used =
          rows.stream()
              .anyMatch(row -> column < row.cells().size() && !row.cells().get(column).isEmpty());
      if (used) {
        unknown.add(headings.get(column).isEmpty() ? "(without heading)" : headings.get(column));
      }
    }
    return unknown;
  }

  /** The cell that a row has in a role, if it is there and holds something. */
  Optional<Cell> cell(TableRow row, Role role) {
    return places.getOrDefault(role, List.of()).stream()
        .filter(column -> column < row.cells().size())
        .map(column -> row.cells().get(column))
        .filter(cell -> !cell.isEmpty())
        .findFirst();
  }

  /** What a row says in the second and later columns of a role, and in unknown ones. */
  List<String> more(TableRow row) {
    List<Integer> columns = new ArrayList<>(others);
    for (Role role : List.of(Role.PURPOSE, Role.SERVICE, Role.NOTES, Role.OWNER, Role.TICKET)) {
      List<Integer> all = places.getOrDefault(role, List.of());
      columns.addAll(all.subList(Math.min(1, all.size()), all.size()));
    }
    List<String> more = new ArrayList<>();
    for (int column : columns.stream().sorted().toList()) {
      if (column < row.cells().size() && !row.cells().get(column).isEmpty()) {
        String heading = Texts.title(headings.get(column));
        String text = row.cells().get(column).line();
        more.add(heading.isEmpty() ? text : heading + ": " + text);
      }
    }
    return more;
  }

  /** The protocol that the heading of the ports names: {@code TCP ports}. */
  Optional<Protocol> protocolOfPorts() {
    String heading = heading(Role.PORT);
    boolean tcp = heading.startsWith("tcp port");
    boolean udp = heading.startsWith("udp port");
    return tcp ? Optional.of(Protocol.TCP) : udp ? Optional.of(Protocol.UDP) : Optional.empty();
  }

  /** The direction that the heading of the ports names: {@code Inbound ports}. */
  Optional<Direction> directionOfPorts() {
    String heading = heading(Role.PORT);
    if (heading.startsWith("inbound")
        || heading.startsWith("incoming")
        || heading.startsWith("listen")) {
      return Optional.of(Direction.IN);
    }
    boolean out = heading.startsWith("outbound") || heading.startsWith("outgoing");
    return out ? Optional.of(Direction.OUT) : Optional.empty();
  }

  private String heading(Role role) {
    List<Integer> columns = places.getOrDefault(role, List.of());
    return columns.isEmpty() ? "" : Role.words(headings.get(columns.get(0)));
  }
}

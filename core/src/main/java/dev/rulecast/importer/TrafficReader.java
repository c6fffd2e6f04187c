package dev.rulecast.importer;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.IcmpType;
import dev.rulecast.model.InvalidValueException;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a row says of protocols and ports, which may stand in one cell or in several. */
final class TrafficReader {
  private final Columns columns;
  private final Optional<Protocol> given;

  TrafficReader(Columns columns, ImportOptions options) {
    this.columns = columns;
    this.given = options.protocol();
  }

  /**
   * What one rule lets through.
   *
   * @param protocols not empty; either all with ports or none
   * @param ports empty where the protocols have none
   * @param custom whether there is also a port that is chosen on installation
   * @param sourcePorts ports at the source; empty: every port
   * @param icmpTypes of all protocols, or empty
   * @param remark what the cells say besides
   */
  record Traffic(
      List<Protocol> protocols,
      List<PortRange> ports,
      boolean custom,
      List<PortRange> sourcePorts,
      List<IcmpType> icmpTypes,
      List<String> remark) {}

  /** Reads a row; nothing where there is a problem. */
  List<Traffic> read(TableRow row, Problems problems) {
    Optional<Cell> portCell = columns.cell(row, Role.PORT);
    Optional<Cell> protocolCell = columns.cell(row, Role.PROTOCOL);
    Optional<Ports> ports =
        portCell
            .map(cell -> problems.of(cell.location(), () -> PortCell.read(cell.text())))
            .orElse(Optional.of(Ports.NONE));
    Optional<ProtocolCell> protocols =
        protocolCell
            .map(cell -> problems.of(cell.location(), () -> ProtocolCell.read(cell.text())))
            .orElse(Optional.of(new ProtocolCell(Set.of(), List.of(), false)));
    Optional<Ports> sources =
        columns
            .cell(row, Role.SOURCE_PORT)
            .map(cell -> problems.of(cell.location(), () -> sourcePorts(cell)))
            .orElse(Optional.of(Ports.NONE));
    if (ports.isEmpty() || protocols.isEmpty() || sources.isEmpty()) {
      return List.of();
    }
    List<String> remarks = new ArrayList<>();
    if (ports.get().remarked()) {
      remarks.add("Ports in the table: " + portCell.orElseThrow().line());
    }
    if (protocols.get().remarked()) {
      remarks.add("Protocol in the table: " + protocolCell.orElseThrow().line());
    }
    List<PortRange> from =
        sources.get().groups().stream().flatMap(group -> group.ranges().stream()).toList();
    return problems
        .of(row.location(), () -> flows(row, ports.get(), protocols.get(), from, remarks))
        .orElse(List.of());
  }

  private static Ports sourcePorts(Cell cell) {
    Ports ports = PortCell.read(cell.text());
    boolean plain =
        ports.groups().stream().allMatch(group -> group.protocols().isEmpty() && !group.custom());
    if (!plain) {
      throw new InvalidValueException(
          "The source port " + UserText.quote(cell.line()) + " is more than ports.",
          "write ports, such as 1024-65535");
    }
    boolean all = ports.groups().stream().anyMatch(g -> g.ranges().contains(PortRange.ALL));
    return all ? Ports.NONE : ports;
  }

  private List<Traffic> flows(
      TableRow row, Ports ports, ProtocolCell cell, List<PortRange> from, List<String> remarks) {
    List<Traffic> flows = new ArrayList<>();
    List<Protocol> portless =
        cell.protocols().stream().filter(protocol -> !protocol.hasPorts()).toList();
    List<Protocol> transports = cell.protocols().stream().filter(Protocol::hasPorts).toList();
    List<IcmpType> types = new ArrayList<>(cell.icmpTypes());
    types.addAll(icmpTypes(row, portless));
    if (!portless.isEmpty() && !portless.equals(List.of(Protocol.ANY))) {
      flows.add(portless(portless, types, from, remarks));
    }
    if (portless.equals(List.of(Protocol.ANY))) {
      requireNoPorts(ports);
      flows.add(portless(portless, types, from, remarks));
    } else if (portless.isEmpty() || !transports.isEmpty()) {
      if (ports.isNone()) {
        throw new InvalidValueException("It names no port.", "write 389, 3268-3269 or any");
      }
      for (Ports.Group group : ports.groups()) {
        List<Protocol> protocols = protocols(group, transports);
        flows.add(new Traffic(protocols, group.ranges(), group.custom(), from, List.of(), remarks));
      }
    } else {
      requireNoPorts(ports);
    }
    return flows;
  }

  private static Traffic portless(
      List<Protocol> protocols, List<IcmpType> types, List<PortRange> from, List<String> remarks) {
    if (!from.isEmpty()) {
      throw new InvalidValueException(
          "The protocol `" + protocols.get(0) + "` has no source ports.",
          "delete them, or write a row for each protocol");
    }
    Set<Protocol> typed = new TreeSet<>();
    types.forEach(type -> typed.add(type.protocol()));
    if (!types.isEmpty() && !typed.equals(new TreeSet<>(protocols))) {
      throw new InvalidValueException(
          "Its ICMP types are not those of all its protocols.", "write a row for each protocol");
    }
    return new Traffic(protocols, List.of(), false, List.of(), types, remarks);
  }

  private static void requireNoPorts(Ports ports) {
    boolean all =
        ports.groups().stream()
            .allMatch(group -> !group.custom() && group.ranges().equals(List.of(PortRange.ALL)));
    if (!all) {
      throw new InvalidValueException(
          "It names ports for a protocol that has none.", "write tcp or udp, or no ports");
    }
  }

  /** The protocols of ports: those of their own cell have to agree with those of the other. */
  private List<Protocol> protocols(Ports.Group group, List<Protocol> transports) {
    Optional<Protocol> heading = columns.protocolOfPorts();
    List<Protocol> column = transports;
    if (column.isEmpty() && heading.isPresent()) {
      column = List.of(heading.get());
    }
    if (group.protocols().isEmpty()) {
      if (!column.isEmpty()) {
        return column;
      }
      boolean without = !columns.has(Role.PROTOCOL) && given.isPresent();
      if (!without) {
        throw new InvalidValueException(
            "It does not say over which protocol.",
            "write tcp or udp, or name it with --protocol if the table has no such column");
      }
      return List.of(given.get());
    }
    if (!column.isEmpty() && !column.containsAll(group.protocols())) {
      throw new InvalidValueException(
          "Its port and its protocol do not agree.", "name the protocol once");
    }
    return List.copyOf(group.protocols());
  }

  private List<IcmpType> icmpTypes(TableRow row, List<Protocol> protocols) {
    Optional<Cell> cell = columns.cell(row, Role.ICMP_TYPE);
    if (cell.isEmpty() || Words.of(cell.get().line()).isEmpty()) {
      return List.of();
    }
    List<IcmpType> types = new ArrayList<>();
    for (String item : cell.get().line().split(",", -1)) {
      String name = item.strip();
      boolean none = protocols.isEmpty() || !protocols.stream().allMatch(Protocol::isIcmp);
      if (none || (IcmpType.isNumeric(name) && protocols.size() > 1)) {
        throw new InvalidValueException(
            "The ICMP type " + UserText.quote(name) + " belongs to no one protocol of the row.",
            "write a row for each protocol");
      }
      protocols.forEach(protocol -> types.add(IcmpType.parse(protocol, name)));
    }
    return types;
  }
}

package dev.rulecast.importer;

import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ports of a cell while it is read, each with its protocols once they are known. */
final class PortItems {
  private final List<Item> items = new ArrayList<>();

  /** The protocols that were named before the next ports. */
  private final Set<Protocol> prefix = new TreeSet<>();

  /** The first port of the segment: what stands between line feeds and semicolons. */
  private int segment;

  private static final class Item {
    private final Optional<PortRange> range;
    private final Set<Protocol> protocols = new TreeSet<>();

    Item(Optional<PortRange> range) {
      this.range = range;
    }
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  int size() {
    return items.size();
  }

  /** Protocols that were named before are not those of what follows. */
  void beginSegment() {
    segment = items.size();
    prefix.clear();
  }

  /** Adds ports, or a custom port. */
  void add(Optional<PortRange> range) {
    Item item = new Item(range);
    item.protocols.addAll(prefix);
    items.add(item);
  }

  /** Protocols before ports, {@code TCP 80, 443}, or behind them, {@code 80, 443 TCP}. */
  void name(Set<Protocol> protocols) {
    boolean behind = items.size() > segment && prefix.isEmpty();
    if (!behind) {
      prefix.clear();
      prefix.addAll(protocols);
      return;
    }
    for (Item item : items.subList(segment, items.size())) {
      if (item.protocols.isEmpty()) {
        item.protocols.addAll(protocols);
      }
    }
  }

  /** Names the protocols of the last port; says whether it has no others. */
  boolean require(Set<Protocol> protocols) {
    Set<Protocol> known = items.get(items.size() - 1).protocols;
    boolean fits = known.isEmpty() || known.equals(protocols);
    known.addAll(protocols);
    return fits;
  }

  /** The ports by protocols, in the order of the cell. */
  List<Ports.Group> groups() {
    Map<Set<Protocol>, List<Item>> byProtocols = new LinkedHashMap<>();
    for (Item item : items) {
      byProtocols.computeIfAbsent(item.protocols, any -> new ArrayList<>()).add(item);
    }
    List<Ports.Group> groups = new ArrayList<>();
    byProtocols.forEach(
        (protocols, all) ->
            groups.add(
                new Ports.Group(
                    protocols,
                    all.stream().flatMap(item -> item.range.stream()).distinct().toList(),
                    all.stream().anyMatch(item -> item.range.isEmpty()))));
    return groups;
  }
}

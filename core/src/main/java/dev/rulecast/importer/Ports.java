package dev.rulecast.importer;

import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cell says of ports.
 *
 * @param groups ports with the protocols that the cell names for them; empty: no ports at all
 * @param remarked whether the cell says more than this, which people want to read
 */
record Ports(List<Group> groups, boolean remarked) {
  private static final Set<String> NONE_WORDS = Set.of("", "n/a", "none", "na", "not applicable");

  /** No ports: the cell is empty, a dash, or says so. */
  static final Ports NONE = new Ports(List.of(), false);

  /**
   * Ports of the same protocols.
   *
   * @param protocols TCP and UDP, or empty where the cell does not say
   * @param ranges the ports as they are listed
   * @param custom whether there is a port that is chosen on installation
   */
  record Group(Set<Protocol> protocols, List<PortRange> ranges, boolean custom) {
    Group {
      protocols = Collections.unmodifiableSet(new TreeSet<>(protocols));
      ranges = List.copyOf(ranges);
    }
  }

  Ports {
    groups = List.copyOf(groups);
  }

  /** Whether a cell says that there are no ports. */
  static boolean areNone(String cell) {
    boolean dash = !cell.isEmpty() && cell.codePoints().allMatch(Words::isDash);
    return dash || NONE_WORDS.contains(cell.toLowerCase(Locale.ROOT));
  }

  boolean isNone() {
    return groups.isEmpty();
  }
}

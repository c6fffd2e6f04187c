package dev.rulecast.testkit.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One range of ports; both ends belong to it. */
record Ports(int first, int last) {
  static final int MAX = 65_535;

  boolean contains(int port) {
    return first <= port && port <= last;
  }

  boolean isAll() {
    return first == 1 && last == MAX;
  }

  /** Reads {@code 389}, {@code 3268-3269} and {@code any}, and joins what overlaps or touches. */
  static List<Ports> of(List<String> texts) {
    BitSet ports = new BitSet();
    for (String text : texts) {
      String[] ends = (text.equals("any") ? "0-65535" : text).split("-", 2);
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      boolean all = first == 0 && last == MAX;
      Documents.require((all || first >= 1) && first <= last && last <= MAX, "Ports: " + text);
      ports.set(Math.max(first, 1), last + 1);
    }
    List<Ports> joined = new ArrayList<>();
    for (int first = ports.nextSetBit(0); first >= 0; ) {
      int end = ports.nextClearBit(first);
      joined.add(new Ports(first, end - 1));
      first = ports.nextSetBit(end);
    }
    return joined;
  }
}

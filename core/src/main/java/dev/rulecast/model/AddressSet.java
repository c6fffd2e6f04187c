package dev.rulecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of addresses of both families.
 *
 * <p>It is canonical: two sets with the same addresses are equal and have the same text, whatever
 * they were made of. An empty set holds no address; it never stands for all of them.
 */
public final class AddressSet {

  private static final AddressSet EMPTY = new AddressSet(List.of());
  private static final AddressSet ANY =
      new AddressSet(List.of(Cidr.parse("0.0.0.0/0").toRange(), Cidr.parse("::/0").toRange()));

  /** Ascending, IPv4 first; no two overlap or touch. */
  private final List<IpRange> ranges;

  private final Set<IpFamily> families;

  private AddressSet(List<IpRange> ranges) {
    this.ranges = ranges;
    Set<IpFamily> found = EnumSet.noneOf(IpFamily.class);
    // Sorted by family: the ends tell of all.
    if (!ranges.isEmpty()) {
      found.add(ranges.get(0).family());
      found.add(ranges.get(ranges.size() - 1).family());
    }
    this.families = Collections.unmodifiableSet(found);
  }

  /** The set without an address. */
  public static AddressSet empty() {
    return EMPTY;
  }

  /** Every address: {@code 0.0.0.0/0} and {@code ::/0}. */
  public static AddressSet any() {
    return ANY;
  }

  /** The addresses of all the ranges, which may overlap, repeat and come in any order. */
  public static AddressSet of(Collection<IpRange> ranges) {
    IpRange[] sorted = ranges.toArray(IpRange[]::new);
    Arrays.sort(sorted);
    List<IpRange> merged = new ArrayList<>();
    int next = 0;
    while (next < sorted.length) {
      IpRange range = sorted[next++];
      while (next < sorted.length && joins(range, sorted[next])) {
        range = union(range, sorted[next++]);
      }
      merged.add(range);
    }
    return new AddressSet(List.copyOf(merged));
  }

  private static boolean joins(IpRange range, IpRange next) {
    return range.overlaps(next) || range.last().isJustBefore(next.first());
  }

  private static IpRange union(IpRange range, IpRange next) {
    return range.contains(next) ? range : new IpRange(range.first(), next.last());
  }

  /** The fewest ranges that hold exactly these addresses, in ascending order, IPv4 first. */
  public List<IpRange> ranges() {
    return ranges;
  }

  /** The fewest CIDRs that hold exactly these addresses, in ascending order, IPv4 first. */
  public List<Cidr> cidrs() {
    List<Cidr> cidrs = new ArrayList<>(ranges.size());
    for (IpRange range : ranges) {
      range.addCidrsTo(cidrs);
    }
    return Collections.unmodifiableList(cidrs);
  }

  /** The CIDRs of one family, as {@link #cidrs()} gives them; empty if it has no address here. */
  public List<Cidr> cidrs(IpFamily family) {
    List<Cidr> cidrs = new ArrayList<>();
    for (IpRange range : ranges) {
      if (range.family() == family) {
        range.addCidrsTo(cidrs);
      }
    }
    return Collections.unmodifiableList(cidrs);
  }

  /** The families that have an address here, IPv4 first. */
  public Set<IpFamily> families() {
    return families;
  }

  /** Whether every address of a family is here: {@code 0.0.0.0/0} or {@code ::/0}. */
  public boolean holdsAFamily() {
    return !ranges.isEmpty()
        && (ANY.ranges.contains(ranges.get(0))
            || ANY.ranges.contains(ranges.get(ranges.size() - 1)));
  }

  /** Whether an address is in both sets; false if either is empty. */
  public boolean overlaps(AddressSet other) {
    int mine = 0;
    int others = 0;
    while (mine < ranges.size() && others < other.ranges.size()) {
      IpRange a = ranges.get(mine);
      IpRange b = other.ranges.get(others);
      if (a.overlaps(b)) {
        return true;
      }
      if (a.last().compareTo(b.last()) < 0) {
        mine++;
      } else {
        others++;
      }
    }
    return false;
  }

  /** Whether every address of the other set is in this one; every set contains the empty one. */
  public boolean contains(AddressSet other) {
    int mine = 0;
    for (IpRange range : other.ranges) {
      while (mine < ranges.size() && ranges.get(mine).last().compareTo(range.first()) < 0) {
        mine++;
      }
      // Ranges never touch, so that what is contained at all is contained in a single range.
      if (mine == ranges.size() || !ranges.get(mine).contains(range)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is no address here. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether this is every address of both families; one whole family alone is not. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** Whether the other object is a set of the same addresses. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddressSet set && ranges.equals(set.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  /** The CIDRs, such as {@code [10.0.0.0/8, ::/0]}. */
  @Override
  public String toString() {
    return cidrs().toString();
  }
}

package dev.rulecast.model;

import static dev.rulecast.model.AddressMistakes.mistake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Successive addresses of one family, both ends included. The order is by first, then by last
 * address.
 *
 * @param first the lowest address
 * @param last the highest address, of the same family; may equal the first
 */
public record IpRange(IpAddress first, IpAddress last) implements Comparable<IpRange> {

  /**
   * Makes a range.
   *
   * @throws IllegalArgumentException if the families differ, or {@code last} is below {@code first}
   */
  public IpRange {
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException("%s-%s is not a range.".formatted(first, last));
    }
  }

  /**
   * Reads one item of a list of addresses: an address as {@link IpAddress#parse} reads it, a CIDR
   * as {@link Cidr#parse} reads it, or {@code a-b} with two addresses of one family in ascending
   * order.
   *
   * <p>The word {@code any} is not an item; it stands alone and is the caller's to read.
   *
   * @throws InvalidValueException if the text is anything else
   */
  public static IpRange parse(String item) {
    AddressMistakes.checkCharacters(item);
    int slash = item.indexOf('/');
    if (slash >= 0) {
      return CidrParser.parse(item, slash).toRange();
    }
    int dash = item.indexOf('-');
    if (dash >= 0) {
      return parseRange(item, dash);
    }
    IpAddress address = IpAddressParser.parse(item, 0, item.length());
    return new IpRange(address, address);
  }

  private static IpRange parseRange(String item, int dash) {
    if (dash == 0 || dash == item.length() - 1 || item.indexOf('-', dash + 1) >= 0) {
      throw mistake(
          item,
          "does not have one address on each side of one `-`.",
          "write a range such as 10.0.0.1-10.0.0.9");
    }
    IpAddress first = IpAddressParser.parse(item, 0, dash);
    IpAddress last = IpAddressParser.parse(item, dash + 1, item.length());
    if (first.family() != last.family()) {
      throw mistake(item, "mixes IPv4 and IPv6.", "write one range for each family");
    }
    if (first.compareTo(last) > 0) {
      throw mistake(item, "ends before it begins.", "write %s-%s".formatted(last, first));
    }
    return new IpRange(first, last);
  }

  /** The family of the addresses. */
  public IpFamily family() {
    return first.family();
  }

  /** Whether every address of the other range is in this one; never across families. */
  public boolean contains(IpRange other) {
    // The order of addresses goes by family first, so that no test of the families is needed.
    return first.compareTo(other.first) <= 0 && other.last.compareTo(last) <= 0;
  }

  /** Whether an address is in both ranges. */
  public boolean overlaps(IpRange other) {
    return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
  }

  /** The fewest CIDRs that hold exactly these addresses, in ascending order. */
  public List<Cidr> toCidrs() {
    List<Cidr> cidrs = new ArrayList<>();
    addCidrsTo(cidrs);
    return Collections.unmodifiableList(cidrs);
  }

  void addCidrsTo(List<Cidr> cidrs) {
    IpAddress start = first;
    while (true) {
      int prefixLength = start.shortestPrefixUpTo(last);
      cidrs.add(new Cidr(start, prefixLength));
      IpAddress end = start.lastOfBlock(prefixLength);
      if (end.equals(last)) {
        return;
      }
      start = end.next();
    }
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof IpRange range && first.equals(range.first) && last.equals(range.last);
  }

  @Override
  public int hashCode() {
    return first.hashCode() * 31 + last.hashCode();
  }

  /** Ascending by first address, then by last. */
  @Override
  public int compareTo(IpRange other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : last.compareTo(other.last);
  }

  /** The text {@code a-b}, or the address alone if it is one; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}

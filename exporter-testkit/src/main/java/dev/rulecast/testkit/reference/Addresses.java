package dev.rulecast.testkit.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A set of addresses as ascending ranges, of which no two overlap or touch. */
record Addresses(List<Range> ranges) {
  static final Addresses NONE = new Addresses(List.of());

  /** Proofs ask about the same addresses all the time. */
  private static final Map<String, Addresses> SINGLE = new ConcurrentHashMap<>();

  /** Both ends belong to it. */
  record Range(Family family, BigInteger first, BigInteger last) {
    boolean overlaps(Range other) {
      return family == other.family
          && first.compareTo(other.last) <= 0
          && other.first.compareTo(last) <= 0;
    }
  }

  /** Reads addresses, CIDRs, {@code a-b} and {@code any}. */
  static Addresses of(List<String> texts) {
    List<Range> ranges = new ArrayList<>();
    for (String text : texts) {
      if (text.equals("any")) {
        ranges.add(cidr("0.0.0.0/0"));
        ranges.add(cidr("::/0"));
      } else if (text.contains("-")) {
        String[] ends = text.split("-", 2);
        Documents.require(Family.of(ends[0]) == Family.of(ends[1]), "Two families: " + text);
        ranges.add(new Range(Family.of(text), number(ends[0]), number(ends[1])));
      } else {
        ranges.add(cidr(text));
      }
    }
    ranges.sort(Comparator.comparing(Range::family).thenComparing(Range::first));
    return new Addresses(joined(ranges));
  }

  private static List<Range> joined(List<Range> sorted) {
    List<Range> joined = new ArrayList<>();
    for (Range range : sorted) {
      Documents.require(range.first.compareTo(range.last) <= 0, "Reversed: " + range);
      Range before = joined.isEmpty() ? range : joined.get(joined.size() - 1);
      boolean touches =
          before.family == range.family
              && range.first.compareTo(before.last.add(BigInteger.ONE)) <= 0;
      if (!joined.isEmpty() && touches) {
        joined.remove(joined.size() - 1);
        joined.add(new Range(range.family, before.first, before.last.max(range.last)));
      } else {
        joined.add(range);
      }
    }
    return List.copyOf(joined);
  }

  private static Range cidr(String text) {
    String[] parts = text.split("/", 2);
    Family family = Family.of(text);
    int prefix = parts.length == 1 ? family.bits : Integer.parseInt(parts[1]);
    Documents.require(prefix >= 0 && prefix <= family.bits, "No such prefix: " + text);
    BigInteger first = number(parts[0]);
    BigInteger size = BigInteger.ONE.shiftLeft(family.bits - prefix);
    Documents.require(first.mod(size).signum() == 0, "Host bits: " + text);
    return new Range(family, first, first.add(size).subtract(BigInteger.ONE));
  }

  private static BigInteger number(String address) {
    if (Family.of(address) == Family.IPV4) {
      List<String> bytes = List.of(address.split("\\.", -1));
      Documents.require(bytes.size() == 4, "Not an address: " + address);
      return number(bytes, 10, 8);
    }
    int gap = address.indexOf("::");
    if (gap < 0) {
      return number(groups(address, 8), 16, 16);
    }
    List<String> right = groups(address.substring(gap + 2), -1);
    List<String> all = new ArrayList<>(groups(address.substring(0, gap), -1));
    all.addAll(Collections.nCopies(8 - all.size() - right.size(), "0"));
    all.addAll(right);
    return number(all, 16, 16);
  }

  private static List<String> groups(String text, int expected) {
    List<String> groups = text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    Documents.require(expected < 0 || groups.size() == expected, "Not an address: " + text);
    return groups;
  }

  private static BigInteger number(List<String> digits, int radix, int bits) {
    BigInteger number = BigInteger.ZERO;
    for (String digit : digits) {
      int value = Integer.parseInt(digit, radix);
      Documents.require(value >= 0 && value < 1 << bits, "Not part of an address: " + digit);
      number = number.shiftLeft(bits).add(BigInteger.valueOf(value));
    }
    return number;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  boolean contains(String address) {
    return overlaps(SINGLE.computeIfAbsent(address, single -> of(List.of(single))));
  }

  boolean overlaps(Addresses other) {
    return ranges.stream().anyMatch(own -> other.ranges.stream().anyMatch(own::overlaps));
  }

  /** The first address of each range, and the one behind each. */
  List<String> boundaries() {
    List<String> boundaries = new ArrayList<>();
    for (Range range : ranges) {
      boundaries.add(text(range.family, range.first));
      BigInteger behind = range.last.add(BigInteger.ONE);
      if (behind.bitLength() <= range.family.bits) {
        boundaries.add(text(range.family, behind));
      }
    }
    return boundaries;
  }

  boolean has(Family family) {
    return ranges.stream().anyMatch(range -> range.family == family);
  }

  /** The smallest list of CIDRs with the same addresses. */
  List<String> cidrs() {
    List<String> cidrs = new ArrayList<>();
    for (Family family : Family.values()) {
      cidrs.addAll(cidrs(family));
    }
    return cidrs;
  }

  /** The smallest list of CIDRs of a family with the same addresses. */
  List<String> cidrs(Family family) {
    List<String> cidrs = new ArrayList<>();
    for (Range range : ranges) {
      BigInteger first = range.first;
      while (range.family == family && first.compareTo(range.last) <= 0) {
        int aligned = first.signum() == 0 ? family.bits : first.getLowestSetBit();
        int fitting = range.last.subtract(first).add(BigInteger.ONE).bitLength() - 1;
        int bits = Math.min(aligned, fitting);
        cidrs.add(text(family, first) + "/" + (family.bits - bits));
        first = first.add(BigInteger.ONE.shiftLeft(bits));
      }
    }
    return cidrs;
  }

  /** As RFC 5952 has it. */
  static String text(Family family, BigInteger address) {
    boolean ipv4 = family == Family.IPV4;
    int width = ipv4 ? 8 : 16;
    List<String> parts = new ArrayList<>();
    for (int shift = family.bits - width; shift >= 0; shift -= width) {
      int part = address.shiftRight(shift).intValue() & ((1 << width) - 1);
      parts.add(Integer.toString(part, ipv4 ? 10 : 16));
    }
    return ipv4 ? String.join(".", parts) : compressed(parts);
  }

  /** RFC 5952: the first of the longest runs of two or more zero groups becomes {@code ::}. */
  private static String compressed(List<String> groups) {
    for (int length = groups.size(); length >= 2; length--) {
      int start = Collections.indexOfSubList(groups, Collections.nCopies(length, "0"));
      if (start >= 0) {
        return String.join(":", groups.subList(0, start))
            + "::"
            + String.join(":", groups.subList(start + length, groups.size()));
      }
    }
    return String.join(":", groups);
  }
}

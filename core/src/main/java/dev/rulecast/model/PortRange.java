package dev.rulecast.model;

import dev.rulecast.diagnostic.UserText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * TCP or UDP ports from {@code first} to {@code last}, both included, within 1 and 65535. Port 0 is
 * reserved (RFC 6335, section 6) and no service listens on it, so {@code any}, {@code 0-65535} and
 * {@code 1-65535} are the same range, {@link #ALL}.
 *
 * @param first the lowest port
 * @param last the highest port
 */
public record PortRange(int first, int last) implements PortSpec, Comparable<PortRange> {
  /** The highest port. */
  public static final int MAX_PORT = 65_535;

  /** Every port. */
  public static final PortRange ALL = new PortRange(1, MAX_PORT);

  /** Refuses ports outside 1 to 65535 and reversed ranges. */
  public PortRange {
    if (first < 1 || last > MAX_PORT || first > last) {
      throw new IllegalArgumentException(
          "%s-%s is not a range of ports within 1 and 65535.".formatted(first, last));
    }
  }

  /**
   * One port.
   *
   * @throws InvalidValueException if the number is not within 1 and 65535
   */
  public static PortRange ofPort(long port) {
    if (port < 1 || port > MAX_PORT) {
      throw outside(Long.toString(port));
    }
    return new PortRange((int) port, (int) port);
  }

  /**
   * Reads {@code 389}, {@code 3268-3269}, {@code any} or {@code 0-65535}.
   *
   * @throws InvalidValueException if the text is none of these, or reversed, or outside 1 to 65535
   */
  public static PortRange parse(String text) {
    if (text.equals("any") || text.equals("0-65535")) {
      return ALL;
    }
    if (text.startsWith("-") && isDecimal(text.substring(1))) {
      throw outside(text);
    }
    int dash = text.indexOf('-');
    if (dash < 0) {
      long port = number(text, text);
      if (port < 1 || port > MAX_PORT) {
        throw outside(text);
      }
      return ofPort(port);
    }
    return ofRange(
        number(text.substring(0, dash), text), number(text.substring(dash + 1), text), text);
  }

  private static PortRange ofRange(long first, long last, String text) {
    if (first < 1 || last < 1 || first > MAX_PORT || last > MAX_PORT) {
      throw new InvalidValueException(
          "The range of ports " + UserText.quote(text) + " is not within 1 and 65535.",
          first == 0 && last >= 1 && last <= MAX_PORT
              ? "write 1-" + last
              : "write ports from 1 to 65535; any means every port");
    }
    if (first > last) {
      throw new InvalidValueException(
          "The range of ports " + UserText.quote(text) + " is reversed.",
          "write " + last + "-" + first);
    }
    return new PortRange((int) first, (int) last);
  }

  /** The number, or more than every port where it has too many digits to tell. */
  private static long number(String digits, String text) {
    if (!isDecimal(digits)) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not a port, a range of ports, `any` or a `$parameter`.",
          "write 389, 3268-3269, any, or $name of a parameter");
    }
    return digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** Whether this is a number without sign and without leading zeros. */
  private static boolean isDecimal(String digits) {
    return !digits.isEmpty()
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && (digits.length() == 1 || digits.charAt(0) != '0');
  }

  private static InvalidValueException outside(String port) {
    return new InvalidValueException(
        "Port " + UserText.quote(port) + " is not between 1 and 65535.",
        "write a port from 1 to 65535; any means every port");
  }

  /** The ranges made disjoint and ascending; those that overlap or touch are joined. */
  public static List<PortRange> normalise(Collection<PortRange> ranges) {
    if (ranges.size() < 2) {
      return List.copyOf(ranges);
    }
    List<PortRange> joined = new ArrayList<>(ranges.size());
    for (PortRange next : ranges.stream().sorted().toList()) {
      PortRange previous = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (previous != null && next.first <= previous.last + 1) {
        int last = Math.max(previous.last, next.last);
        joined.set(joined.size() - 1, new PortRange(previous.first, last));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }

  /** Whether every port of the other range is in this one. */
  public boolean contains(PortRange other) {
    return first <= other.first && other.last <= last;
  }

  /** Whether the two have a port in common. */
  public boolean overlaps(PortRange other) {
    return first <= other.last && other.first <= last;
  }

  /** Whether this is every port. */
  public boolean isAll() {
    return first == 1 && last == MAX_PORT;
  }

  @Override
  public int compareTo(PortRange other) {
    return first != other.first
        ? Integer.compare(first, other.first)
        : Integer.compare(last, other.last);
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof PortRange range && first == range.first && last == range.last;
  }

  @Override
  public int hashCode() {
    return first * 31 + last;
  }

  /** The text that a document would have: {@code 389}, {@code 3268-3269} or {@code any}. */
  @Override
  public String toString() {
    if (isAll()) {
      return "any";
    }
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}

package dev.rulecast.model;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * An ICMP message type of one protocol, with one code or every code. Names and numbers are IANA's
 * "ICMP Type Numbers" and "ICMPv6 type Numbers".
 *
 * @param protocol {@link Protocol#ICMP} or {@link Protocol#ICMPV6}
 * @param type 0 to 255
 * @param code 0 to 255, or absent for every code
 */
public record IcmpType(Protocol protocol, int type, OptionalInt code)
    implements Comparable<IcmpType> {
  private static final Map<String, Integer> IPV4_NAMES =
      Map.ofEntries(
          Map.entry("echo-reply", 0),
          Map.entry("destination-unreachable", 3),
          Map.entry("redirect", 5),
          Map.entry("echo-request", 8),
          Map.entry("router-advertisement", 9),
          Map.entry("router-solicitation", 10),
          Map.entry("time-exceeded", 11),
          Map.entry("parameter-problem", 12),
          Map.entry("timestamp-request", 13),
          Map.entry("timestamp-reply", 14));

  private static final Map<String, Integer> IPV6_NAMES =
      Map.ofEntries(
          Map.entry("destination-unreachable", 1),
          Map.entry("packet-too-big", 2),
          Map.entry("time-exceeded", 3),
          Map.entry("parameter-problem", 4),
          Map.entry("echo-request", 128),
          Map.entry("echo-reply", 129),
          Map.entry("router-solicitation", 133),
          Map.entry("router-advertisement", 134),
          Map.entry("neighbor-solicitation", 135),
          Map.entry("neighbor-advertisement", 136),
          Map.entry("redirect", 137));

  /** Refuses other protocols, and numbers outside 0 to 255. */
  public IcmpType {
    if (!protocol.isIcmp() || !isByte(type) || !isByte(code.orElse(0))) {
      throw new IllegalArgumentException("Not an ICMP type: " + protocol + " " + type + "/" + code);
    }
  }

  /**
   * Reads a name such as {@code echo-request}, a type such as {@code 8}, or a type with a code such
   * as {@code 3/4}.
   *
   * @throws InvalidValueException if the text is none of these for this protocol
   */
  public static IcmpType parse(Protocol protocol, String text) {
    Map<String, Integer> names = protocol.equals(Protocol.ICMP) ? IPV4_NAMES : IPV6_NAMES;
    Integer named = names.get(text);
    if (named != null) {
      return new IcmpType(protocol, named, OptionalInt.empty());
    }
    int slash = text.indexOf('/');
    OptionalInt type = number(slash < 0 ? text : text.substring(0, slash));
    OptionalInt code = slash < 0 ? OptionalInt.empty() : number(text.substring(slash + 1));
    if (type.isEmpty() || (slash >= 0 && code.isEmpty())) {
      throw new InvalidValueException(
          UserText.quote(text) + " is not an ICMP type of protocol " + protocol + ".",
          Suggestions.didYouMean(text, names.keySet())
              .orElse(
                  "write a number from 0 to 255, type/code, or one of "
                      + String.join(", ", new TreeMap<>(names).keySet())));
    }
    return new IcmpType(protocol, type.getAsInt(), code);
  }

  /** Whether the text begins with a digit: a number has no meaning common to ICMP and ICMPv6. */
  public static boolean isNumeric(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  private static OptionalInt number(String digits) {
    boolean decimal =
        !digits.isEmpty()
            && digits.length() <= 3
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    if (!decimal || !isByte(Integer.parseInt(digits))) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }

  private static boolean isByte(int value) {
    return value >= 0 && value <= 255;
  }

  /** Whether every message of the other type and code is one of this. */
  public boolean contains(IcmpType other) {
    return protocol.equals(other.protocol)
        && type == other.type
        && (code.isEmpty() || code.equals(other.code));
  }

  /** Whether the two have a message in common. */
  public boolean overlaps(IcmpType other) {
    return contains(other) || other.contains(this);
  }

  @Override
  public int compareTo(IcmpType other) {
    int order = protocol.compareTo(other.protocol);
    if (order == 0) {
      order = Integer.compare(type, other.type);
    }
    return order == 0 ? Integer.compare(code.orElse(-1), other.code.orElse(-1)) : order;
  }

  /** The type, with the code after a slash where there is one: {@code 8} or {@code 3/4}. */
  @Override
  public String toString() {
    return code.isPresent() ? type + "/" + code.getAsInt() : Integer.toString(type);
  }
}

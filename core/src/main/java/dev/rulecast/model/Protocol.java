package dev.rulecast.model;

import dev.rulecast.diagnostic.Suggestions;
import dev.rulecast.diagnostic.UserText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An IP protocol by its number, or every protocol. The numbers are IANA's "Assigned Internet
 * Protocol Numbers".
 *
 * @param number 1 to 254, or -1 for every protocol. 0 is refused because several platforms read it
 *     as "every protocol", 255 because it is reserved.
 */
public record Protocol(int number) implements Comparable<Protocol> {
  /** Every protocol. */
  public static final Protocol ANY = new Protocol(-1);

  /** ICMP for IPv4. */
  public static final Protocol ICMP = new Protocol(1);

  /** TCP. */
  public static final Protocol TCP = new Protocol(6);

  /** UDP. */
  public static final Protocol UDP = new Protocol(17);

  /** Generic routing encapsulation. */
  public static final Protocol GRE = new Protocol(47);

  /** IPsec's encapsulating security payload. */
  public static final Protocol ESP = new Protocol(50);

  /** IPsec's authentication header. */
  public static final Protocol AH = new Protocol(51);

  /** ICMP for IPv6. */
  public static final Protocol ICMPV6 = new Protocol(58);

  private static final Map<String, Protocol> BY_NAME =
      Map.of(
          "any", ANY, "icmp", ICMP, "tcp", TCP, "udp", UDP, "gre", GRE, "esp", ESP, "ah", AH,
          "icmpv6", ICMPV6);

  private static final Set<IpFamily> ONLY_IPV4 =
      Collections.unmodifiableSet(EnumSet.of(IpFamily.IPV4));
  private static final Set<IpFamily> ONLY_IPV6 =
      Collections.unmodifiableSet(EnumSet.of(IpFamily.IPV6));
  private static final Set<IpFamily> BOTH_FAMILIES =
      Collections.unmodifiableSet(EnumSet.allOf(IpFamily.class));

  /** Refuses numbers outside 1 to 254, other than -1. */
  public Protocol {
    if (number != -1 && (number < 1 || number > 254)) {
      throw new IllegalArgumentException(number + " is not an IP protocol number.");
    }
  }

  /**
   * A protocol by number; 6 is the same as {@code tcp}.
   *
   * @throws InvalidValueException if the number is not within 1 and 254
   */
  public static Protocol ofNumber(long number) {
    if (number < 1 || number > 254) {
      throw outside(Long.toString(number));
    }
    return new Protocol((int) number);
  }

  /**
   * Reads a decimal number.
   *
   * @throws InvalidValueException if the text is not a number from 1 to 254
   */
  public static Protocol parseNumber(String text) {
    boolean fits = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (text.isEmpty() || !fits) {
      throw outside(text);
    }
    return ofNumber(Long.parseLong(text));
  }

  private static InvalidValueException outside(String number) {
    return new InvalidValueException(
        "The protocol number " + UserText.quote(number) + " is not between 1 and 254.",
        "write a number from 1 to 254, or any for every protocol");
  }

  /**
   * Reads a name: {@code tcp udp icmp icmpv6 esp ah gre any}.
   *
   * @throws InvalidValueException if the text is no such name
   */
  public static Protocol parse(String name) {
    Protocol known = BY_NAME.get(name);
    if (known != null) {
      return known;
    }
    throw new InvalidValueException(
        UserText.quote(name) + " is not a protocol.",
        Suggestions.didYouMean(name, BY_NAME.keySet())
            .orElse("write one of " + names() + ", or a protocol number"));
  }

  private static String names() {
    List<String> names = new ArrayList<>(BY_NAME.keySet());
    Collections.sort(names);
    return String.join(", ", names);
  }

  /** Whether the protocol has ports that rules can name: TCP and UDP. */
  public boolean hasPorts() {
    return equals(TCP) || equals(UDP);
  }

  /** Whether it is ICMP for IPv4 or for IPv6. */
  public boolean isIcmp() {
    return equals(ICMP) || equals(ICMPV6);
  }

  /** Whether it is every protocol. */
  public boolean isAny() {
    return number == -1;
  }

  /** The address families that carry it: ICMP only IPv4, ICMPv6 only IPv6, all others both. */
  public Set<IpFamily> families() {
    if (equals(ICMP)) {
      return ONLY_IPV4;
    }
    return equals(ICMPV6) ? ONLY_IPV6 : BOTH_FAMILIES;
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof Protocol protocol && number == protocol.number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  /** Canonical order: TCP, UDP, ICMP, ICMPv6, the others by number, last every protocol. */
  @Override
  public int compareTo(Protocol other) {
    return Integer.compare(rank(), other.rank());
  }

  private int rank() {
    return switch (number) {
      case 6 -> -4;
      case 17 -> -3;
      case 1 -> -2;
      case 58 -> -1;
      case -1 -> Integer.MAX_VALUE;
      default -> number;
    };
  }

  /** The name, or the number where documents have no name for it. */
  @Override
  public String toString() {
    return switch (number) {
      case -1 -> "any";
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 47 -> "gre";
      case 50 -> "esp";
      case 51 -> "ah";
      case 58 -> "icmpv6";
      default -> Integer.toString(number);
    };
  }
}

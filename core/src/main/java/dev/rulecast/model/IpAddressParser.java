package dev.rulecast.model;

/**
 * Reads an address that is a part of a longer text, in one pass and without copying.
 *
 * <p>The text must have passed {@link AddressMistakes#checkCharacters}, and the part holds neither
 * {@code /} nor {@code -}.
 */
final class IpAddressParser {

  private static final int GROUPS = 8;
  private static final int MAX_GROUP_DIGITS = 4;

  private final String text;
  private final int from;
  private final int to;

  private int groups;
  private boolean shortened;
  // The groups before "::" stand at the front, those after it at the end.
  private long frontHigh;
  private long frontLow;
  private long endHigh;
  private long endLow;

  private IpAddressParser(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  static IpAddress parse(String text, int from, int to) {
    IpAddressParser parser = new IpAddressParser(text, from, to);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == ':') {
        return parser.ipv6();
      }
    }
    return new IpAddress(IpFamily.IPV4, 0, parser.ipv4(from));
  }

  private long ipv4(int start) {
    long bits = 0;
    int parts = 0;
    int partStart = start;
    for (int i = start; i <= to; i++) {
      if (i == to || text.charAt(i) == '.') {
        bits = bits << 8 | octet(partStart, i);
        parts++;
        partStart = i + 1;
      }
    }
    if (parts != 4) {
      throw AddressMistakes.wrongPartCount(part(from, to), parts);
    }
    return bits;
  }

  private int octet(int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw AddressMistakes.notDecimal(part(from, to), part(start, end));
      }
      value = Math.min(value * 10 + digit, 256);
    }
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    if (start == end || leadingZero || value > 255) {
      throw AddressMistakes.badOctet(part(from, to), part(start, end));
    }
    return value;
  }

  private IpAddress ipv6() {
    int next = from;
    if (text.charAt(from) == ':') {
      if (from + 1 == to || text.charAt(from + 1) != ':') {
        throw AddressMistakes.singleColonAtEdge(part(from, to));
      }
      next++;
    }
    // Here a colon is always the second of "::", as the one after a group is stepped over with it.
    while (next < to) {
      if (text.charAt(next) == ':') {
        shorten();
        next++;
      } else {
        next = group(next);
      }
    }
    if ((groups == GROUPS) == shortened) {
      throw AddressMistakes.wrongGroupCount(part(from, to), groups);
    }
    return new IpAddress(IpFamily.IPV6, frontHigh | endHigh, frontLow | endLow);
  }

  private void shorten() {
    if (shortened) {
      throw AddressMistakes.shortenedTwice(part(from, to));
    }
    shortened = true;
  }

  /** Reads a group, or the dotted tail, and the colon after it; returns where the next starts. */
  private int group(int start) {
    int end = start;
    boolean dotted = false;
    while (end < to && text.charAt(end) != ':') {
      dotted |= text.charAt(end) == '.';
      end++;
    }
    if (dotted) {
      if (end < to) {
        throw AddressMistakes.dottedPartNotLast(part(from, to));
      }
      long bits = ipv4(start);
      add(bits >>> 16);
      add(bits & 0xFFFF);
      return to;
    }
    add(hex(start, end));
    if (end + 1 == to) {
      throw AddressMistakes.singleColonAtEdge(part(from, to));
    }
    return Math.min(end + 1, to);
  }

  private int hex(int start, int end) {
    if (end - start > MAX_GROUP_DIGITS) {
      throw AddressMistakes.longGroup(part(from, to), part(start, end));
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value << 4 | Character.digit(text.charAt(i), 16);
    }
    return value;
  }

  private void add(long group) {
    if (groups == GROUPS) {
      throw AddressMistakes.tooManyGroups(part(from, to));
    }
    if (shortened) {
      endHigh = endHigh << 16 | endLow >>> 48;
      endLow = endLow << 16 | group;
    } else if (groups < 4) {
      frontHigh |= group << (48 - 16 * groups);
    } else {
      frontLow |= group << (112 - 16 * groups);
    }
    groups++;
  }

  private String part(int start, int end) {
    return text.substring(start, end);
  }
}

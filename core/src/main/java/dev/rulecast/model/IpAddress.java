package dev.rulecast.model;

/**
 * One IPv4 or IPv6 address, as an unsigned number of 128 bits.
 *
 * <p>Addresses of the two families are never equal, not even an IPv4 address and its IPv4-mapped
 * IPv6 form. The order is IPv4 before IPv6, then by number.
 *
 * @param family the version of the protocol
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits; for IPv4 at most 2<sup>32</sup>-1
 */
public record IpAddress(IpFamily family, long high, long low) implements Comparable<IpAddress> {

  private static final int GROUPS = 8;

  /**
   * Makes an address of its bits.
   *
   * @throws IllegalArgumentException if the family is IPv4 and more than the low 32 bits are set
   */
  public IpAddress {
    if (family == IpFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("An IPv4 address has 32 bits.");
    }
  }

  /**
   * Reads one address; nothing is resolved, guessed or trimmed.
   *
   * <p>IPv4 is four decimal numbers from 0 to 255 without leading zeros. IPv6 is any text form of
   * RFC 4291 section 2.2, in either case of letter, without brackets and without a zone id.
   *
   * @throws InvalidValueException if the text is anything else
   */
  public static IpAddress parse(String text) {
    AddressMistakes.checkCharacters(text);
    if (text.indexOf('/') >= 0 || text.indexOf('-') >= 0) {
      throw AddressMistakes.notOneAddress(text);
    }
    return IpAddressParser.parse(text, 0, text.length());
  }

  /** IPv4 before IPv6, then by the unsigned number. */
  @Override
  public int compareTo(IpAddress other) {
    if (family != other.family) {
      return family.compareTo(other.family);
    }
    return high != other.high
        ? Long.compareUnsigned(high, other.high)
        : Long.compareUnsigned(low, other.low);
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address
        && family == address.family
        && high == address.high
        && low == address.low;
  }

  @Override
  public int hashCode() {
    return (family.hashCode() * 31 + Long.hashCode(high)) * 31 + Long.hashCode(low);
  }

  /**
   * The canonical text: dotted decimal, or RFC 5952 section 4 for IPv6.
   *
   * <p>IPv4-mapped addresses are written in plain hex ({@code ::ffff:a00:1}), not in the mixed form
   * that RFC 5952 section 5 recommends: not every target accepts the mixed form, all accept hex.
   */
  @Override
  public String toString() {
    return family == IpFamily.IPV4 ? ipv4Text() : ipv6Text();
  }

  private String ipv4Text() {
    StringBuilder text = new StringBuilder(15);
    for (int shift = 24; shift >= 0; shift -= 8) {
      text.append(low >>> shift & 0xFF);
      if (shift > 0) {
        text.append('.');
      }
    }
    return text.toString();
  }

  private String ipv6Text() {
    int runStart = -1;
    int runLength = 1; // RFC 5952 section 4.2.2: a single group of zeros is not shortened
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zeroGroupsFrom(i);
      if (zeros > runLength) {
        runStart = i;
        runLength = zeros;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < GROUPS; i++) {
      if (i == runStart) {
        text.append("::");
        i += runLength - 1;
      } else {
        if (i > 0 && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  private int zeroGroupsFrom(int start) {
    int end = start;
    while (end < GROUPS && group(end) == 0) {
      end++;
    }
    return end - start;
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (index & 3)) & 0xFFFF);
  }

  /** The first address of the block of the given prefix length that holds this one. */
  IpAddress firstOfBlock(int prefixLength) {
    int hostBits = family.bits() - prefixLength;
    return new IpAddress(family, high & ~highMask(hostBits), low & ~lowMask(hostBits));
  }

  /** The last address of the block of the given prefix length that holds this one. */
  IpAddress lastOfBlock(int prefixLength) {
    int hostBits = family.bits() - prefixLength;
    return new IpAddress(family, high | highMask(hostBits), low | lowMask(hostBits));
  }

  /** Whether a bit after the prefix is set. */
  boolean hasHostBits(int prefixLength) {
    int hostBits = family.bits() - prefixLength;
    return (high & highMask(hostBits)) != 0 || (low & lowMask(hostBits)) != 0;
  }

  /** Whether the other address is of the same family and equal in the bits of the prefix. */
  boolean sharesPrefix(IpAddress other, int prefixLength) {
    int hostBits = family.bits() - prefixLength;
    return family == other.family
        && ((high ^ other.high) & ~highMask(hostBits)) == 0
        && ((low ^ other.low) & ~lowMask(hostBits)) == 0;
  }

  /** Whether the other address is the next one; the last address of a family has no next. */
  boolean isJustBefore(IpAddress other) {
    return compareTo(other) < 0
        && family == other.family
        && other.low == low + 1
        && other.high == (other.low == 0 ? high + 1 : high);
  }

  /** The next address; not to be called on the last of a family. */
  IpAddress next() {
    return new IpAddress(family, low == -1 ? high + 1 : high, low + 1);
  }

  /** The prefix length of the largest block that starts here and does not pass {@code last}. */
  int shortestPrefixUpTo(IpAddress last) {
    long borrow = Long.compareUnsigned(last.low, low) < 0 ? 1 : 0;
    long sizeLow = last.low - low + 1;
    long sizeHigh = last.high - high - borrow + (sizeLow == 0 ? 1 : 0);
    int sizeBits = 127 - leadingZeros(sizeHigh, sizeLow);
    // A size of 2^128 has wrapped round to 0: every block fits.
    int fitting = sizeBits < 0 ? 128 : sizeBits;
    return family.bits() - Math.min(family.bits(), Math.min(fitting, trailingZeros()));
  }

  private int trailingZeros() {
    return low == 0 ? 64 + Long.numberOfTrailingZeros(high) : Long.numberOfTrailingZeros(low);
  }

  private static int leadingZeros(long high, long low) {
    return high == 0 ? 64 + Long.numberOfLeadingZeros(low) : Long.numberOfLeadingZeros(high);
  }

  private static long highMask(int hostBits) {
    return hostBits <= 64 ? 0 : -1L >>> (128 - hostBits);
  }

  private static long lowMask(int hostBits) {
    return hostBits == 0 ? 0 : -1L >>> Math.max(0, 64 - hostBits);
  }
}

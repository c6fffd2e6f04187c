package dev.rulecast.model;

/**
 * A block of addresses that share a prefix (RFC 4632, RFC 4291 section 2.3), such as {@code
 * 10.0.0.0/8}. Two CIDRs are either apart, or one contains the other.
 *
 * @param network the first address of the block
 * @param prefixLength how many leading bits the addresses share: 0 to 32 for IPv4, 0 to 128 for
 *     IPv6
 */
public record Cidr(IpAddress network, int prefixLength) implements Comparable<Cidr> {

  /**
   * Makes a block.
   *
   * @throws IllegalArgumentException if the prefix length is out of range, or the network has a bit
   *     set after the prefix
   */
  public Cidr {
    int bits = network.family().bits();
    if (prefixLength < 0 || prefixLength > bits) {
      throw new IllegalArgumentException(
          "The prefix length " + prefixLength + " is not between 0 and " + bits + ".");
    }
    if (network.hasHostBits(prefixLength)) {
      throw new IllegalArgumentException(network + "/" + prefixLength + " has host bits set.");
    }
  }

  /**
   * Reads an address as {@link IpAddress#parse} does, a slash, and a decimal prefix length without
   * sign or leading zeros.
   *
   * @throws InvalidValueException if the text is anything else, or if host bits are set; the hint
   *     then names the network
   */
  public static Cidr parse(String text) {
    AddressMistakes.checkCharacters(text);
    int slash = text.indexOf('/');
    if (slash < 0) {
      IpAddress address = IpAddress.parse(text);
      throw AddressMistakes.mistake(
          text,
          "has no prefix length.",
          "write " + new Cidr(address, address.family().bits()) + " for the one address");
    }
    return CidrParser.parse(text, slash);
  }

  /** The family of the addresses. */
  public IpFamily family() {
    return network.family();
  }

  /** The same addresses as a range. */
  public IpRange toRange() {
    return new IpRange(network, network.lastOfBlock(prefixLength));
  }

  /** Whether every address of the other block is in this one; never across families. */
  public boolean contains(Cidr other) {
    return prefixLength <= other.prefixLength && network.sharesPrefix(other.network, prefixLength);
  }

  /** Whether this is every address of its family: {@code 0.0.0.0/0} or {@code ::/0}. */
  public boolean isAny() {
    return prefixLength == 0;
  }

  // Like a record's own, which are slow until the compiler knows them well.
  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr cidr
        && prefixLength == cidr.prefixLength
        && network.equals(cidr.network);
  }

  @Override
  public int hashCode() {
    return network.hashCode() * 31 + prefixLength;
  }

  /** IPv4 before IPv6, then by network, then the larger block first. */
  @Override
  public int compareTo(Cidr other) {
    int byNetwork = network.compareTo(other.network);
    return byNetwork != 0 ? byNetwork : Integer.compare(prefixLength, other.prefixLength);
  }

  /** The canonical text, such as {@code 2001:db8::/32}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return network + "/" + prefixLength;
  }
}

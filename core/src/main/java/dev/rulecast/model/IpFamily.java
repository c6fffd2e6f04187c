package dev.rulecast.model;

/** The two versions of the Internet Protocol; IPv4 sorts before IPv6. */
public enum IpFamily {
  /** Addresses of 32 bits (RFC 791). */
  IPV4("IPv4", 32),
  /** Addresses of 128 bits (RFC 4291). */
  IPV6("IPv6", 128);

  private final String displayName;
  private final int bits;

  IpFamily(String displayName, int bits) {
    this.displayName = displayName;
    this.bits = bits;
  }

  /** The length of an address, which is also the longest prefix length: 32 or 128. */
  public int bits() {
    return bits;
  }

  /** The name to show to people: {@code IPv4} or {@code IPv6}. */
  public String displayName() {
    return displayName;
  }

  /** The name to show to people. */
  @Override
  public String toString() {
    return displayName;
  }
}

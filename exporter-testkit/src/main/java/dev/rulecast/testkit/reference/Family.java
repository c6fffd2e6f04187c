package dev.rulecast.testkit.reference;

import java.util.Locale;

/** IPv4 or IPv6. */
enum Family {
  IPV4(32),
  IPV6(128);

  final int bits;

  Family(int bits) {
    this.bits = bits;
  }

  static Family of(String address) {
    return address.contains(":") ? IPV6 : IPV4;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

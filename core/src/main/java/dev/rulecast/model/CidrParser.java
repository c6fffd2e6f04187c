package dev.rulecast.model;

import static dev.rulecast.diagnostic.UserText.quote;
import static dev.rulecast.model.AddressMistakes.mistake;

/** Reads a CIDR whose characters {@link AddressMistakes#checkCharacters} has passed. */
final class CidrParser {

  private static final int MAX_PREFIX_DIGITS = 3;

  private CidrParser() {}

  /** Reads the address before the slash and the prefix length after it. */
  static Cidr parse(String text, int slash) {
    if (text.indexOf('-') >= 0) {
      throw mistake(
          text,
          "has both `/` and `-`.",
          "write a CIDR such as 10.0.0.0/8, or a range between two addresses such as"
              + " 10.0.0.1-10.0.0.9");
    }
    if (slash == 0) {
      throw mistake(text, "has no address before the `/`.", "write a CIDR such as 10.0.0.0/8");
    }
    IpAddress address = IpAddressParser.parse(text, 0, slash);
    int prefixLength = prefixLength(text, slash + 1, address);
    if (address.hasHostBits(prefixLength)) {
      throw hostBits(text, address, prefixLength);
    }
    return new Cidr(address, prefixLength);
  }

  private static int prefixLength(String text, int start, IpAddress address) {
    int length = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw notDecimal(text, text.substring(start), address);
      }
      length = Math.min(length * 10 + digit, 999);
    }
    int digits = text.length() - start;
    boolean leadingZero = digits > 1 && text.charAt(start) == '0';
    if (digits == 0
        || leadingZero
        || digits > MAX_PREFIX_DIGITS
        || length > address.family().bits()) {
      throw badPrefixLength(text, text.substring(start), address.family());
    }
    return length;
  }

  private static InvalidValueException notDecimal(String text, String prefix, IpAddress address) {
    if (prefix.indexOf('.') < 0 && prefix.indexOf(':') < 0) {
      return mistake(
          text,
          "has the prefix length " + quote(prefix) + ", which is not a decimal number.",
          writePrefixLength(address.family()));
    }
    return mistake(text, "has a netmask where a prefix length belongs.", maskHint(prefix, address));
  }

  private static String maskHint(String prefix, IpAddress address) {
    // From 1, as a hint is not to offer a /0 for the mask of all zeros.
    for (int length = 1; length <= address.family().bits(); length++) {
      boolean named = maskOf(address.family(), length).toString().equals(prefix);
      if (named && !address.hasHostBits(length)) {
        return "write " + new Cidr(address, length);
      }
    }
    return writePrefixLength(address.family());
  }

  private static IpAddress maskOf(IpFamily family, int length) {
    IpAddress allOnes = new IpAddress(family, 0, 0).lastOfBlock(0);
    return allOnes.firstOfBlock(length);
  }

  private static InvalidValueException badPrefixLength(
      String text, String prefix, IpFamily family) {
    if (prefix.isEmpty()) {
      return mistake(text, "has no prefix length after the `/`.", writePrefixLength(family));
    }
    if (prefix.charAt(0) == '0') {
      return mistake(
          text,
          "has the prefix length " + quote(prefix) + ", which begins with a zero.",
          "write the prefix length without leading zeros");
    }
    return mistake(
        text,
        "has the prefix length " + quote(prefix) + ", which is greater than " + family.bits() + ".",
        writePrefixLength(family));
  }

  private static InvalidValueException hostBits(String text, IpAddress address, int prefixLength) {
    Cidr network = new Cidr(address.firstOfBlock(prefixLength), prefixLength);
    Cidr single = new Cidr(address, address.family().bits());
    // Nobody is to copy a /0 out of a hint without reading what it means.
    String hint =
        network.isAny()
            ? "write %s for the one address; %s is every %s address"
                .formatted(single, network, address.family().displayName())
            : "write %s, or %s for the one address".formatted(network, single);
    return mistake(text, "has host bits set.", hint);
  }

  private static String writePrefixLength(IpFamily family) {
    int bits = family.bits();
    return "write a prefix length from 0 to "
        + bits
        + " after the /; "
        + bits
        + " is the one address";
  }
}

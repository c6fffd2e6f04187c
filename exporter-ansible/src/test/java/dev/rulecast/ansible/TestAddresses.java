package dev.rulecast.ansible;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Lists of addresses as Windows Firewall has them, read with the addresses of the JDK. */
final class TestAddresses {
  private TestAddresses() {}

  static boolean contains(String list, String address) {
    for (String item : list.split(",", -1)) {
      if (item.equals("any") || isIn(item, address)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(String item, String address) {
    String first = item.split("[-/]", 2)[0];
    if (bytes(first).length != bytes(address).length) {
      return false;
    }
    BigInteger from = number(first);
    BigInteger to = from;
    if (item.contains("-")) {
      to = number(item.substring(first.length() + 1));
    } else if (item.contains("/")) {
      int bits = 8 * bytes(first).length - Integer.parseInt(item.substring(first.length() + 1));
      to = from.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
    }
    return from.compareTo(number(address)) <= 0 && number(address).compareTo(to) <= 0;
  }

  /** The first address of an item. */
  static String first(String item) {
    return item.split("[-/]", 2)[0];
  }

  private static BigInteger number(String address) {
    return new BigInteger(1, bytes(address));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

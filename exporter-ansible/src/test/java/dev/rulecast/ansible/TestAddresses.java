package dev.rulecast.ansible;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lists of addresses as Windows Firewall has them, read with the addresses of the JDK. */
final class TestAddresses {
  /** The same items are asked about all the time. */
  private static final Map<String, Range> RANGES = new ConcurrentHashMap<>();

  private TestAddresses() {}

  private record Range(int bytes, BigInteger first, BigInteger last) {}

  static boolean contains(String list, String address) {
    for (String item : list.split(",", -1)) {
      if (item.equals("any") || isIn(item, address)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(String item, String address) {
    Range range = RANGES.computeIfAbsent(item, TestAddresses::range);
    Range one = RANGES.computeIfAbsent(address, TestAddresses::range);
    return range.bytes == one.bytes
        && range.first.compareTo(one.first) <= 0
        && one.first.compareTo(range.last) <= 0;
  }

  private static Range range(String item) {
    String first = first(item);
    int bytes = bytes(first).length;
    BigInteger from = number(first);
    BigInteger to = from;
    if (item.contains("-")) {
      to = number(item.substring(first.length() + 1));
    } else if (item.contains("/")) {
      int bits = 8 * bytes - Integer.parseInt(item.substring(first.length() + 1));
      to = from.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
    }
    return new Range(bytes, from, to);
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

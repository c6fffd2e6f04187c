package dev.rulecast.testkit.nsg;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses and networks, for tests; shares no code with the product. */
final class Networks {
  private static final Map<String, BigInteger[]> ENDS = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

  private Networks() {}

  /** Whether a network, written as CIDR, single address, {@code a-b} or {@code any}, has it. */
  static boolean contain(String network, String address) {
    if (network.equals("any")) {
      return true;
    }
    byte[] bytes = bytes(address);
    BigInteger[] ends = ends(network);
    BigInteger number = new BigInteger(1, bytes);
    return bytes.length == bytes(first(network)).length
        && ends[0].compareTo(number) <= 0
        && number.compareTo(ends[1]) <= 0;
  }

  private static String first(String network) {
    return network.split("[/-]", 2)[0];
  }

  private static BigInteger[] ends(String network) {
    return ENDS.computeIfAbsent(network, Networks::parse);
  }

  private static BigInteger[] parse(String network) {
    byte[] bytes = bytes(first(network));
    BigInteger number = new BigInteger(1, bytes);
    if (network.contains("-")) {
      return new BigInteger[] {
        number, new BigInteger(1, bytes(network.substring(network.indexOf('-') + 1)))
      };
    }
    int bits = bytes.length * 8;
    int prefix =
        network.contains("/")
            ? Integer.parseInt(network.substring(network.indexOf('/') + 1))
            : bits;
    BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
    if (number.mod(size).signum() != 0) {
      throw new IllegalArgumentException("Host bits: " + network);
    }
    return new BigInteger[] {number, number.add(size).subtract(BigInteger.ONE)};
  }

  private static byte[] bytes(String address) {
    return BYTES.computeIfAbsent(address, Networks::parseAddress);
  }

  private static byte[] parseAddress(String address) {
    if (!address.matches("[0-9a-f.:]+")) {
      throw new IllegalArgumentException("Not an address: " + address);
    }
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}

package dev.rulecast.netappontap.oracle;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Addresses as commands have them. */
final class Networks {
  private Networks() {}

  /** The items of a list without blanks; empty if one of them is no network or stands twice. */
  static Set<String> list(String text) {
    Set<String> networks = new TreeSet<>();
    for (String item : text.split(",", -1)) {
      if (!isNetwork(item) || !networks.add(item)) {
        return Set.of();
      }
    }
    return networks;
  }

  private static boolean isNetwork(String text) {
    if (!text.matches(
        "[0-9]+(\\.[0-9]+){3}/(0|[1-9][0-9]?)|[0-9a-f:]*:[0-9a-f:]*/(0|[1-9][0-9]{0,2})")) {
      return false;
    }
    int bits = text.contains(":") ? 128 : 32;
    int length = length(text);
    return length <= bits
        && number(text.substring(0, text.indexOf('/')))
                .mod(BigInteger.ONE.shiftLeft(bits - length))
                .signum()
            == 0;
  }

  private static int length(String network) {
    return Integer.parseInt(network.substring(network.indexOf('/') + 1));
  }

  private static BigInteger number(String address) {
    try {
      // The text is a literal: nothing is looked up.
      return new BigInteger(1, InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  /** Whether an address is in one of some networks. */
  static boolean contain(Collection<String> networks, String address) {
    boolean ipv6 = address.contains(":");
    return networks.stream()
        .filter(network -> network.contains(":") == ipv6)
        .anyMatch(
            network -> {
              int shift = (ipv6 ? 128 : 32) - length(network);
              return number(network.substring(0, network.indexOf('/')))
                  .shiftRight(shift)
                  .equals(number(address).shiftRight(shift));
            });
  }
}

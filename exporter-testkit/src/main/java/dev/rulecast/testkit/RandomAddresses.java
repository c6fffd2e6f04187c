package dev.rulecast.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Addresses of a random endpoint, out of few regions, so that those of different endpoints often
 * overlap or touch.
 *
 * @param ipv4 whether some are IPv4
 * @param ipv6 whether some are IPv6
 * @param items as they stand in {@code addresses}
 */
record RandomAddresses(boolean ipv4, boolean ipv6, List<String> items) {
  private static final int REGIONS = 3;

  /** None: they are an input, and may be of either family. */
  static final RandomAddresses UNBOUND = new RandomAddresses(true, true, List.of());

  /** Addresses anywhere. */
  static RandomAddresses anywhere(Dice dice) {
    if (dice.chance(6)) {
      return new RandomAddresses(true, true, List.of("any"));
    }
    int family = dice.between(1, 100);
    List<String> items = new ArrayList<>();
    for (int more = dice.between(1, 3); more > 0; more--) {
      int region = dice.between(0, REGIONS - 1);
      if (family > 15) {
        items.add(dice.chance(20) ? wideIpv4(dice) : ipv4(region, dice));
      }
      if (family <= 15 || family > 65) {
        items.add(dice.chance(20) ? wideIpv6(dice) : ipv6(region, dice));
      }
    }
    return new RandomAddresses(family > 15, family <= 15 || family > 65, items);
  }

  /** Addresses in a region of its own. */
  static RandomAddresses apart(int region, Dice dice) {
    int family = dice.between(1, 100);
    List<String> items = new ArrayList<>();
    for (int more = dice.between(1, 3); more > 0; more--) {
      if (family > 15) {
        items.add(ipv4(region, dice));
      }
      if (family <= 15 || family > 60) {
        items.add(ipv6(region, dice));
      }
    }
    return new RandomAddresses(family > 15, family <= 15 || family > 60, items);
  }

  boolean sharesFamily(RandomAddresses other) {
    return (ipv4 && other.ipv4) || (ipv6 && other.ipv6);
  }

  private static String wideIpv4(Dice dice) {
    return dice.one("10.1.0.0/16", "10.1.0.0/23", "10.0.0.0/8", "128.0.0.0/1", "0.0.0.0/0");
  }

  private static String wideIpv6(Dice dice) {
    return dice.one("2001:db8:1::/48", "2001:db8:1::/63", "2001:DB8:1:2::/63", "8000::/1", "::/0");
  }

  /** Out of {@code 10.1.REGION.0/24}. */
  private static String ipv4(int region, Dice dice) {
    String network = "10.1." + region + ".";
    int address = 8 * dice.between(0, 5) + dice.one(0, 0, 1, 7);
    return switch (dice.between(0, 5)) {
      case 0 -> network + "0/24";
      case 1 -> network + 32 * dice.between(0, 7) + "/27";
      case 2 -> network + 8 * dice.between(0, 5) + "/29";
      case 3 -> network + address + "-" + network + (address + dice.between(0, 20));
      case 4 -> network + address + "/32";
      default -> network + address;
    };
  }

  /** Out of {@code 2001:db8:1:REGION::/64}. */
  private static String ipv6(int region, Dice dice) {
    String network = dice.one("2001:db8:1:", "2001:DB8:1:", "2001:0db8:0001:") + region;
    int address = dice.between(0, 9);
    return switch (dice.between(0, 5)) {
      case 0 -> network + "::/64";
      case 1 -> network + ":8000::/65";
      case 2 -> network + "::/125";
      case 3 -> network + "::" + address + "-" + network + "::" + (address + dice.between(1, 89));
      case 4 -> network + ":0:0:0:" + address;
      default -> network + "::" + address + "/128";
    };
  }
}

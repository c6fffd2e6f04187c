package dev.rulecast.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The same answers from the library {@code ipaddress}. */
final class Oracle {

  private Oracle() {}

  static IPAddress address(IpAddress address) {
    if (address.family() == IpFamily.IPV4) {
      return new IPv4Address((int) address.low());
    }
    return new IPv6Address(
        ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array());
  }

  static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }

  static IPAddress[] blocks(IpRange range) {
    return address(range.first()).spanWithPrefixBlocks(address(range.last()));
  }

  static List<String> spanned(IpRange range) {
    return Arrays.stream(blocks(range)).map(Oracle::text).toList();
  }

  /** The fewest blocks for all the ranges, IPv4 first. */
  static List<String> merged(Collection<IpRange> ranges) {
    return Stream.of(IpFamily.values())
        .flatMap(family -> merged(ranges, family))
        .map(Oracle::text)
        .toList();
  }

  private static Stream<IPAddress> merged(Collection<IpRange> ranges, IpFamily family) {
    IPAddress[] blocks =
        ranges.stream()
            .filter(range -> range.family() == family)
            .flatMap(range -> Arrays.stream(blocks(range)))
            .toArray(IPAddress[]::new);
    return blocks.length == 0
        ? Stream.empty()
        : Arrays.stream(blocks[0].mergeToPrefixBlocks(blocks))
            .sorted(Comparator.comparing(IPAddress::getValue));
  }

  static boolean overlap(Collection<IpRange> some, Collection<IpRange> others) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> overlap(a, b)));
  }

  private static boolean overlap(IpRange a, IpRange b) {
    return a.family() == b.family()
        && address(a.first())
                .spanWithRange(address(a.last()))
                .intersect(address(b.first()).spanWithRange(address(b.last())))
            != null;
  }

  /** The address as a number. */
  static BigInteger number(IpAddress address) {
    return address(address).getValue();
  }

  private static String text(IPAddress block) {
    Integer prefix = block.getNetworkPrefixLength();
    String length = "/" + (prefix == null ? block.getBitCount() : prefix);
    return block.getLower().withoutPrefixLength().toCanonicalString() + length;
  }
}

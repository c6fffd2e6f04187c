package dev.rulecast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Addresses, CIDRs and ranges that a seed determines, with many edges, runs of zeros and overlaps.
 */
final class RandomAddresses {

  private final Random random;

  RandomAddresses(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  IpFamily family() {
    return random.nextBoolean() ? IpFamily.IPV4 : IpFamily.IPV6;
  }

  /** Any address; zeros and ones come in runs, so that texts get shortened in every way. */
  IpAddress address(IpFamily family) {
    if (family == IpFamily.IPV4) {
      return new IpAddress(family, 0, bits() >>> 32);
    }
    return new IpAddress(family, bits(), bits());
  }

  private long bits() {
    long bits = 0;
    for (int i = 0; i < 4; i++) {
      bits = bits << 16 | sixteenBits();
    }
    return bits;
  }

  private long sixteenBits() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> 0;
      case 2 -> 0xFFFF;
      case 3 -> random.nextInt(0x100);
      default -> random.nextInt(0x10000);
    };
  }

  Cidr cidr(IpFamily family) {
    int prefixLength = random.nextInt(family.bits() + 1);
    return new Cidr(address(family).firstOfBlock(prefixLength), prefixLength);
  }

  IpRange range(IpFamily family) {
    IpAddress a = address(family);
    IpAddress b = address(family);
    return a.compareTo(b) <= 0 ? new IpRange(a, b) : new IpRange(b, a);
  }

  /** Ranges in a space of 64 addresses across the middle of IPv6, or in the middle of IPv4. */
  List<IpRange> crowdedRanges(IpFamily family, int count) {
    long base = family == IpFamily.IPV4 ? 0x7FFF_FFE0L : -32L;
    List<IpRange> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = random.nextInt(64);
      int last = Math.min(63, first + random.nextInt(6));
      ranges.add(new IpRange(crowded(family, base, first), crowded(family, base, last)));
    }
    return ranges;
  }

  private static IpAddress crowded(IpFamily family, long base, int offset) {
    boolean carried = family == IpFamily.IPV6 && base + offset >= 0;
    return new IpAddress(family, carried ? 1 : 0, base + offset);
  }

  /** Ranges of both families, of every size. */
  List<IpRange> mixedRanges(int count) {
    List<IpRange> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(3)) {
        case 0 -> ranges.add(cidr(family()).toRange());
        case 1 -> ranges.addAll(crowdedRanges(family(), 3));
        default -> {
          IpAddress first = address(family());
          ranges.add(new IpRange(first, first.lastOfBlock(first.family().bits() - below(20))));
        }
      }
    }
    return ranges;
  }
}

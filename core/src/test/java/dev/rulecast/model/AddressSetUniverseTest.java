package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every set of a universe of 16 successive addresses, against bits of an int. */
class AddressSetUniverseTest {

  private static final int SIZE = 16;
  private static final int SUBSETS = 1 << SIZE;

  /** The first address of the universe, and by how many it comes after a multiple of 16. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0.0.0.0, 0",
    "10.0.0.0, 0",
    "127.255.255.248, 8",
    "255.255.255.240, 0",
    "::, 0",
    "::ffff:fffa, 10",
    "::ffff:ffff:ffff:fff8, 8",
    "7fff:ffff:ffff:ffff:ffff:ffff:ffff:fffd, 13",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0, 0",
  })
  @Tag("slow")
  void givesTheFewestCidrsForEverySubset(String base, int offset) {
    List<IpAddress> universe = universe(base);
    for (int subset = 0; subset < SUBSETS; subset++) {
      AddressSet set = set(universe, subset);
      List<Cidr> expected = largestBlocks(universe, subset, offset);
      if (!set.cidrs().equals(expected)) { // assertThat is too slow for every subset
        assertThat(set.cidrs()).as("subset %x", subset).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0.0.0.0",
    "127.255.255.248",
    "255.255.255.240",
    "::",
    "::ffff:ffff:ffff:fff8",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0"
  })
  void comparesEveryPairOfSubsetsOfHalfTheUniverse(String base) {
    // The middle 8 of 16 addresses: 256 subsets, 65,536 pairs.
    List<AddressSet> sets = new ArrayList<>();
    List<IpAddress> universe = universe(base);
    for (int subset = 0; subset < 256; subset++) {
      sets.add(set(universe, subset << 4));
    }
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        check(sets.get(a), sets.get(b), a, b, "base " + base);
      }
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "0.0.0.0, 51",
    "127.255.255.248, 52",
    "255.255.255.240, 53",
    "::, 54",
    "::ffff:ffff:ffff:fff8, 55",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0, 56"
  })
  @Tag("slow")
  void comparesRandomPairsOfSubsets(String base, long seed) {
    Random random = new Random(seed);
    List<IpAddress> universe = universe(base);
    for (int i = 0; i < 50_000; i++) {
      int a = random.nextInt(SUBSETS);
      int sparse = random.nextInt();
      int b = sparse & (i % 2 == 0 ? random.nextInt(SUBSETS) : a);
      check(set(universe, a), set(universe, b), a, b, "base " + base + ", seed " + seed);
    }
  }

  private static void check(AddressSet a, AddressSet b, int bitsOfA, int bitsOfB, String where) {
    boolean right =
        a.overlaps(b) == ((bitsOfA & bitsOfB) != 0)
            && a.contains(b) == ((bitsOfA & bitsOfB) == bitsOfB)
            && a.equals(b) == (bitsOfA == bitsOfB)
            && a.isEmpty() == (bitsOfA == 0);
    if (!right) {
      assertThat(right).as("%s: %s and %s", where, a, b).isTrue();
    }
  }

  private static List<IpAddress> universe(String base) {
    List<IpAddress> universe = new ArrayList<>();
    IpAddress address = IpAddress.parse(base);
    universe.add(address);
    for (int i = 1; i < SIZE; i++) {
      address = address.next();
      universe.add(address);
    }
    return universe;
  }

  private static AddressSet set(List<IpAddress> universe, int subset) {
    List<IpRange> ranges = new ArrayList<>();
    for (int i = SIZE - 1; i >= 0; i--) {
      if ((subset >> i & 1) == 1) {
        ranges.add(new IpRange(universe.get(i), universe.get(i)));
      }
    }
    return AddressSet.of(ranges);
  }

  /** Takes, at each address not yet covered, the largest aligned block that the subset fills. */
  private static List<Cidr> largestBlocks(List<IpAddress> universe, int subset, int offset) {
    List<Cidr> blocks = new ArrayList<>();
    int i = 0;
    while (i < SIZE) {
      int size = SIZE;
      while (size > 0 && !fills(subset, i, size, offset)) {
        size /= 2;
      }
      if (size > 0) {
        int bits = universe.get(i).family().bits();
        blocks.add(new Cidr(universe.get(i), bits - Integer.numberOfTrailingZeros(size)));
      }
      i += Math.max(size, 1);
    }
    return blocks;
  }

  private static boolean fills(int subset, int start, int size, int offset) {
    int mask = ((1 << size) - 1) << start;
    return (start + offset) % size == 0 && start + size <= SIZE && (subset & mask) == mask;
  }
}

package dev.rulecast.testkit;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/** Random documents for EC2 security groups: few denies, existing groups and prefix lists. */
public final class RandomAws {
  /** Few, so that endpoints often share one. */
  private static final int EXISTING = 3;

  private static final RandomOptions OPTIONS =
      RandomOptions.of("aws-sg", RandomAws::settings).withDenies(6);

  private RandomAws() {}

  /** The documents of a seed. */
  public static Fixture fixture(long seed) {
    return RandomDocuments.of(seed, OPTIONS);
  }

  /**
   * The seeds of a test: so many from 0 on, or as the system properties {@code rulecast.cases} (how
   * many) and {@code rulecast.seed} (the first) say.
   */
  public static LongStream seeds(int cases) {
    long first = Long.getLong("rulecast.seed", 0);
    return LongStream.range(first, first + Integer.getInteger("rulecast.cases", cases));
  }

  private static String settings(String endpoint, boolean bound, Random random) {
    String group = "securityGroup: sg-0123456789abcde%02x".formatted(random.nextInt(EXISTING));
    String list = "prefixList: pl-0123456789abcde%02x".formatted(random.nextInt(EXISTING));
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> "{" + group + "}";
      case 3, 4 -> "{" + list + "}";
      case 5 -> "{" + group + ", " + list + "}";
      default -> "";
    };
  }

  /** Whether the option {@code peers=group} belongs to the case. */
  public static boolean groupsFirst(long seed) {
    return new Random(seed).nextInt(3) == 0;
  }

  /** The value of that option. */
  public static String peers(long seed) {
    return (groupsFirst(seed) ? "GROUP" : "ADDRESSES").toLowerCase(Locale.ROOT);
  }
}

package dev.rulecast.testkit;

import dev.rulecast.exporter.ExportResult;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.reference.AwsOutcome;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** What an exporter says of its rules, in the words of the reference; each once. */
  public static SortedSet<AwsOutcome> outcomes(ExportResult result) {
    SortedSet<AwsOutcome> outcomes = new TreeSet<>();
    for (ReportedOutcome reported : result.outcomes()) {
      SortedSet<String> lost = new TreeSet<>();
      reported.outcome().lost().forEach(dimension -> lost.add(dimension.word()));
      outcomes.add(
          new AwsOutcome(
              reported.rule(),
              reported.side().map(Side::word).orElse(""),
              reported.outcome().kind().word(),
              lost));
    }
    return outcomes;
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
    return groupsFirst(seed) ? "group" : "addresses";
  }
}

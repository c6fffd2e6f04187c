package dev.rulecast.testkit.nsg;

import dev.rulecast.testkit.RandomOptions;
import java.util.Random;

/** What random documents say of endpoints for {@code azure-nsg}. */
public final class RandomNsgSettings {
  private RandomNsgSettings() {}

  /** Options for documents with everything that there is. */
  public static RandomOptions options() {
    return RandomOptions.of("azure-nsg", RandomNsgSettings::settings);
  }

  private static String settings(String endpoint, boolean bound, Random random) {
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> "{nsg: nsg-shared}";
      case 3 -> "{applicationSecurityGroup: asg-" + endpoint + "}";
      case 4 -> "{applicationSecurityGroup: asg-" + endpoint + ", nsg: nsg-shared}";
      case 5 -> "{serviceTag: Tag." + endpoint.replace("-", "X") + "}";
      default -> "";
    };
  }
}

package dev.rulecast.ansible;

import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.Examples.Output;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.RandomDocuments;
import dev.rulecast.testkit.RandomOptions;
import dev.rulecast.testkit.reference.Expectation;
import dev.rulecast.testkit.reference.Expectation.Special;
import dev.rulecast.testkit.reference.PlatformTable;
import dev.rulecast.testkit.reference.Reference;
import dev.rulecast.testkit.reference.WindowsOptions;
import dev.rulecast.testkit.reference.WindowsRule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A role of random documents with random options, and what is expected of it.
 *
 * @param example what is exported
 * @param output what came of it
 * @param expectation what should
 * @param inputs addresses that the role is given, by endpoint
 */
record RandomRole(
    Example example,
    Output output,
    Expectation expectation,
    SortedMap<String, List<String>> inputs) {
  private static final List<String> PROFILES =
      List.of("[domain]", "[private, domain]", "[public, private, domain]", "[public]");

  /** The role of a seed. */
  static RandomRole of(long seed, String role) throws IOException {
    RandomOptions options = RandomOptions.of("ansible", RandomRole::settings);
    Fixture fixture = RandomDocuments.of(seed, options);
    boolean groups = new Random(seed).nextBoolean();
    Example example =
        new Example(
            fixture.name(),
            fixture,
            Map.of("role", role, "predefined", groups ? "group" : "rules"),
            Map.of());
    Output output = example.export();
    Expectation expectation =
        Reference.of(Fixture.AS_OF, example.documents())
            .expectation(PlatformTable.WINDOWS, Special.NONE);
    return new RandomRole(
        example, output, expectation, new TreeMap<>(TestInputs.of(output.files(), role)));
  }

  private static String settings(String endpoint, boolean bound, Random random) {
    return random.nextInt(4) == 0
        ? "{profiles: " + PROFILES.get(random.nextInt(PROFILES.size())) + "}"
        : "";
  }

  /** The rules by endpoint. */
  SortedMap<String, SortedSet<WindowsRule>> expectedRules() {
    boolean groups = example.options().getOrDefault("predefined", "rules").equals("group");
    return expectation.windowsFirewall(new WindowsOptions(groups, inputs));
  }
}

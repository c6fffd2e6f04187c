package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.netappontap.oracle.Problem;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Outcomes;
import dev.rulecast.testkit.RandomDocuments;
import dev.rulecast.testkit.RandomOptions;
import dev.rulecast.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the documents: LIFs have open what they permit and what the settings leave open, nothing
 * that a deny refuses, and the outcomes are those that follow from the documents alone.
 */
class RandomFilerTest {
  private static final List<String> RELEASES = List.of("8.2", "9.3", "9.5", "9.6", "9.8", "9.13");

  /** Ports of services, in the place of some ports of random documents. */
  private static final Map<String, String> PORTS =
      Map.of(
          "20", "161", "21", "10000", "24", "53", "25", "80", "26", "111", "27", "30000", "389",
          "123");

  private static final Pattern PORT = Pattern.compile("(?<=[\\[ ])(2[014567]|389)(?=[],])");

  static LongStream seeds() {
    return Seeds.of(300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void opensWhatTheDocumentsPermit(long seed) {
    String release = RELEASES.get(new Random(seed).nextInt(RELEASES.size()));
    Fixture fixture = fixture(seed, release);
    Exported exported = Exported.of(fixture);
    ExpectedFiler expected = new ExpectedFiler(fixture, release);
    assertThat(Outcomes.of(exported.result()).stream().filter(expected::isOfAnAllow))
        .containsExactlyInAnyOrderElementsOf(expected.outcomesOfAllows());

    Cluster cluster = new Cluster(release).withDataSvm("svm1");
    for (String filer : expected.filers()) {
      cluster.withLif("svm1", "lif-" + filer, "data", "default-data-files");
    }
    List<Problem> problems = new ArrayList<>();
    exported
        .files()
        .forEach(
            (path, text) -> {
              if (path.endsWith("/apply.cli")) {
                problems.addAll(cluster.run(text));
              }
            });
    // The built-in policy has the service from 9.11.1; the commands expect that.
    assertThat(problems)
        .allMatch(
            problem ->
                problem.kind() == Problem.Kind.DUPLICATE
                    && problem.text().contains("add-service")
                    && problem.text().contains("data-dns-server"));
    assertThat(expected.differences(cluster, Outcomes.of(exported.result()))).isEmpty();
  }

  private static Fixture fixture(long seed, String release) {
    Fixture random =
        RandomDocuments.of(
            seed,
            RandomOptions.of(
                "netapp-ontap", (endpoint, bound, dice) -> settings(endpoint, release, dice)));
    return new Fixture(
        random.name(),
        services(random.ruleSets()),
        random.environment().map(RandomFilerTest::services));
  }

  private static String services(String documents) {
    return PORT.matcher(documents)
        .replaceAll(
            port -> Matcher.quoteReplacement(PORTS.getOrDefault(port.group(), port.group())));
  }

  private static String settings(String endpoint, String release, Random dice) {
    if (dice.nextInt(10) < 3) {
      return "";
    }
    String keep =
        List.of("[]", "[dns]", "[dns, ndmp]", "[http, snmp]", "[telnet]").get(dice.nextInt(5));
    String settings =
        "vserver: svm1, lifs: [lif-%s], policy: p-%s, ".formatted(endpoint, endpoint)
            + Examples.settings(release.equals("9.3") ? "9.5" : release)
                .replace("\"9.5\"", "\"" + release + "\"")
                .replaceAll("keep: \\[[a-z, ]*]", "keep: " + keep);
    return "{" + settings + "}";
  }
}

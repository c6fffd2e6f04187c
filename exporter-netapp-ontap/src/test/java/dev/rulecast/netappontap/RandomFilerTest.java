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
import org.junit.jupiter.api.Test;
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
    String release = release(seed);
    Fixture fixture = fixture(seed, release);
    Exported exported = Exported.of(fixture);
    ExpectedFiler expected = new ExpectedFiler(fixture, release);
    assertThat(Outcomes.of(exported.result()).stream().filter(expected::isOfAnAllow))
        .containsExactlyInAnyOrderElementsOf(expected.outcomesOfAllows());

    Cluster cluster = new Cluster(release).withDataSvm("svm1");
    for (String lif : expected.lifs()) {
      cluster.withLif("svm1", lif, "data", "default-data-files");
    }
    List<Problem> problems = new ArrayList<>();
    exported
        .files()
        .forEach(
            (path, text) -> {
              if (path.endsWith("/apply.cli")) {
                problems.addAll(problems(cluster.run(text), text));
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

  /** Without those that the commands announce where another endpoint has the same policy. */
  private static List<Problem> problems(List<Problem> all, String script) {
    boolean same = script.contains("# The same policy is written for ");
    return all.stream()
        .filter(problem -> !same || problem.kind() != Problem.Kind.DUPLICATE)
        .toList();
  }

  /** Endpoints share LIFs and policies, with the same and with other rules and settings. */
  @Test
  void theCasesHaveSharedNames() {
    int written = 0;
    int refused = 0;
    int withoutSettings = 0;
    for (long seed : seeds().toArray()) {
      String release = release(seed);
      Exported exported = Exported.of(fixture(seed, release));
      written +=
          exported.files().values().stream().anyMatch(text -> text.contains("# The same policy is"))
              ? 1
              : 0;
      refused += hasReason(exported, "do not get the same policy") ? 1 : 0;
      withoutSettings += hasReason(exported, "has no settings for netapp-ontap") ? 1 : 0;
    }
    assertThat(List.of(written, refused, withoutSettings)).allMatch(count -> count > 0);
  }

  private static boolean hasReason(Exported exported, String reason) {
    return exported.result().outcomes().stream()
        .anyMatch(reported -> reported.outcome().reason().contains(reason));
  }

  private static String release(long seed) {
    return RELEASES.get(new Random(seed).nextInt(RELEASES.size()));
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
    // A policy of 8.2 also has what denies are about, which the outcomes alone do not tell.
    boolean shares = !release.equals("8.2") && dice.nextInt(4) == 0;
    String lifs =
        shares ? List.of("lif-1", "lif-1, lif-2", "lif-2", "lif-3").get(dice.nextInt(4)) : "lif-";
    String policy = shares ? List.of("p-1", "p-1", "p-2").get(dice.nextInt(3)) : "p-" + endpoint;
    if (shares) {
      keep = "[dns]";
    }
    String settings =
        "vserver: svm1, lifs: [%s], policy: %s, "
                .formatted(lifs.equals("lif-") ? lifs + endpoint : lifs, policy)
            + Examples.settings(release.equals("9.3") ? "9.5" : release)
                .replace("\"9.5\"", "\"" + release + "\"")
                .replaceAll("keep: \\[[a-z, ]*]", "keep: " + keep);
    return "{" + settings + "}";
  }
}

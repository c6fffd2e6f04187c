package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.netappontap.oracle.Terminal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor's own example comes out right for every family of releases. */
class VendorExampleTest {
  private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0");
  private static final Set<String> AUDITOR = Set.of("192.168.1.0/24");

  static Stream<String> releases() {
    return Stream.concat(Examples.releases().stream(), Stream.of("9.6"));
  }

  /** What the LIF has beside the two services: the release's own policies, as they were. */
  private static Map<String, Set<String>> expected(String release) {
    Map<String, Set<String>> expected =
        new TreeMap<>(Cluster.ofVendor(release).opened("svm1", "vs1-cifs-lif1"));
    assertThat(expected)
        .isNotEmpty()
        .allSatisfy((s, list) -> assertThat(list).isEqualTo(EVERYBODY));
    List<String> web =
        switch (release) {
          case "8.2", "9.5" -> List.of("http", "https");
          case "9.6", "9.8" -> List.of("http", "management-https");
          default -> List.of("management-http", "management-https");
        };
    web.forEach(service -> expected.put(service, AUDITOR));
    return expected;
  }

  private static Exported exported(String release) {
    return Exported.of(Examples.vendor(release));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void opensHttpAndHttpsForTheAuditorAndKeepsTheRest(String release) {
    Cluster cluster = Cluster.ofVendor(release);
    Exported exported = exported(release);

    assertThat(cluster.run(exported.file("svm1/apply.cli"))).isEmpty();
    assertThat(cluster.opened("svm1", "vs1-cifs-lif1")).isEqualTo(expected(release));
    assertThat(cluster.run(exported.file("svm1/verify.cli"))).isEmpty();
    exported.files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".cli"))
        .forEach(file -> assertThat(Terminal.problems(file.getValue())).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("releases")
  void anUpdateOfWhatIsUpToDateChangesNothing(String release) {
    Cluster cluster = Cluster.ofVendor(release);
    Exported exported = exported(release);
    cluster.run(exported.file("svm1/apply.cli"));
    String before = cluster.state();

    assertThat(cluster.run(exported.file("svm1/update.cli"))).isEmpty();
    assertThat(cluster.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theWayBackLeavesNothingBehind(String release) {
    Cluster cluster = Cluster.ofVendor(release);
    String before = cluster.state();
    Exported exported = exported(release);
    cluster.run(exported.file("svm1/apply.cli"));
    assertThat(cluster.state()).isNotEqualTo(before);

    String rollback = exported.file("svm1/rollback.cli");
    if (release.equals("9.8")) {
      // Its settings do not say what the firewall policy was.
      rollback = rollback.replaceAll("(?m)^# (network interface modify .*)FORMER$", "$1data");
    }
    assertThat(cluster.run(rollback)).isEmpty();
    assertThat(cluster.state()).isEqualTo(before);
  }

  @Test
  void aWayBackThatNobodyCompletedDeletesNothing() {
    Cluster cluster = Cluster.ofVendor("9.8");
    Exported exported = exported("9.8");
    cluster.run(exported.file("svm1/apply.cli"));
    Set<String> http = cluster.opened("svm1", "vs1-cifs-lif1").get("http");

    assertThat(cluster.run(exported.file("svm1/rollback.cli"))).hasSize(1);
    assertThat(cluster.opened("svm1", "vs1-cifs-lif1")).containsEntry("http", http);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void accountsForTheShareAsTheFilersBusiness(String release) {
    Exported exported = exported(release);

    assertThat(exported.outcomes("netapp/ontapi")).containsOnly(Outcome.exact());
    assertThat(exported.outcome("netapp/shares").kind()).isEqualTo(Outcome.Kind.NOT_APPLICABLE);
    assertThat(exported.outcome("netapp/shares").reason())
        .isEqualTo(
            "SMB is a data protocol: the permissions of its shares govern it, not ONTAP policies");
  }

  @Test
  void limitsAServiceThatThePresentPolicyHasOpenToEverybody() {
    Cluster cluster = Cluster.ofVendor("9.13");
    // Somebody has followed the vendor's later advice, which names no addresses.
    cluster.withServicePolicy(
        "svm1",
        "default-data-files",
        Map.of(
            "data-core", EVERYBODY,
            "data-cifs", EVERYBODY,
            "management-https", EVERYBODY,
            "management-ssh", EVERYBODY));

    assertThat(cluster.run(exported("9.13").file("svm1/apply.cli")))
        .singleElement()
        .asString()
        .contains("DUPLICATE: network interface service-policy add-service");
    assertThat(cluster.opened("svm1", "vs1-cifs-lif1"))
        .isEqualTo(
            Map.of(
                "data-core", EVERYBODY,
                "data-cifs", EVERYBODY,
                "management-http", AUDITOR,
                "management-https", AUDITOR,
                "management-ssh", EVERYBODY));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void assignsThePolicyWhenItIsComplete(String release) {
    List<String> commands = exported(release).commands("svm1/apply.cli");
    int firstAssigned =
        commands.indexOf(
            commands.stream()
                .filter(c -> c.startsWith("network interface modify"))
                .findFirst()
                .orElseThrow());

    assertThat(commands.subList(firstAssigned, commands.size()))
        .allMatch(
            c -> c.startsWith("network interface modify") || c.equals("set -privilege admin"));
  }
}

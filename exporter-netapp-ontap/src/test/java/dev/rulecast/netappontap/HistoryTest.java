package dev.rulecast.netappontap;

import static dev.rulecast.netappontap.Filer.settings;
import static dev.rulecast.netappontap.Filer.tcp;
import static dev.rulecast.netappontap.Filer.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.netappontap.oracle.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports one after the other, on clusters that have seen some of them. */
class HistoryTest {
  /** Services come, change and go; a LIF comes and another goes. */
  private static List<Filer> versions(String release) {
    Filer first =
        Filer.of(settings(release).replace("[lif1]", "[lif1, lif2]"))
            .allow("web", "admins", tcp("443"))
            .allow("fallback", "admins", tcp("80"));
    Filer second =
        Filer.of(settings(release).replace("[lif1]", "[lif1, lif3]"))
            .allow("web", "auditor", tcp("443"))
            .allow("fallback", "admins", tcp("80"))
            .allow("console", "admins", tcp("22"))
            .allow("metrics", "sensors", udp("161"));
    Filer third =
        Filer.of(settings(release).replace("[lif1]", "[lif1, lif3]"))
            .allow("web", "auditor", tcp("443"))
            .allow("metrics", "auditor", udp("161"));
    Filer fourth =
        Filer.of(settings(release).replace("[lif1]", "[lif1, lif2]"))
            .allow("console", "auditor", tcp("22"))
            .allow("fallback", "auditor", tcp("80"));
    return List.of(first, second, third, fourth);
  }

  private static Cluster cluster(String release) {
    Cluster cluster = new Cluster(release).withDataSvm("svm1");
    for (String lif : List.of("lif1", "lif2", "lif3")) {
      cluster.withLif("svm1", lif);
    }
    return cluster;
  }

  private static List<Exported> exports(List<Filer> versions) {
    List<Exported> exports = new ArrayList<>();
    Map<String, String> previous = Map.of();
    for (Filer version : versions) {
      Exported exported = Exported.of(version.fixture(), previous);
      previous = exported.result().remembered();
      exports.add(exported);
    }
    return exports;
  }

  /** A rollback that was not completed, where the settings do not have the firewall policy. */
  private static String completed(String script) {
    return script.replaceAll("(?m)^# (network interface modify .*)FORMER$", "$1data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.6", "9.8", "9.13"})
  void anUpdateLeadsFromEveryEarlierStateToTheSame(String release) {
    List<Exported> exports = exports(versions(release));
    for (int last = 0; last < exports.size(); last++) {
      Cluster fresh = cluster(release);
      assertThat(fresh.run(exports.get(last).file("filer/apply.cli"))).isEmpty();
      // Each bit says whether the export of that number was brought to the cluster.
      for (int seen = 1; seen < 1 << last; seen++) {
        Cluster cluster = cluster(release);
        boolean applied = false;
        for (int version = 0; version < last; version++) {
          if ((seen >> version & 1) == 1) {
            String script = applied ? "filer/update.cli" : "filer/apply.cli";
            cluster.run(completed(exports.get(version).file(script)));
            applied = true;
          }
        }
        List<Problem> problems = cluster.run(completed(exports.get(last).file("filer/update.cli")));
        assertThat(problems)
            .extracting(Problem::kind)
            .isSubsetOf(Problem.Kind.DUPLICATE, Problem.Kind.MISSING);
        assertThat(cluster.state()).as("export %s after %s", last, seen).isEqualTo(fresh.state());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.6", "9.8", "9.13"})
  void theWayBackWorksAfterUpdates(String release) {
    List<Exported> exports = exports(versions(release));
    Cluster cluster = cluster(release);
    String before = cluster.state();
    cluster.run(exports.get(0).file("filer/apply.cli"));
    for (Exported exported : exports.subList(1, exports.size())) {
      cluster.run(completed(exported.file("filer/update.cli")));
    }
    assertThat(cluster.run(completed(exports.get(3).file("filer/rollback.cli")))).isEmpty();
    assertThat(cluster.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.8", "9.13"})
  void theSameExportAgainIsTheSame(String release) {
    List<Filer> versions = versions(release);
    for (Exported exported : exports(versions)) {
      Map<String, String> remembered = exported.result().remembered();
      int index = exports(versions).indexOf(exported);
      assertThat(index).isNotNegative();
      Exported again = Exported.of(versions.get(index).fixture(), remembered);
      assertThat(again.files()).isEqualTo(exported.files());
      assertThat(again.result().remembered()).isEqualTo(remembered);
    }
  }

  @Test
  void anUpdateOfTheFirstExportOnlyModifies() {
    assertThat(exports(versions("9.13")).get(0).commands("filer/update.cli"))
        .containsExactly(
            "set -privilege advanced -confirmations off",
            "network interface service-policy modify-service -vserver svm1 -policy rules -service management-http -allowed-addresses 10.1.0.0/24",
            "network interface service-policy modify-service -vserver svm1 -policy rules -service management-https -allowed-addresses 10.1.0.0/24",
            "set -privilege admin");
  }

  @Test
  void aPolicyWithoutFirewallServicesGoesBackToTheFormerOne() {
    Filer both =
        Filer.of(settings("9.8"))
            .with("keep: [dns, ndmp, ndmps]", "keep: [], firewallPolicy: data")
            .allow("web", "admins", tcp("443"))
            .allow("fallback", "admins", tcp("80"));
    Filer one = new Filer(both.rules().subList(0, 1), both.endpoints());
    List<Exported> exports = exports(List.of(both, one));
    Cluster cluster = cluster("9.8");
    cluster.run(exports.get(0).file("filer/apply.cli"));
    assertThat(cluster.opened("svm1", "lif1")).containsKey("http").doesNotContainKey("dns");

    assertThat(cluster.run(exports.get(1).file("filer/update.cli"))).isEmpty();
    assertThat(cluster.opened("svm1", "lif1"))
        .containsEntry("management-https", Set.of("10.1.0.0/24"))
        .containsKey("dns")
        .doesNotContainKey("http");
  }

  @Test
  void aPolicyThatIsNoLongerWrittenIsToldOnce() {
    Filer filer = Filer.of(settings("9.13")).allow("web", "admins", tcp("443"));
    Filer renamed = filer.with("policy: rules", "policy: other");
    Filer none = Filer.of(settings("9.13")).allow("share", "admins", tcp("445"));
    List<Exported> exports = exports(List.of(filer, renamed, renamed, none, none));
    assertThat(exports)
        .extracting(exported -> exported.result().warnings())
        .containsExactly(
            List.of(),
            List.of(
                "The policy `rules` of the SVM `svm1` is no longer written, but stays there until the"
                    + " rollback.cli of the export before is run."),
            List.of(),
            List.of(
                "The policy `other` of the SVM `svm1` is no longer written, but stays there until the"
                    + " rollback.cli of the export before is run."),
            List.of());
    assertThat(exports.get(1).file("filer/update.cli")).doesNotContain("-policy rules");
  }

  @Test
  void anUpgradeBeginsAnew() {
    Filer before = Filer.of(settings("9.8")).allow("web", "admins", tcp("443"));
    Filer after = Filer.of(settings("9.13")).allow("web", "admins", tcp("443"));
    List<Exported> exports = exports(List.of(before, after));
    assertThat(exports.get(1).result().warnings()).hasSize(1);
    assertThat(exports.get(1).files()).isEqualTo(Exported.of(after.fixture()).files());
  }

  @Test
  void whatSomebodyWroteIntoTheManifestIsNoCommand() {
    Filer filer = Filer.of(settings("9.13")).allow("web", "admins", tcp("443"));
    Map<String, String> previous =
        Map.of(
            "9.10.1/svm1/rules/lif/x; reboot", "removed",
            "9.10.1/svm1/rules/service/x; reboot", "removed",
            "9.10.1/svm1/rules/service/data-cifs", "removed",
            "9.10.1/svm1/rules/lif/../y", "first",
            "", "first",
            "/", "later",
            "x", "reboot");
    Exported exported = Exported.of(filer.fixture(), previous);
    assertThat(exported.file("filer/update.cli")).doesNotContain("reboot", "data-cifs", "..");
  }
}

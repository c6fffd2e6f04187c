package dev.rulecast.netappontap;

import static dev.rulecast.netappontap.Filer.settings;
import static dev.rulecast.netappontap.Filer.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.netappontap.oracle.Cluster;
import dev.rulecast.netappontap.oracle.Problem;
import org.junit.jupiter.api.Test;

/** Two endpoints that name one LIF or one policy. */
class SharedNamesTest {
  private static final String LIF_CONFLICT =
      "the endpoints `filer`, `other` name the LIF `lif1` of the SVM `svm1`, but do not get the same"
          + " policy";

  private static Filer filers(String second) {
    return Filer.of(settings("9.13"), second)
        .allow("web", "admins", tcp("443"))
        .allow("share", "admins", tcp("445"));
  }

  private static void assertConflict(Exported exported, String reason) {
    assertThat(exported.files()).isEmpty();
    assertThat(exported.outcome("t/web")).isEqualTo(Outcome.unsupported(reason));
    assertThat(exported.outcome("t/other")).isEqualTo(Outcome.unsupported(reason));
    assertThat(exported.outcome("t/share").kind()).isEqualTo(Outcome.Kind.NOT_APPLICABLE);
  }

  @Test
  void oneLifWithTwoPoliciesIsAnError() {
    Exported exported =
        filers(settings("9.13").replace("policy: rules", "policy: more"))
            .rule("other", "allow", "admins", "other", tcp("443"))
            .export();
    assertConflict(exported, LIF_CONFLICT);
  }

  @Test
  void oneLifWithTwoResultsIsAnError() {
    Exported exported =
        filers(settings("9.13")).rule("other", "allow", "auditor", "other", tcp("443")).export();
    assertConflict(exported, LIF_CONFLICT);
  }

  @Test
  void onePolicyWithTwoResultsIsAnError() {
    Exported exported =
        filers(settings("9.13").replace("lif1", "lif2"))
            .rule("other", "allow", "auditor", "other", tcp("443"))
            .export();
    assertConflict(exported, LIF_CONFLICT.replace("LIF `lif1`", "policy `rules`"));
  }

  @Test
  void onePolicyWithTwoPresentOnesIsAnError() {
    Exported exported =
        filers(settings("9.13").replace("lif1", "lif2").replace("default-data-files", "custom"))
            .rule("other", "allow", "admins", "other", tcp("443"))
            .export();
    assertConflict(exported, LIF_CONFLICT.replace("LIF `lif1`", "policy `rules`"));
  }

  @Test
  void namesOfTwoSvmsAreDifferent() {
    Exported exported =
        filers(settings("9.13").replace("svm1", "svm2"))
            .rule("other", "allow", "auditor", "other", tcp("443"))
            .export();
    assertThat(exported.files()).containsKeys("filer/apply.cli", "other/apply.cli");
  }

  @Test
  void oneResultForTwoIsNoErrorAndBothCanBeRun() {
    Exported exported =
        filers(settings("9.13").replace("lif1", "lif2"))
            .rule("other", "allow", "admins", "other", tcp("443"))
            .export();
    assertThat(exported.outcome("t/web")).isEqualTo(Outcome.exact());
    assertThat(exported.file("other/apply.cli"))
        .contains("# The same policy is written for filer: ");
    Cluster cluster =
        new Cluster("9.13").withDataSvm("svm1").withLif("svm1", "lif1").withLif("svm1", "lif2");
    String before = cluster.state();

    assertThat(cluster.run(exported.file("filer/apply.cli"))).isEmpty();
    assertThat(cluster.run(exported.file("other/apply.cli")))
        .extracting(Problem::kind)
        .containsOnly(Problem.Kind.DUPLICATE);
    assertThat(cluster.opened("svm1", "lif2")).isEqualTo(cluster.opened("svm1", "lif1"));
    assertThat(cluster.run(exported.file("filer/rollback.cli")))
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.IN_USE);
    assertThat(cluster.run(exported.file("other/rollback.cli"))).isEmpty();
    assertThat(cluster.state()).isEqualTo(before);
  }

  /** Both name a LIF of the third, which does not get their policy. */
  @Test
  void namesNoEndpointForWhichNothingIsWritten() {
    Exported exported =
        Filer.of(
                settings("9.13"),
                settings("9.13").replace("lifs: [lif1]", "lifs: [lif2, lif3]"),
                settings("9.13").replace("lif1", "lif3").replace("policy: rules", "policy: more"))
            .allow("web", "admins", tcp("443"))
            .rule("other", "allow", "admins", "other", tcp("443"))
            .rule("third", "allow", "auditor", "third", tcp("443"))
            .export();

    assertThat(exported.files())
        .containsKey("filer/apply.cli")
        .doesNotContainKey("other/apply.cli");
    assertThat(exported.file("filer/apply.cli")).doesNotContain("The same policy is written for");
  }

  /** To ONTAP the LIF is one place, whatever the addresses of the two endpoints. */
  @Test
  void aDenyOfOneEndpointIsADenyOfItsLif() {
    Exported exported =
        filers(settings("9.13").replace("policy: rules", "policy: more"))
            .rule("no-web", "deny", "admins", "other", tcp("443"))
            .export();

    assertThat(exported.files()).isEmpty();
    assertThat(exported.outcome("t/web").kind()).isEqualTo(Outcome.Kind.UNSUPPORTED);
    assertThat(exported.outcome("t/no-web").kind()).isEqualTo(Outcome.Kind.UNSUPPORTED);
  }

  @Test
  void aDenyOfAnotherLifOrServiceChangesNothing() {
    Exported elsewhere =
        filers(
                settings("9.13")
                    .replace("policy: rules, ", "policy: more, ")
                    .replace("lif1", "lif2"))
            .rule("no-web", "deny", "admins", "other", tcp("443"))
            .export();
    Exported ssh =
        filers(settings("9.13").replace("policy: rules", "policy: more"))
            .rule("no-ssh", "deny", "admins", "other", tcp("22"))
            .export();

    assertThat(elsewhere.outcome("t/web")).isEqualTo(Outcome.exact());
    assertThat(ssh.outcome("t/web")).isEqualTo(Outcome.exact());
  }
}

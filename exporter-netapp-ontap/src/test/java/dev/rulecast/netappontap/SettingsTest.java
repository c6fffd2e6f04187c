package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.model.InvalidValueException;
import dev.rulecast.testkit.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String FIXED = "vserver: svm1, lifs: [lif1], policy: rules, ";

  private static Fixture with(String settings) {
    return Fixture.of(
            "settings",
            """
            apiVersion: rulecast/v1
            kind: RuleSet
            metadata: {name: test, title: Test}
            endpoints: {client: {}, filer: {}}
            rules:
              - {id: web, source: client, destination: filer, protocol: tcp, ports: [443], purpose: Web}
            """)
        .in(
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: test}
            endpoints:
              client: {addresses: [10.0.0.1], managedBy: []}
              filer:
                addresses: [10.0.0.2]
                settings:
                  netapp-ontap: {SETTINGS}
            """
                .replace("SETTINGS", settings));
  }

  private static void assertRefused(String settings, String... messages) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exported.of(with(settings)))
        .satisfies(e -> assertThat(e.getMessage()).contains(messages))
        .withMessageContaining("settings.environment.yaml:9:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release: '8.2', keep: []",
        "release: '8.2.1', keep: [dns], firewallPolicy: data",
        "release: 9.1.0P3, keep: []",
        "release: '9.4', keep: [portmap, ndmps, https]",
        "release: '9.6', keep: [portmap], servicePolicy: default-data-files",
        "release: 9.9.1, keep: [], servicePolicy: custom.policy_1, firewallPolicy: mgmt-nfs",
        "release: '9.10', servicePolicy: default-management",
        "release: 9.14.1RC1, servicePolicy: default-data-files",
      })
  void takesWhatAReleaseNeeds(String settings) {
    assertThatCode(() -> Exported.of(with(FIXED + settings))).doesNotThrowAnyException();
  }

  @Test
  void refusesABareRelease() {
    assertRefused(
        FIXED + "release: 9.10, servicePolicy: x", "The setting `9.10` is a fractional number.");
    assertRefused(
        FIXED + "release: 9, keep: []", "The setting `release` of netapp-ontap must be text");
  }

  @Test
  void tellsAllThatIsMissing() {
    assertRefused(
        FIXED + "release: '9.8'",
        "For ONTAP 9.8 the key `servicePolicy` is missing.",
        "For ONTAP 9.8 the key `keep` is missing.");
    assertRefused(FIXED + "release: '9.13'", "For ONTAP 9.13 the key `servicePolicy` is missing.");
    assertRefused(FIXED + "release: '9.5'", "For ONTAP 9.5 the key `keep` is missing.");
    assertRefused(FIXED + "release: '8.2'", "For ONTAP 8.2 the key `keep` is missing.");
    assertRefused(
        "vserver: svm1",
        "The key `lifs` is missing",
        "The key `policy` is missing",
        "The key `release` is missing");
  }

  @Test
  void tellsAllThatIsTooMuch() {
    assertRefused(
        FIXED + "release: '9.13', servicePolicy: x, keep: [dns], firewallPolicy: data",
        "The key `keep` is for ONTAP up to 9.9.1, not for 9.13.",
        "The key `firewallPolicy` is for ONTAP up to 9.9.1, not for 9.13.");
    assertRefused(
        FIXED + "release: '9.5', servicePolicy: x, keep: []",
        "The key `servicePolicy` is for ONTAP 9.6 and later, not for 9.5.");
  }

  @ParameterizedTest
  @CsvSource({
    "9.8, https",
    "9.8, ssh",
    "9.8, portmap",
    "9.7, portmap",
    "9.3, portmap",
    "8.2, ndmps",
    "9.5, cifs",
    "9.5, none",
    "9.5, management-https",
    "9.5, DNS",
  })
  void refusesToKeepWhatIsNoFirewallServiceOfTheRelease(String release, String service) {
    String servicePolicy = release.compareTo("9.6") >= 0 ? ", servicePolicy: x" : "";
    assertRefused(
        FIXED + "release: '%s', keep: [%s]%s".formatted(release, service, servicePolicy),
        "`%s` in `keep` is not a firewall service of ONTAP %s.".formatted(service, release));
  }

  @Test
  void tellsEveryMistakeAtItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Exported.of(
                    with("vserver: 'svm 1', lifs: ['lif;1', ok], policy: data, release: nine")))
        .withMessageContaining("9:31: `svm 1` is not a name")
        .withMessageContaining("9:47: `lif;1` is not a name")
        .withMessageContaining("9:69: `data` is the name of a policy of ONTAP's own.")
        .withMessageContaining("9:84: `nine` is not a release of ONTAP.");
  }

  @Test
  void refusesAnEmptyListAndWhatStandsTwice() {
    assertRefused(
        "vserver: svm1, lifs: [], policy: rules, release: '9.5', keep: [dns, dns]",
        "The list `lifs` is empty.",
        "`dns` stands twice in `keep`.");
    assertRefused(
        "vserver: svm1, lifs: [a, b, a], policy: rules, release: '9.5', keep: []",
        "The LIF `a` stands twice in `lifs`.");
  }

  @Test
  void refusesAPolicyThatWouldReplaceItself() {
    assertRefused(
        FIXED + "release: '9.8', keep: [], servicePolicy: Rules, firewallPolicy: rules",
        "The keys `policy` and `servicePolicy` name one policy.",
        "The keys `policy` and `firewallPolicy` name one policy.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a b", "a;b", "a?", "a*", "a|b", "!a", "a>b", "a..b", "{a}", "\"a\"", "'a'", "-", "-a",
        ".a", "a\n", "ä", "a#b", "a/b", "a,b", "a\\b", "$(a)", "`a`"
      })
  void refusesNamesThatMeanSomethingToTheCommandLine(String name) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new ObjectName(name));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new PolicyName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svm1", "vs1-cifs-lif1", "lif.1", "_x", "1", "Cluster-01_mgmt1"})
  void takesNamesOfSvmsAndLifs(String name) {
    assertThat(new ObjectName(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data",
        "mgmt",
        "intercluster",
        "cluster",
        "mgmt-nfs",
        "Data",
        "CLUSTER",
        "default-data-files",
        "Default-x",
        "default-"
      })
  void refusesTheNamesOfOntapsOwnPolicies(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new PolicyName(name))
        .withMessageEndingWith("is the name of a policy of ONTAP's own.");
  }

  @Test
  void refusesLongNames() {
    assertThat(new PolicyName("a".repeat(63)).text()).hasSize(63);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new PolicyName("a".repeat(64)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new PolicyName("9-to-5"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ObjectName("a".repeat(256)));
  }

  @ParameterizedTest
  @CsvSource({
    "8.2,V8_2",
    "8.2.5P3,V8_2",
    "8.3,V8_3",
    "8.3.2P12,V8_3",
    "9.0,V8_3",
    "9.1,V8_3",
    "9.5.0,V8_3",
    "9.5P21D1,V8_3",
    "9.6,V9_6",
    "9.7RC1,V9_6",
    "9.8,V9_6",
    "9.9,V9_6",
    "9.9.1P22,V9_6",
    "9.10,V9_10_1",
    "9.10.1,V9_10_1",
    "9.10P1,V9_10_1",
    "9.13.1P4,V9_10_1",
    "9.18.1,V9_10_1",
  })
  void knowsTheFamilyOfARelease(String release, ReleaseFamily family) {
    assertThat(Release.valueOf(release).family()).isEqualTo(family);
  }

  static Stream<String> noReleases() {
    return Stream.of(
        "",
        "9",
        "9.",
        "9.x",
        "8.1",
        "8.0",
        "8.4",
        "7.3",
        "10.1",
        "9.10.0",
        "09.8",
        "9.08",
        "9.8 ",
        "9.100",
        "ONTAP 9.8",
        "9.8.1.2",
        "v9.8",
        "9.8; x",
        "9.8\n",
        "9.8P" + "1".repeat(40));
  }

  @ParameterizedTest
  @MethodSource("noReleases")
  void refusesWhatIsNoRelease(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Release.valueOf(text));
  }
}

package dev.rulecast.netappontap;

import static dev.rulecast.netappontap.Filer.settings;
import static dev.rulecast.netappontap.Filer.tcp;
import static dev.rulecast.netappontap.Filer.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services a release has, to whom entries open them, and what is said of it. */
class EntriesTest {
  private static List<String> services(String release, Mechanism mechanism) {
    Services services = Services.of(Release.valueOf(release));
    return services.words(mechanism).stream()
        .map(word -> word + ": " + services.named(mechanism, word).orElseThrow().portList())
        .toList();
  }

  @Test
  void firewallPoliciesOpenEveryServiceUntilNineFive() {
    assertThat(services("9.5", Mechanism.FIREWALL_POLICY))
        .containsExactly(
            "dns: tcp 53, udp 53",
            "http: tcp 80",
            "https: tcp 443",
            "ndmp: tcp 10000",
            "ndmps: tcp 30000",
            "ntp: udp 123",
            "portmap: tcp 111, udp 111",
            "rsh: tcp 514",
            "snmp: udp 161",
            "ssh: tcp 22",
            "telnet: tcp 23");
    assertThat(services("9.5", Mechanism.SERVICE_POLICY)).isEmpty();
  }

  @Test
  void bothKindsOfPoliciesOpenServicesUntilNineNine() {
    assertThat(services("9.8", Mechanism.FIREWALL_POLICY))
        .containsExactly(
            "dns: tcp 53, udp 53",
            "http: tcp 80",
            "ndmp: tcp 10000",
            "ndmps: tcp 30000",
            "ntp: udp 123",
            "rsh: tcp 514",
            "snmp: udp 161",
            "telnet: tcp 23");
    assertThat(services("9.8", Mechanism.SERVICE_POLICY))
        .containsExactly("management-https: tcp 443", "management-ssh: tcp 22");
    Services services = Services.of(Release.valueOf("9.8"));
    assertThat(services.named(Mechanism.FIREWALL_POLICY, "management-ssh")).isEmpty();
  }

  @Test
  void servicePoliciesOpenEveryServiceAfterwards() {
    assertThat(services("9.13", Mechanism.FIREWALL_POLICY)).isEmpty();
    assertThat(services("9.13", Mechanism.SERVICE_POLICY))
        .containsExactly(
            "backup-ndmp-control: tcp 10000, tcp 30000",
            "data-dns-server: tcp 53, udp 53",
            "management-http: tcp 80",
            "management-https: tcp 443",
            "management-ntp-server: udp 123",
            "management-rsh-server: tcp 514",
            "management-snmp-server: udp 161",
            "management-ssh: tcp 22",
            "management-telnet-server: tcp 23");
  }

  /** Those of ONTAP for one kind of SVM say of which kind this SVM is; others do not. */
  @ParameterizedTest
  @CsvSource({
    "default-data-blocks, EXACT, UNSUPPORTED",
    "default-intercluster, UNSUPPORTED, EXACT",
    "default-route-announce, UNSUPPORTED, EXACT",
    "default-management, EXACT, EXACT",
    "custom, EXACT, EXACT"
  })
  void aServicePolicySaysWhichServicesTheSvmHas(
      String servicePolicy, Outcome.Kind names, Outcome.Kind time) {
    Exported exported =
        Filer.of(settings("9.13"))
            .with("default-data-files", servicePolicy)
            .allow("names", "admins", udp("53"))
            .allow("transfers", "admins", tcp("53"))
            .allow("time", "admins", udp("123"))
            .allow("web", "admins", tcp("443"))
            .export();
    assertThat(exported.outcome("t/names").kind()).isEqualTo(names);
    assertThat(exported.outcome("t/time").kind()).isEqualTo(time);
    assertThat(exported.outcome("t/web").kind()).isEqualTo(Outcome.Kind.EXACT);
  }

  @Test
  void whatIsKeptIsOpenInNoFamilyThatTheFilerHasNot() {
    Filer filer = Filer.of(settings("9.5")).allow("web", "sensors", tcp("443"));
    assertThat(filer.with("10.40.0.10, ", "").export().file("filer/apply.cli"))
        .contains("-service dns -allow-list ::/0\n");
    Filer old = Filer.of(settings("9.5")).allow("web", "admins", tcp("443"));
    assertThat(old.with(", \"2001:db8:40::1\"", "").export().file("filer/apply.cli"))
        .contains("-service dns -allow-list 0.0.0.0/0\n");
  }

  @Test
  void aDenyHoldsWhereAFirewallPolicyIsWritten() {
    Filer filer =
        Filer.of(settings("9.8"))
            .allow("web", "admins", tcp("443"))
            .deny("no-telnet", "guests", tcp("23"));
    assertThat(filer.export().outcome("t/no-telnet")).isEqualTo(Outcome.exact());
    Filer keepsNothing = filer.with("keep: [dns, ndmp, ndmps]", "keep: []");
    assertThat(keepsNothing.export().outcome("t/no-telnet").kind())
        .isEqualTo(Outcome.Kind.UNSUPPORTED);
    assertThat(keepsNothing.allow("old", "admins", tcp("80")).export().outcome("t/no-telnet"))
        .isEqualTo(Outcome.exact());
  }

  @Test
  void sourcePortsThatAreNotMatchedAreToldWhereTheyAreLost() {
    String reason = "ONTAP policies do not match source ports 1024-65535";
    Exported exported =
        Filer.of(settings("9.13"))
            .allow("web", "admins", tcp("443") + ", sourcePorts: [1024-65535]")
            .allow("shell", "admins", tcp("22"))
            .export();
    assertThat(exported.file("filer/apply.cli").lines().filter(line -> line.contains("Wider")))
        .containsExactly("# Wider: " + reason + ".");
    assertThat(exported.file("filer/apply.cli")).doesNotContain("can have this service");
    assertThat(exported.file("filer/README.md")).contains("- " + reason);
    assertThat(exported.file("filer/README.md").lines()).doesNotContain("- ", "- .");
  }

  @Test
  void theReadmeHasTheRulesThatAreWritten() {
    Exported exported =
        Filer.of(settings("9.13"))
            .allow("web", "admins", tcp("443"))
            .allow("shell", "admins", tcp("22"))
            .allow("odd", "admins", tcp("8080"))
            .export();
    assertThat(exported.file("filer/README.md")).contains("web", "shell").doesNotContain("8080");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8.2  | an ONTAP policy has one entry for a service, which allows or denies
          9.5  | ONTAP policies cannot deny
          9.13 | ONTAP policies cannot deny
          """)
  void aReasonSaysWhyTheReleaseCannotHoldADeny(String release, String why) {
    Exported exported =
        Filer.of(settings(release))
            .allow("web", "admins", tcp("443"))
            .deny("no-guests", "guests", tcp("443"))
            .export();
    assertThat(exported.outcome("t/web").reason()).isEqualTo("a deny rule overlaps it, and " + why);
    assertThat(exported.outcome("t/no-guests").reason())
        .isEqualTo(why + ", and an allow rule overlaps this deny rule");
  }
}

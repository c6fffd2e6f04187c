package dev.rulecast.netappontap;

import static dev.rulecast.netappontap.Filer.settings;
import static dev.rulecast.netappontap.Filer.tcp;
import static dev.rulecast.netappontap.Filer.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Dimension;
import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each kind of rule. */
class OutcomesTest {
  private static Outcome unsupported(String reason) {
    return Outcome.unsupported(reason);
  }

  private static Outcome allow(String release, String source, String service) {
    return Filer.of(settings(release)).allow("r", source, service).export().outcome("t/r");
  }

  private static void assertUnsupported(Exported exported, String... rules) {
    for (String rule : rules) {
      assertThat(exported.outcomes("t/" + rule))
          .as(rule)
          .isNotEmpty()
          .allMatch(outcome -> outcome.kind() == Outcome.Kind.UNSUPPORTED);
    }
  }

  private static void assertExact(Exported exported, String... rules) {
    for (String rule : rules) {
      assertThat(exported.outcomes("t/" + rule))
          .as(rule)
          .isNotEmpty()
          .containsOnly(Outcome.exact());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "445, SMB",
    "139, SMB",
    "2049, NFS",
    "111, NFS",
    "635, NFS",
    "4045, NFS",
    "4045-4046, NFS",
    "3260, iSCSI",
    "4420, NVMe/TCP",
    "8009, NVMe/TCP"
  })
  void dataProtocolsAreNotOfThePolicies(String port, String protocol) {
    Outcome outcome = allow("9.8", "admins", tcp(port));
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLICABLE);
    assertThat(outcome.reason()).startsWith(protocol + " is a data protocol: ");
  }

  @Test
  void outboundRulesAreNotOfThePolicies() {
    Exported exported =
        Filer.of(settings("9.13"))
            .allow("r", "admins", tcp("443"))
            .rule("out", "allow", "filer", "auditor", tcp("9999"))
            .export();
    assertThat(exported.result().outcomes())
        .filteredOn(reported -> reported.rule().equals("t/out"))
        .extracting(ReportedOutcome::outcome)
        .containsExactly(
            Outcome.notApplicable("ONTAP policies have no rules for outbound traffic"));
  }

  @Test
  void aServiceOpensOnlyForItsPortAlone() {
    assertThat(allow("9.13", "admins", tcp("22-23")))
        .isEqualTo(
            unsupported(
                "ONTAP policies open services by name, and the ports tcp 22-23 are more than 22, 23;"
                    + " name these alone"));
    assertThat(allow("9.13", "admins", tcp("8080")))
        .isEqualTo(unsupported("no service that ONTAP 9.13 opens by name has the port tcp 8080"));
    assertThat(allow("9.13", "admins", udp("443")))
        .isEqualTo(unsupported("no service that ONTAP 9.13 opens by name has the port udp 443"));
    assertThat(allow("9.13", "admins", tcp("any")).kind()).isEqualTo(Outcome.Kind.UNSUPPORTED);
    for (String protocol : List.of("icmp", "icmpv6", "esp", "any", "99")) {
      String source = protocol.equals("icmpv6") ? "sensors" : "admins";
      assertThat(allow("9.13", source, "protocol: " + protocol))
          .isEqualTo(
              unsupported(
                  "ONTAP policies open services of TCP and UDP by name, and know none of the"
                      + " protocol "
                      + protocol));
    }
  }

  @Test
  void nothingIsWrittenWithoutAddressesOrSettings() {
    assertThat(allow("9.13", "partner", tcp("443")))
        .isEqualTo(unsupported("`partner` has no addresses, and ONTAP has no inputs"));
    Exported exported = Filer.of().allow("r", "admins", tcp("443")).export();
    assertThat(exported.files()).isEmpty();
    assertThat(exported.outcome("t/r"))
        .isEqualTo(
            unsupported(
                "`filer` has no settings for netapp-ontap, which say its SVM, LIFs and release"));
  }

  @Test
  void aServiceThatIsKeptIsNotNarrowedInSilence() {
    Exported exported =
        Filer.of(settings("9.5"))
            .allow("names", "admins", tcp("53"))
            .allow("web", "admins", tcp("443"))
            .export();
    assertThat(exported.outcome("t/names"))
        .isEqualTo(
            unsupported(
                "`keep` leaves dns open to everybody: delete it there, and the rules alone open it"));
    assertExact(exported, "web");
  }

  @Test
  void aServiceOfAnotherKindOfSvmIsNotWritten() {
    assertThat(allow("9.13", "admins", udp("123")))
        .isEqualTo(
            unsupported(
                "management-ntp-server is a service of the cluster's own SVM, and `default-data-files`"
                    + " is a service policy of data SVMs"));
    Filer intercluster =
        Filer.of(settings("9.13")).with("default-data-files", "default-intercluster");
    assertThat(intercluster.allow("r", "admins", udp("53")).export().outcome("t/r"))
        .isEqualTo(
            unsupported(
                "data-dns-server is a service of data SVMs, and `default-intercluster` is a service"
                    + " policy of the cluster's own SVM"));
    Exported unknown =
        Filer.of(settings("9.13"))
            .with("default-data-files", "custom")
            .allow("r", "admins", udp("123"))
            .export();
    assertExact(unknown, "r");
    assertThat(unknown.file("filer/apply.cli"))
        .contains("# Only the clusters own SVM can have this service.\n");
  }

  @Test
  void aServiceWithMorePortsIsWiderUntilAllAreAsked() {
    Filer filer = Filer.of(settings("9.13"));
    Outcome half = filer.allow("r", "admins", udp("53")).export().outcome("t/r");
    assertThat(half)
        .isEqualTo(Outcome.wider(Set.of(Dimension.PORTS), "data-dns-server opens tcp 53, udp 53"));
    Filer both = filer.allow("r", "admins", udp("53")).allow("s", "admins", tcp("53"));
    assertExact(both.export(), "r", "s");
    Filer uneven = both.allow("u", "auditor", udp("53"));
    assertExact(uneven.export(), "r", "s");
    assertThat(uneven.export().outcome("t/u").lost()).containsExactly(Dimension.PORTS);
  }

  @Test
  void widerInTwoWaysIsToldInOneReason() {
    Outcome outcome = allow("9.13", "admins", udp("53") + ", sourcePorts: [1024-65535]");
    assertThat(outcome)
        .isEqualTo(
            Outcome.wider(
                Set.of(Dimension.SOURCE_PORTS, Dimension.PORTS),
                "ONTAP policies do not match source ports 1024-65535, and data-dns-server opens"
                    + " tcp 53, udp 53"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.8", "9.13"})
  void aDenyThatOverlapsAnAllowTakesBothAway(String release) {
    Exported exported =
        Filer.of(settings(release))
            .allow("web", "admins", tcp("443"))
            .allow("fallback", "auditor", tcp("80"))
            .deny("no-guests", "guests", tcp("443"))
            .export();
    assertUnsupported(exported, "web", "no-guests");
    assertExact(exported, "fallback");
    assertThat(exported.file("filer/apply.cli")).doesNotContain("https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2", "9.5", "9.8", "9.13"})
  void aDenyBesideWhatIsAllowedIsExact(String release) {
    Exported exported =
        Filer.of(settings(release))
            .allow("web", "auditor", tcp("443"))
            .deny("no-guests", "guests", tcp("443"))
            .export();
    assertExact(exported, "web", "no-guests");
    assertThat(exported.file("filer/apply.cli")).contains("10.2.0.5/32").doesNotContain("10.9");
  }

  @Test
  void aDenyOverlapsWhatAServiceOpensBeside() {
    Exported exported =
        Filer.of(settings("9.13"))
            .allow("names", "admins", udp("53"))
            .allow("web", "admins", tcp("443"))
            .deny("no-guests", "guests", tcp("53"))
            .export();
    assertUnsupported(exported, "names", "no-guests");
    assertExact(exported, "web");
  }

  @Test
  void aDenyThatCannotBeMatchedStillTakesAwayWhatOpensItBeside() {
    Exported exported =
        Filer.of(settings("9.13"))
            .allow("names", "admins", udp("53"))
            .deny("no-guests", "guests", tcp("53") + ", sourcePorts: [53]")
            .export();
    assertUnsupported(exported, "names", "no-guests");
    assertThat(exported.files()).isEmpty();
  }

  @Test
  void aDenyOfAClosedFirewallServiceIsExact() {
    Exported exported =
        Filer.of(settings("9.5"))
            .allow("web", "admins", tcp("443"))
            .deny("no-telnet", "guests", tcp("22-23"))
            .export();
    assertExact(exported, "web", "no-telnet");
    assertThat(exported.file("filer/apply.cli")).doesNotContain("telnet", "ssh");
  }

  @Test
  void in82ADenyIsWrittenForEverybody() {
    Exported exported =
        Filer.of(settings("8.2"))
            .allow("web", "admins", tcp("443"))
            .deny("no-telnet", "guests", tcp("23"))
            .export();
    assertExact(exported, "web", "no-telnet");
    assertThat(exported.commands("filer/apply.cli"))
        .contains(
            "system services firewall policy create -policy rules -service telnet -vserver svm1"
                + " -action deny -ip-list 0.0.0.0/0,::/0");
  }

  @Test
  void aDenyOfWhatMayBeOpenAlreadyIsUnsupported() {
    Exported kept =
        Filer.of(settings("9.5"))
            .allow("web", "admins", tcp("443"))
            .deny("no-ndmp", "guests", tcp("10000"))
            .export();
    assertThat(kept.outcome("t/no-ndmp"))
        .isEqualTo(unsupported("`keep` leaves ndmp open to everybody"));
    Exported copied =
        Filer.of(settings("9.13"))
            .allow("web", "admins", tcp("443"))
            .deny("no-ssh", "guests", tcp("22"))
            .export();
    assertThat(copied.outcome("t/no-ssh"))
        .isEqualTo(
            unsupported(
                "the present service policy, with which the new one begins, may permit"
                    + " management-ssh: allow it to those who need it, and nobody else has it"));
    assertExact(copied, "web");
    Exported untouched =
        Filer.of(settings("9.8"))
            .with("keep: [dns, ndmp, ndmps]", "keep: []")
            .allow("web", "admins", tcp("443"))
            .deny("no-telnet", "guests", tcp("23"))
            .export();
    assertThat(untouched.outcome("t/no-telnet"))
        .isEqualTo(unsupported("the present firewall policy stays, and may permit telnet"));
  }

  @Test
  void aDenyOfMoreThanServicesIsUnsupported() {
    for (String traffic : List.of("protocol: any", tcp("20-30"), tcp("8080"), "protocol: icmp")) {
      Exported exported =
          Filer.of(settings("9.13"))
              .allow("web", "auditor", tcp("443"))
              .deny("no-guests", "guests", traffic)
              .export();
      assertThat(exported.outcome("t/no-guests"))
          .isEqualTo(
              unsupported(
                  "ONTAP policies govern only the services that they know by name, and this deny rule"
                      + " is for more"));
      assertExact(exported, "web");
    }
  }

  @Test
  void aDenyOfADataProtocolIsNotOfThePolicies() {
    Exported exported =
        Filer.of(settings("9.13"))
            .allow("web", "auditor", tcp("443"))
            .deny("no-shares", "guests", tcp("445"))
            .export();
    assertThat(exported.outcome("t/no-shares").kind()).isEqualTo(Outcome.Kind.NOT_APPLICABLE);
  }

  @Test
  void aDenyAloneIsUnsupportedSinceNothingIsWritten() {
    Exported exported = Filer.of(settings("9.5")).deny("no-guests", "guests", tcp("22")).export();
    assertThat(exported.files()).isEmpty();
    assertThat(exported.outcome("t/no-guests"))
        .isEqualTo(unsupported("no policy is written for `filer`, to which nothing is permitted"));
  }

  @Test
  void everybodyIsWrittenOnlyWhereTheModelSaysAny() {
    Exported exported =
        Filer.of(settings("9.13"))
            .with("auditor: {addresses: [10.2.0.5]", "auditor: {addresses: [any]")
            .allow("web", "auditor", tcp("443"))
            .allow("fallback", "admins", tcp("80"))
            .export();
    assertThat(exported.commands("filer/apply.cli").stream().filter(c -> c.contains("/0")))
        .hasSize(2)
        .allMatch(c -> c.endsWith("-service management-https -allowed-addresses 0.0.0.0/0,::/0"));
  }

  @Test
  void everyEntryHasAddresses() {
    for (String release : Examples.releases()) {
      assertThat(Exported.of(Examples.services(release)).commands("filer/apply.cli"))
          .filteredOn(c -> c.contains(" -service "))
          .isNotEmpty()
          .allMatch(c -> c.matches(".* -(allowed-addresses|allow-list|ip-list) [0-9a-f:./,]+"));
    }
  }

  @Test
  void familiesThatTheFilerHasNotAreLeftOut() {
    Exported exported =
        Filer.of(settings("9.5"))
            .with("10.40.0.10, \"2001:db8:40::1\"", "10.40.0.10")
            .with(
                "auditor: {addresses: [10.2.0.5]",
                "auditor: {addresses: [10.2.0.5, \"2001:db8::5\"]")
            .allow("web", "auditor", tcp("443"))
            .export();
    assertThat(exported.file("filer/apply.cli")).doesNotContain("::");
  }

  @Test
  void whatIsKeptIsOpenInTheFamiliesOfTheFiler() {
    Filer filer = Filer.of(settings("9.5")).allow("web", "admins", tcp("443"));
    assertThat(filer.export().file("filer/apply.cli"))
        .contains("-service dns -allow-list 0.0.0.0/0,::/0\n");
    Exported unbound = filer.with("addresses: [10.40.0.10, \"2001:db8:40::1\"], ", "").export();
    assertThat(unbound.file("filer/apply.cli")).contains("-service dns -allow-list 0.0.0.0/0\n");
    assertThat(unbound.file("filer/README.md")).contains("Kept services are open to IPv4 alone");
  }

  @Test
  void aFolderHasANameThatEverySystemHas() {
    Exported exported =
        Exported.of(
            dev.rulecast.testkit.Fixture.of(
                    "device",
                    Filer.of()
                        .allow("web", "admins", tcp("443"))
                        .fixture()
                        .ruleSets()
                        .replace("filer", "con"))
                .in(
                    Filer.of(settings("9.13"))
                        .fixture()
                        .environment()
                        .orElseThrow()
                        .replace("filer:", "con:")));
    assertThat(exported.files().firstKey()).startsWith("con_/");
  }

  /** The service opens TCP too, and the guests may be the filer. */
  @Test
  void doesNotOpenAServiceOfWhichAnotherPortIsDeniedElsewhere() {
    Exported exported =
        Filer.of(settings("9.5").replaceAll("keep: \\[[a-z, ]*]", "keep: []"))
            .with("10.9.0.0/16", "10.40.0.0/16")
            .allow("names", "admins", udp("53"))
            .rule("no-transfers", "deny", "admins", "guests", tcp("53"))
            .export();

    assertThat(exported.outcome("t/names").kind()).isEqualTo(Outcome.Kind.UNSUPPORTED);
    assertThat(exported.files()).isEmpty();
  }
}

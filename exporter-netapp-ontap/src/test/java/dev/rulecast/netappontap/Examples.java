package dev.rulecast.netappontap;

import dev.rulecast.testkit.Fixture;
import java.util.List;

/** Documents that several tests use. */
final class Examples {
  /** The example of Netwrix's "Configure System Service Firewall Policies". */
  private static final String VENDOR_RULES =
      """
      apiVersion: rulecast/v1
      kind: RuleSet
      metadata:
        name: netapp
        title: Netwrix Auditor – NetApp
        reference: Netwrix Auditor 10.6, Configure System Service Firewall Policies
      endpoints:
        auditor-server: {title: Netwrix Auditor Server}
        svm1: {title: SVM svm1}
      rules:
        - id: ontapi
          source: auditor-server
          destination: svm1
          protocol: tcp
          ports: [80, 443]
          purpose: ONTAPI and REST over HTTP and HTTPS
        - id: shares
          source: auditor-server
          destination: svm1
          protocol: tcp
          ports: [445]
          purpose: Audit logs on the CIFS share
      """;

  private static final String VENDOR_ENVIRONMENT =
      """
      apiVersion: rulecast/v1
      kind: Environment
      metadata: {name: netapp}
      endpoints:
        auditor-server: {addresses: [192.168.1.0/24], managedBy: []}
        svm1:
          addresses: [192.168.2.10]
          settings:
            netapp-ontap: {vserver: svm1, lifs: [vs1-cifs-lif1], policy: netwrix_policy, SETTINGS}
      """;

  private static final String SERVICES_ENVIRONMENT =
      """
      apiVersion: rulecast/v1
      kind: Environment
      metadata: {name: services}
      endpoints:
        admins: {addresses: [10.1.0.0/24, 10.1.1.0/24, "2001:db8:1::/64"], managedBy: []}
        auditor: {addresses: [10.2.0.5], managedBy: []}
        backup: {addresses: [10.3.0.1-10.3.0.6], managedBy: []}
        everyone: {addresses: [any]}
        guests: {addresses: [10.9.0.0/16], managedBy: []}
        sensors: {addresses: ["2001:db8:5::10", "2001:db8:5::11"], managedBy: []}
        filer:
          addresses: [10.40.0.10, "2001:db8:40::10"]
          settings:
            netapp-ontap: {vserver: svm1, lifs: [lif1, lif2], policy: rules, SETTINGS}
      """;

  private Examples() {}

  /** A filer of some release with rules for every service and more. */
  static Fixture services(String release) {
    return Fixture.resource(Examples.class, "services")
        .named("services-" + release)
        .in(SERVICES_ENVIRONMENT.replace("SETTINGS", servicesSettings(release)));
  }

  /** A filer on which nobody uses NDMP, DNS or portmap yet. */
  private static String servicesSettings(String release) {
    return settings(release)
        .replaceAll("keep: \\[[a-z, ]*]", "keep: []")
        .replace("firewallPolicy: data", "firewallPolicy: mgmt");
  }

  /** The vendor's example for a release, with what the settings say for it. */
  static Fixture vendor(String release) {
    return Fixture.of("vendor-" + release, VENDOR_RULES)
        .in(VENDOR_ENVIRONMENT.replace("SETTINGS", settings(release)));
  }

  /** One release of each family. */
  static List<String> releases() {
    return List.of("8.2", "9.5", "9.8", "9.13");
  }

  /** Settings for a release, of a LIF that had ONTAP's own policies for data. */
  static String settings(String release) {
    String text = "release: \"" + release + "\"";
    return switch (release) {
      case "8.2" -> text + ", keep: [dns, ndmp], firewallPolicy: data";
      case "9.5" -> text + ", keep: [dns, ndmp, ndmps, portmap], firewallPolicy: data";
      case "9.6" ->
          text
              + ", keep: [dns, ndmp, ndmps, portmap], firewallPolicy: data,"
              + " servicePolicy: default-data-files";
      case "9.8" -> text + ", keep: [dns, ndmp, ndmps], servicePolicy: default-data-files";
      case "9.13" -> text + ", servicePolicy: default-data-files";
      default -> throw new IllegalArgumentException(release);
    };
  }
}

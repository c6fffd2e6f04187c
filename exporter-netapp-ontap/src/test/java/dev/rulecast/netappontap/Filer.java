package dev.rulecast.netappontap;

import dev.rulecast.testkit.Fixture;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents in few words: rules to filers in one environment.
 *
 * @param rules of the rule set, each a mapping in YAML
 * @param endpoints of the environment, each a line in YAML
 */
record Filer(List<String> rules, List<String> endpoints) {
  private static final String LIST =
      "{endpoints: {admins: {}, auditor: {}, guests: {}, sensors: {}, partner: {external: true},"
          + " filer: {}, other: {}, third: {}}}";

  static Filer of(String... settings) {
    List<String> endpoints =
        new ArrayList<>(
            List.of(
                "admins: {addresses: [10.1.0.0/24], managedBy: []}",
                "auditor: {addresses: [10.2.0.5], managedBy: []}",
                "guests: {addresses: [10.1.0.128/25, 10.9.0.0/16], managedBy: []}",
                "sensors: {addresses: [\"2001:db8:5::/64\"], managedBy: []}"));
    List<String> names = List.of("filer", "other", "third");
    List<String> addresses = List.of("10.40.0.10", "10.40.0.11", "10.40.0.12");
    for (int i = 0; i < settings.length; i++) {
      endpoints.add(
          "%s: {addresses: [%s, \"2001:db8:40::%s\"], settings: {netapp-ontap: {%s}}}"
              .formatted(names.get(i), addresses.get(i), i + 1, settings[i]));
    }
    return new Filer(List.of(), endpoints);
  }

  /** Settings for a release, with the LIF {@code lif1} and the policy {@code rules}. */
  static String settings(String release) {
    return "vserver: svm1, lifs: [lif1], policy: rules, " + Examples.settings(release);
  }

  /** The same with another rule. */
  Filer rule(String id, String action, String source, String destination, String service) {
    List<String> more = new ArrayList<>(rules);
    more.add(
        "{id: %s, action: %s, source: %s, destination: %s, %s, purpose: %s}"
            .formatted(id, action, source, destination, service, id));
    return new Filer(more, endpoints);
  }

  Filer allow(String id, String source, String service) {
    return rule(id, "allow", source, "filer", service);
  }

  Filer deny(String id, String source, String service) {
    return rule(id, "deny", source, "filer", service);
  }

  static String tcp(String ports) {
    return "protocol: tcp, ports: [" + ports + "]";
  }

  static String udp(String ports) {
    return "protocol: udp, ports: [" + ports + "]";
  }

  /** The same where text of the environment is another. */
  Filer with(String text, String replacement) {
    List<String> changed = endpoints.stream().map(line -> line.replace(text, replacement)).toList();
    return new Filer(rules, changed);
  }

  Fixture fixture() {
    String ruleSet =
        """
        apiVersion: rulecast/v1
        kind: RuleSet
        metadata: {name: t, title: Test}
        """
            + LIST.substring(1, LIST.length() - 1)
            + "\nrules:\n  - "
            + String.join("\n  - ", rules)
            + "\n";
    String environment =
        """
        apiVersion: rulecast/v1
        kind: Environment
        metadata: {name: test}
        endpoints:
        """
            + "  "
            + String.join("\n  ", endpoints)
            + "\n";
    return Fixture.of("filer", ruleSet).in(environment);
  }

  Exported export() {
    return Exported.of(fixture());
  }
}

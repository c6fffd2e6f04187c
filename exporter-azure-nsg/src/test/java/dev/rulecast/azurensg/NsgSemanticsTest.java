package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.nsg.NsgSemantics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the deployed groups let through is what the documents say: for every pair of addresses at
 * the boundaries of what they name, every protocol, and the ports at the boundaries of theirs.
 */
class NsgSemanticsTest {
  /**
   * An output, and what it is compared with.
   *
   * @param fixture what is exported
   * @param inputs networks of the unbound endpoints, by parameter
   * @param twin the same, bound to the networks that are given or stand behind names
   * @param behind networks behind service tags and application security groups
   */
  private record Case(
      Fixture fixture,
      Map<String, List<String>> inputs,
      Fixture twin,
      Map<String, List<String>> behind) {
    static Case of(Fixture fixture) {
      return new Case(fixture, Map.of(), fixture, Map.of());
    }

    Case bound(String endpoints) {
      String environment =
          fixture
                  .environment()
                  .orElse(
                      "apiVersion: rulecast/v1\nkind: Environment\nmetadata: {name: x}\nendpoints:\n")
                  .stripTrailing()
              + "\n"
              + endpoints.indent(2);
      return new Case(fixture, inputs, fixture.in(environment), behind);
    }

    Case twin(String from, String to) {
      String environment = twin.environment().orElseThrow();
      assertThat(environment).contains(from);
      return new Case(fixture, inputs, twin.in(environment.replace(from, to)), behind);
    }

    Case given(String parameter, String... networks) {
      Map<String, List<String>> more = new HashMap<>(inputs);
      more.put(parameter, List.of(networks));
      return new Case(fixture, more, twin, behind);
    }

    Case behind(String name, String... networks) {
      Map<String, List<String>> more = new HashMap<>(behind);
      more.put(name, List.of(networks));
      return new Case(fixture, inputs, twin, more);
    }

    @Override
    public String toString() {
      return fixture.name();
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String name :
        List.of(
            "lists-and-ranges",
            "ipv6-only",
            "both-families",
            "any-address",
            "self-flow",
            "two-endpoints-one-cidr",
            "merged-purposes",
            "every-port",
            "icmp-types",
            "other-protocols",
            "source-ports-and-program",
            "deny-overlapping",
            "deny-apart",
            "expired",
            "parameters")) {
      cases.add(Case.of(Fixtures.named(name)));
    }
    cases.add(Case.of(NsgExamples.production()));
    cases.add(Case.of(NsgExamples.catalog()));
    NsgExamples.catalogRuleSets().forEach(fixture -> cases.add(Case.of(fixture)));
    cases.add(
        Case.of(Fixtures.named("unbound"))
            .bound("office: {addresses: [10.77.0.0/24]}\npartner: {addresses: [10.78.0.8]}")
            .given("officePrefixes", "10.77.0.0/24")
            .given("partnerPrefixes", "10.78.0.8/32"));
    cases.add(unboundFamilies());
    cases.add(sharedGroups());
    return cases.stream();
  }

  private static Case unboundFamilies() {
    return Case.of(NsgExamples.own("unbound-families"))
        .bound(
            """
            clients: {addresses: [10.70.0.0/24, "2001:db8:70::/64"]}
            printers: {addresses: [10.71.0.0/24, "2001:db8:71::/64"]}
            resolver: {addresses: ["2001:db8:72::/64"]}
            forwarder: {addresses: ["2001:db8:73::1", "2001:db8:73::2"]}
            """)
        .given("clientsPrefixesIpv4", "10.70.0.0/24")
        .given("clientsPrefixesIpv6", "2001:db8:70::/64")
        .given("printersPrefixesIpv4", "10.71.0.0/24")
        .given("printersPrefixesIpv6", "2001:db8:71::/64")
        .given("resolverPrefixes", "2001:db8:72::/64")
        .given("forwarderPrefixes", "2001:db8:73::1/128", "2001:db8:73::2/128");
  }

  private static Case sharedGroups() {
    return Case.of(NsgExamples.own("shared-groups"))
        .twin("batch:\n", "batch:\n    addresses: [10.20.0.32/28]\n")
        .twin("entra-id:\n", "entra-id:\n    addresses: [198.51.100.0/24, \"2001:db8:ee::/64\"]\n")
        .behind("asg-batch", "10.20.0.32/28")
        .behind("asg-database", "10.20.1.0/24")
        .behind("AzureActiveDirectory", "198.51.100.0/24", "2001:db8:ee::/64");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Tag("slow")
  void customRulesSayWhatTheDocumentsSay(Case one) {
    for (String rules : List.of("inline", "child")) {
      semantics(one, Map.of("rules", rules)).customRules();
    }
  }

  /** Where one machine has two groups, the default rules of one undo what the other says. */
  static Stream<Case> casesWithoutOverlap() {
    return cases()
        .filter(
            one ->
                !Set.of("two-endpoints-one-cidr", "deny-overlapping").contains(one.fixture.name()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesWithoutOverlap")
  @Tag("slow")
  void withTheRestDeniedAllTrafficIsWhatTheDocumentsSay(Case one) {
    semantics(one, Map.of("denyRest", "endpoint")).allTraffic();
  }

  private static NsgSemantics semantics(Case one, Map<String, String> options) {
    String json = NsgExamples.export(one.fixture, options).get("azuredeploy.json");
    return new NsgSemantics(one.twin, ArmTemplate.deploy(json, one.inputs), one.behind);
  }
}

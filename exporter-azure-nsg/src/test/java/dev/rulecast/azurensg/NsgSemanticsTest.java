package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.nsg.NsgNetworks;
import dev.rulecast.testkit.nsg.NsgProof;
import dev.rulecast.testkit.reference.ConnectionProof.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the deployed groups let through is what the documents say: for every pair of addresses at
 * the boundaries of what they name, every protocol, and the ports at the boundaries of theirs.
 */
class NsgSemanticsTest {
  static Stream<Fixture> fixtures() {
    List<Fixture> fixtures = new ArrayList<>();
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
            "parameters",
            "unbound")) {
      fixtures.add(Fixtures.named(name));
    }
    fixtures.add(NsgExamples.production());
    fixtures.add(NsgExamples.catalog());
    fixtures.addAll(NsgExamples.catalogRuleSets());
    fixtures.add(NsgExamples.own("unbound-families"));
    fixtures.add(NsgExamples.own("shared-groups"));
    return fixtures.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  @Tag("slow")
  void rulesSayWhatTheDocumentsSay(Fixture fixture) {
    compare(fixture, Map.of("rules", "inline"));
    compare(fixture, Map.of("rules", "child"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  @Tag("slow")
  void withTheRestDeniedNothingIsLeftToTheDefaultRules(Fixture fixture) {
    compare(fixture, Map.of("denyRest", "endpoint"));
  }

  /** Where an input may have either family, each in turn. */
  private static void compare(Fixture fixture, Map<String, String> options) {
    String json = NsgExamples.export(fixture, options).get("azuredeploy.json");
    if (compare(json, new NsgNetworks(fixture, false), options.containsKey("denyRest"))) {
      compare(json, new NsgNetworks(fixture, true), options.containsKey("denyRest"));
    }
  }

  /** Whether there are inputs. */
  private static boolean compare(String json, NsgNetworks networks, boolean denyRest) {
    Map<String, List<String>> inputs = ArmInputs.given(json, networks);
    Figures figures =
        NsgProof.compare(
            networks.expectation(), ArmTemplate.deploy(json, inputs), networks.behind(), denyRest);
    assertThat(figures.open()).isPositive();
    assertThat(figures.refused()).isPositive();
    return !inputs.isEmpty();
  }
}

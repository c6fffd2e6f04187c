package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.StubProviders;
import dev.rulecast.terraform.TerraformRunner;
import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.nsg.NsgNetworks;
import dev.rulecast.testkit.nsg.NsgProof;
import dev.rulecast.testkit.reference.ConnectionProof.Figures;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the groups that the real Terraform plans let through is what the documents say. All modules
 * are planned at once.
 */
@WithTools(Tool.TERRAFORM_STUB)
class AzurermSemanticsTest {
  @TempDir private Path folder;

  /** A module, and the networks that its caller gives or that stand behind names. */
  private record Case(Call call, NsgNetworks networks, boolean denyRest) {
    static Case of(Fixture fixture, Map<String, String> options, boolean eitherIsIpv6)
        throws IOException {
      String name =
          String.join("-", fixture.name(), String.join("-", options.values()), "" + eitherIsIpv6);
      Map<String, String> files = new Example(name, fixture, options).files();
      NsgNetworks networks = new NsgNetworks(fixture, eitherIsIpv6);
      Map<String, Object> inputs =
          RandomAzurerm.inputs(files.getOrDefault("variables.tf", ""), networks);
      return new Case(new Call(name, files, inputs), networks, options.containsKey("denyRest"));
    }

    void compare(JsonNode plan) {
      try {
        Figures figures =
            NsgProof.compare(
                networks.expectation(),
                PlannedGroups.of(plan, call.address()),
                networks.behind(),
                denyRest);
        assertThat(figures.open()).isPositive();
        assertThat(figures.refused()).isPositive();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(call.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private static List<Fixture> fixtures() throws IOException {
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
    fixtures.add(AzurermExamples.production().named("production"));
    fixtures.add(AzurermExamples.logonActivity());
    fixtures.addAll(AzurermExamples.own());
    return fixtures;
  }

  /** Where a variable may have either family, each in turn. */
  private void compare(List<Map<String, String>> options) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Fixture fixture : fixtures()) {
      for (Map<String, String> some : options) {
        Case one = Case.of(fixture, some, false);
        cases.add(one);
        if (!one.call.variables().isEmpty()) {
          cases.add(Case.of(fixture, some, true));
        }
      }
    }
    AzurermRoot root = new AzurermRoot(folder.resolve("root"));
    root.write(cases.stream().map(Case::call).toList());
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      JsonNode plan = terraform.plan();
      cases.forEach(one -> one.compare(plan));
    }
  }

  @Test
  @Tag("slow")
  void rulesSayWhatTheDocumentsSay() throws IOException {
    compare(List.of(Map.of(), Map.of("groups", "existing")));
  }

  @Test
  @Tag("slow")
  void withTheRestDeniedNothingIsLeftToTheDefaultRules() throws IOException {
    compare(List.of(Map.of("denyRest", "endpoint")));
  }
}

package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.StubProviders;
import dev.rulecast.terraform.TerraformRunner;
import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.nsg.NsgSemantics;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Map<String, String> NO_OPTIONS = Map.of();
  private static final Map<String, String> EXISTING = Map.of("groups", "existing");
  private static final Map<String, String> DENY_REST = Map.of("denyRest", "endpoint");

  /** Where one machine has two groups, the default rules of one undo what the other says. */
  private static final Set<String> OVERLAPPING =
      Set.of("two-endpoints-one-cidr", "deny-overlapping");

  @TempDir private Path folder;

  /**
   * A module, and what it is compared with.
   *
   * @param fixture what is exported
   * @param inputs values of its variables
   * @param twin the same documents, all bound to what is given or stands behind names
   * @param behind networks behind service tags and application security groups
   */
  private record Case(
      Fixture fixture, Map<String, Object> inputs, Fixture twin, Map<String, List<String>> behind) {
    static Case of(Fixture fixture) {
      return new Case(fixture, Map.of(), fixture, Map.of());
    }

    /** Gives networks, separated by commas, to an unbound endpoint. */
    Case given(String endpoint, String ipv4, String ipv6) {
      Map<String, Object> more = new HashMap<>(inputs);
      more.put(
          endpoint.replace('-', '_') + "_addresses",
          Map.of("ipv4", labelled(ipv4), "ipv6", labelled(ipv6)));
      String networks = (ipv4 + "," + ipv6).replaceAll("^,|,$", "").replace(",", "\", \"");
      String environment =
          twin.environment()
                  .orElse(
                      "apiVersion: rulecast/v1\nkind: Environment\nmetadata: {name: x}\nendpoints:\n")
                  .stripTrailing()
              + "\n  %s: {addresses: [\"%s\"]}\n".formatted(endpoint, networks);
      return new Case(fixture, more, twin.in(environment), behind);
    }

    private static Map<String, String> labelled(String networks) {
      Map<String, String> labelled = new LinkedHashMap<>();
      for (String network : networks.isEmpty() ? new String[0] : networks.split(",")) {
        labelled.put("label " + labelled.size(), network);
      }
      return labelled;
    }

    Case twin(String from, String to) {
      String environment = twin.environment().orElseThrow();
      assertThat(environment).contains(from);
      return new Case(fixture, inputs, twin.in(environment.replace(from, to)), behind);
    }

    Case behind(String name, String... networks) {
      Map<String, List<String>> more = new HashMap<>(behind);
      more.put(name, List.of(networks));
      return new Case(fixture, inputs, twin, more);
    }

    Call call(Map<String, String> options) throws IOException {
      String name = fixture.name() + "-" + String.join("-", options.values());
      return new Call(name, new Example(name, fixture, options).files(), inputs);
    }
  }

  private static List<Case> cases() throws IOException {
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
    cases.add(Case.of(AzurermExamples.production().named("production")));
    cases.add(
        Case.of(AzurermExamples.logonActivity())
            .given("auditor-server", "", "2001:db8:1::1/128")
            .given("dns-server", "", "2001:db8:2::1/128,2001:db8:2::2/128")
            .given("domain-controllers", "", "2001:db8:3::/64"));
    cases.add(
        Case.of(Fixtures.named("unbound"))
            .given("office", "10.77.0.0/24,10.77.2.0/24", "")
            .given("partner", "10.78.0.8/32", ""));
    cases.add(families("unbound-families").given("offices", "10.71.0.0/24", "2001:db8:71::/64"));
    cases.add(oddGroups());
    return cases;
  }

  private static Case families(String name) {
    Fixture fixture =
        AzurermExamples.own().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    return Case.of(fixture).given("office", "10.70.0.0/24,10.70.1.7/32", "");
  }

  private static Case oddGroups() {
    return Case.of(AzurermExamples.own().get(0))
        .given("laptops", "", "2001:db8:77::/64")
        .twin("batch:\n", "batch:\n    addresses: [10.20.0.32/28, \"2001:db8:32::/64\"]\n")
        .twin("entra-id:\n", "entra-id:\n    addresses: [198.51.100.0/24, \"2001:db8:ee::/64\"]\n")
        .behind("asg-batch", "10.20.0.32/28", "2001:db8:32::/64")
        .behind("asg-database", "10.20.1.0/24")
        .behind("AzureActiveDirectory", "198.51.100.0/24", "2001:db8:ee::/64");
  }

  private interface Comparison {
    void compare(NsgSemantics semantics);
  }

  private void compare(List<Case> cases, List<Map<String, String>> options, Comparison comparison)
      throws IOException {
    AzurermRoot root = new AzurermRoot(folder.resolve("root"));
    List<Call> calls = new ArrayList<>();
    for (Case one : cases) {
      for (Map<String, String> some : options) {
        calls.add(one.call(some));
      }
    }
    root.write(calls);
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      JsonNode plan = terraform.plan();
      for (Case one : cases) {
        for (Map<String, String> some : options) {
          String module = one.call(some).address();
          try {
            comparison.compare(
                new NsgSemantics(one.twin, PlannedGroups.of(plan, module), one.behind));
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(module + ": " + e.getMessage(), e);
          }
        }
      }
    }
  }

  @Test
  @Tag("slow")
  void customRulesSayWhatTheDocumentsSay() throws IOException {
    compare(cases(), List.of(NO_OPTIONS, EXISTING), NsgSemantics::customRules);
  }

  @Test
  @Tag("slow")
  void withTheRestDeniedAllTrafficIsWhatTheDocumentsSay() throws IOException {
    List<Case> apart = new ArrayList<>(cases());
    apart.removeIf(one -> OVERLAPPING.contains(one.fixture.name()));
    compare(apart, List.of(DENY_REST), NsgSemantics::allTraffic);
  }
}

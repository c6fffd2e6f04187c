package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AzurermFilesTest {
  /** A module with two rules for each port. */
  private static Map<String, String> files(int ports) throws IOException {
    String list =
        IntStream.range(0, ports).mapToObj(i -> "" + 2 * (i + 1)).collect(Collectors.joining(", "));
    Fixture fixture =
        Fixture.of(
                "large",
                """
                apiVersion: rulecast/v1
                kind: RuleSet
                metadata: {name: large}
                endpoints: {clients: {}, servers: {}}
                rules:
                  - {id: r, source: clients, destination: servers, protocol: tcp, ports: [%s], purpose: X}
                """
                    .formatted(list))
            .in(
                """
                apiVersion: rulecast/v1
                kind: Environment
                metadata: {name: x}
                endpoints:
                  clients: {addresses: [10.0.1.0/24], settings: {azure-nsg: {nsg: Clients_override}}}
                  servers: {addresses: [10.0.2.0/24]}
                """);
    return new Example("large", fixture, Map.of()).files();
  }

  @Test
  void thereIsNoModuleWhereItWouldManageNothing() throws IOException {
    Fixture nothing = Fixtures.named("empty-after-binding");
    assertThat(new Example("nothing", nothing, Map.of()).files()).isEmpty();
  }

  @Test
  void oneFileIsEnoughForAPerson() throws IOException {
    assertThat(files(200))
        .containsOnlyKeys("main.tf", "outputs.tf", "variables.tf", "versions.tf", "README.md");
  }

  /** Names of groups may mean something to Terraform at the end of a file name. */
  @Test
  void aLargeModuleHasAFileForEachGroup() throws IOException {
    Map<String, String> files = files(201);
    assertThat(files)
        .containsOnlyKeys(
            "main.tf",
            "group-clients-override.tf",
            "group-servers.tf",
            "outputs.tf",
            "variables.tf",
            "versions.tf",
            "README.md");
    assertThat(files.get("main.tf"))
        .startsWith("# Written by rulecast from the rule sets:\n#\n#   large\n")
        .doesNotContain("resource ");
    assertThat(files.get("group-servers.tf"))
        .startsWith("# Written by rulecast; see main.tf.\n")
        .contains("resource \"azurerm_network_security_rule\" \"servers_rules\"");
  }

  private static Map<String, String> small(Map<String, String> options) throws IOException {
    Fixture fixture =
        Fixture.inline(
            "a1: {}, a2: {}, a3: {}, a4: {}, a5: {}, a6: {}, b1: {}, b2: {}, b3: {}",
            """
            {id: r, source: [a1, a2, a3, a4, a5, a6], destination: b1, protocol: tcp, ports: [1],
             purpose: X},
            {id: s, source: b2, destination: b3, protocol: tcp, ports: [1], purpose: X}\
            """,
            """
            a1: {addresses: [10.0.1.1], settings: {azure-nsg: {nsg: many}}},
            a2: {addresses: [10.0.1.2], settings: {azure-nsg: {nsg: many}}},
            a3: {addresses: [10.0.1.3], settings: {azure-nsg: {nsg: many}}},
            a4: {addresses: [10.0.1.4], settings: {azure-nsg: {nsg: many}}},
            a5: {addresses: [10.0.1.5], settings: {azure-nsg: {nsg: many}}},
            a6: {addresses: [10.0.1.6], settings: {azure-nsg: {nsg: %s}}},
            b1: {settings: {azure-nsg: {applicationSecurityGroup: asg-b1}}},
            b2: {settings: {azure-nsg: {applicationSecurityGroup: asg-b2}}},
            b3: {settings: {azure-nsg: {applicationSecurityGroup: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/applicationSecurityGroups/asg-b3}}}\
            """
                .formatted(options.getOrDefault("last", "many")));
    Map<String, String> others = new HashMap<>(options);
    others.remove("last");
    return new Example("small", fixture, others).files();
  }

  @Test
  void aSmallModuleHasItsGroupsInMain() throws IOException {
    assertThat(small(Map.of()).get("main.tf"))
        .startsWith("# Written by rulecast from the rule sets:\n#\n#   test\n")
        .contains(
            "resource \"azurerm_network_security_group\" \"b1\"",
            "azurerm_network_security_group.b1.name",
            "resource \"azurerm_network_security_rule\" \"b1_rules\"");
  }

  /** Terraform would otherwise ask Azure for groups that are in another resource group. */
  @Test
  void looksUpApplicationGroupsThatHaveOnlyAName() throws IOException {
    assertThat(small(Map.of()).get("main.tf"))
        .contains("for_each = toset([\n    \"asg-b1\",\n    \"asg-b2\",\n  ])");
  }

  @Test
  void everyFileOfAModuleSaysWhatItIsFor() throws IOException {
    Map<String, String> files = small(Map.of());
    assertThat(files.get("versions.tf")).contains("source  = \"hashicorp/azurerm\"");
    assertThat(files.get("variables.tf")).contains("variable \"location\"", "\"nsg-b1\",");
    assertThat(files.get("outputs.tf"))
        .contains("output \"b1_network_security_group_id\"", "rule.b1_rules,");
  }

  /** Whoever made the groups has their ids. */
  @Test
  void aModuleForExistingGroupsMakesNoneAndHasNoOutputs() throws IOException {
    Map<String, String> files = small(Map.of("groups", "existing"));
    assertThat(files).containsOnlyKeys("main.tf", "variables.tf", "versions.tf", "README.md");
    assertThat(files.get("main.tf"))
        .doesNotContain("resource \"azurerm_network_security_group\"")
        .contains("network_security_group_name = lookup(var.network_security_group_names, ");
    assertThat(files.get("variables.tf")).doesNotContain("variable \"location\"");
    assertThat(files.get("README.md"))
        .contains("- The rules are added to groups that exist already;")
        .doesNotContain("## Outputs");
  }

  @Test
  void theReadmeSaysWhichRulesAndGroupsThereAre() throws IOException {
    assertThat(small(Map.of("last", "other")).get("README.md"))
        .startsWith("# Azure network security groups")
        .contains(
            "- Rules that somebody adds to a group in Azure stay",
            "\n## What Azure does with them\n",
            "\n| many | a1, a2, a3, a4, a5 | 0 | 5 |\n",
            "\n| nsg-b1 | b1 | 6 | 0 |\n",
            "\n| b1_network_security_group_id | ");
  }

  @Test
  void theReadmeCountsTheEndpointsOfALargeGroup() throws IOException {
    assertThat(small(Map.of()).get("README.md"))
        .contains("\n| many | a1, a2, a3, a4, a5 and 1 more | 0 | 6 |\n");
  }
}

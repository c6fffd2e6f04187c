package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.testkit.Fixture;
import java.io.IOException;
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
    assertThat(files.get("group-servers.tf"))
        .startsWith("# Written by rulecast; see main.tf.\n")
        .contains("resource \"azurerm_network_security_rule\" \"servers_rules\"");
  }
}

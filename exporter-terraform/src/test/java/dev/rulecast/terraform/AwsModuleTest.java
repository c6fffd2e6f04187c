package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.exporter.ExportRun;
import dev.rulecast.exporter.OptionValues;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.MemoryFiles;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which files a module has, and what stands in which. */
class AwsModuleTest {
  private static Map<String, String> files(Fixture fixture) throws IOException {
    TerraformExporter exporter = new TerraformExporter();
    MemoryFiles files = new MemoryFiles();
    OptionValues options = OptionValues.parse(exporter.info(), Map.of(), new Diagnostics());
    new ExportRun(exporter, options, fixture.policy(exporter)).run(files, Map.of());
    return files.files();
  }

  private static String tcp(String source, String destination, String ports) {
    return "{id: r, source: %s, destination: %s, protocol: tcp, ports: [%s], purpose: Why}"
        .formatted(source, destination, ports);
  }

  private static Map<String, String> oneRule(String source, String bindings) throws IOException {
    return files(Fixture.inline(source + ": {}, web: {}", tcp(source, "web", "443"), bindings));
  }

  /** A module with a rule at either end for each port. */
  private static Map<String, String> ports(int count) throws IOException {
    String ports =
        IntStream.rangeClosed(1, count).mapToObj(i -> "" + 2 * i).collect(Collectors.joining(", "));
    return files(
        Fixture.inline(
            "app: {}, web: {}", tcp("app", "web", ports), "app: {addresses: [10.0.0.1]}"));
  }

  @Test
  void thereIsNoModuleWhereItWouldManageNothing() throws IOException {
    assertThat(files(Fixtures.named("empty-after-binding"))).isEmpty();
  }

  @Test
  void aSmallModuleHasItsGroupsInMain() throws IOException {
    Map<String, String> files = ports(200);
    assertThat(files)
        .containsOnlyKeys("main.tf", "outputs.tf", "variables.tf", "versions.tf", "README.md");
    assertThat(files.get("main.tf"))
        .startsWith("# Written by rulecast from the rule sets:\n#\n#   test\n")
        .contains(
            "resource \"aws_security_group\" \"app\"",
            "resource \"aws_vpc_security_group_egress_rule\" \"app\"",
            "resource \"aws_vpc_security_group_ingress_rule\" \"web\"");
  }

  @Test
  void aLargeModuleHasAFileForEachGroup() throws IOException {
    Map<String, String> files = ports(201);
    assertThat(files)
        .containsOnlyKeys(
            "main.tf",
            "group-app.tf",
            "group-web.tf",
            "outputs.tf",
            "variables.tf",
            "versions.tf",
            "README.md");
    assertThat(files.get("main.tf"))
        .startsWith("# Written by rulecast from the rule sets:\n")
        .doesNotContain("resource ");
    assertThat(files.get("group-web.tf"))
        .startsWith("# Written by rulecast; see main.tf.\n")
        .contains("resource \"aws_security_group\" \"web\"")
        .doesNotContain("\"app\"");
  }

  @Test
  void everyFileOfAModuleSaysWhatItIsFor() throws IOException {
    Map<String, String> files = oneRule("app", "app: {managedBy: []}");
    assertThat(files.get("versions.tf")).contains("source  = \"hashicorp/aws\"");
    assertThat(files.get("variables.tf"))
        .contains("variable \"vpc_id\"", "variable \"app_addresses\"");
    assertThat(files.get("main.tf")).contains("app_peers_ipv4 = ");
    assertThat(files.get("outputs.tf"))
        .contains(
            """
            output "web_security_group_id" {
              description = "ID of the web security group."
              value       = aws_security_group.web.id
            }
            """);
    assertThat(files.get("README.md"))
        .startsWith("# EC2 security groups")
        .contains("| web_security_group_id | ", "\n  app_addresses = {\n");
  }

  /** EC2 refuses names of groups that begin like ids of groups. */
  @Test
  void aGroupThatIsNamedLikeAnIdNeedsAPrefix() throws IOException {
    String environment = "web: {addresses: [10.0.0.1]}";
    assertThat(oneRule("sg-x", environment).get("variables.tf"))
        .contains("The name_prefix value must have 1 to 64 characters")
        .doesNotContain("default     = \"\"");
    assertThat(oneRule("app", environment).get("variables.tf"))
        .contains("The name_prefix value must have at most 64 characters", "default     = \"\"");
  }

  /** Whoever made the groups has their ids. */
  @Test
  void aModuleForExistingGroupsMakesNoneAndHasNoOutputs() throws IOException {
    Map<String, String> files =
        oneRule(
            "app",
            """
            app: {addresses: [10.0.0.1], managedBy: []},
            web: {settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}}\
            """);
    assertThat(files).containsOnlyKeys("main.tf", "variables.tf", "versions.tf", "README.md");
    assertThat(files.get("main.tf"))
        .contains("security_group_id            = \"sg-1a2b3c4d\"")
        .doesNotContain("resource \"aws_security_group\"");
    assertThat(files.get("variables.tf")).doesNotContain("vpc_id", "name_prefix");
    assertThat(files.get("README.md")).doesNotContain("vpc_id", "## Outputs");
  }
}

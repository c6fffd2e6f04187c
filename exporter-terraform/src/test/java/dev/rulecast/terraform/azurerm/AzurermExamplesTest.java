package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.StubProviders;
import dev.rulecast.terraform.TerraformRunner;
import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the real Terraform makes of the modules of every example. */
@WithTools(Tool.TERRAFORM_STUB)
class AzurermExamplesTest {
  private static final Map<String, Object> PARTNER = ipv4("192.0.2.10/32", "192.0.2.64/26");
  private static final Map<String, Object> BOTH =
      Map.of(
          "ipv4", Map.of("a", "192.0.2.10/32"),
          "ipv6", Map.of("a", "2001:db8:1::/48", "b", "2001:db8:2::1/128"));

  /** Values for the variables of the examples. */
  private static final Map<String, Map<String, Object>> INPUTS =
      Map.of(
          "external-with-fqdns",
          Map.of("microsoft_365_addresses", PARTNER),
          "logon-activity-reusable",
          Map.of(
              "auditor_server_addresses", ipv4("10.20.0.10/32"),
              "dns_server_addresses", PARTNER,
              "domain_controllers_addresses", ipv4("10.20.1.0/24")),
          "monitoring",
          Map.of(
              "mail_relay_addresses", PARTNER, /* of one family */ "status_page_addresses", BOTH),
          "odd-groups",
          Map.of("laptops_addresses", Map.of("ipv6", Map.of("a", "2001:db8:77::/64"))),
          "unbound",
          Map.of("office_addresses", PARTNER, "partner_addresses", ipv4("198.51.100.0/24")),
          "unbound-families",
          Map.of("office_addresses", BOTH, "offices_addresses", BOTH));

  @TempDir private Path folder;
  private StubProviders providers;
  private AzurermRoot root;

  @BeforeEach
  void start() throws IOException {
    providers = StubProviders.start();
    root = new AzurermRoot(folder.resolve("root"));
  }

  @AfterEach
  void stop() throws IOException {
    providers.close();
  }

  private static Map<String, Object> ipv4(String... networks) {
    Map<String, String> labelled = new TreeMap<>();
    for (String network : networks) {
      labelled.put("label " + labelled.size(), network);
    }
    return Map.of("ipv4", labelled);
  }

  private static Call call(Example example) throws IOException {
    String inputs = example.name().replace("-existing-deny-rest", "");
    return new Call(example.name(), example.files(), INPUTS.getOrDefault(inputs, Map.of()));
  }

  @Test
  void everyModuleIsRightAndSettles() throws IOException {
    List<Call> calls = new ArrayList<>();
    for (Example example : AzurermExamples.all()) {
      calls.add(call(example));
    }
    root.write(calls);
    try (TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.checkFormat();
      terraform.init();
      terraform.validate();
      JsonNode plan = terraform.plan();
      for (Call call : calls) {
        assertThat(PlannedGroups.of(plan, call.address())).as(call.name()).isNotEmpty();
        new EvaluatedAzurerm(call).requireSame(plan);
      }
      terraform.apply();
      assertThat(changes(terraform.plan())).isEmpty();
    }
  }

  /** The provider counts the bytes of descriptions. */
  @Test
  void everyTextIsTaken() throws IOException {
    Fixture hostile = HostileTexts.fixture("hostile", HostileTexts.all());
    Map<String, String> files = new Example("hostile", hostile, Map.of()).files();
    Call call = new Call("hostile", files, hostileInputs(files));
    root.write(List.of(call));
    try (TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.checkFormat();
      terraform.init();
      JsonNode plan = terraform.plan();
      assertThat(PlannedGroups.of(plan, call.address())).isNotEmpty();
      new EvaluatedAzurerm(call).requireSame(plan);
    }
  }

  private static Map<String, Object> hostileInputs(Map<String, String> files) {
    return files
        .get("variables.tf")
        .lines()
        .filter(line -> line.startsWith("variable \"") && line.contains("_addresses\""))
        .collect(Collectors.toMap(line -> line.split("\"")[1], line -> PARTNER));
  }

  /** What a plan does, by address. */
  private static Map<String, String> changes(JsonNode plan) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (JsonNode change : plan.path("resource_changes")) {
      String actions = change.path("change").path("actions").toString();
      if (!actions.equals("[\"no-op\"]")) {
        changes.put(change.path("address").asString(), actions);
      }
    }
    return changes;
  }

  private static Fixture ports(int count) {
    String rules =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "  - {id: r%s, source: clients, destination: servers, protocol: tcp, ports: [%s],"
                            .formatted(i, 1000 + i)
                        + " purpose: Service}\n")
            .collect(Collectors.joining());
    return Fixture.of(
            "fifty",
            """
            apiVersion: rulecast/v1
            kind: RuleSet
            metadata: {name: fifty}
            endpoints: {clients: {}, servers: {}}
            rules:
            """
                + rules)
        .in(
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: x}
            endpoints: {clients: {addresses: [10.0.1.0/24]}, servers: {addresses: [10.0.2.0/24]}}
            """);
  }

  @Test
  void anAddedRuleTouchesNoOther() throws IOException {
    Map<String, String> before = new Example("fifty", ports(50), Map.of()).files();
    Map<String, String> after = new Example("fifty", ports(51), Map.of()).files();
    root.write(List.of(new Call("fifty", before, Map.of())));
    try (TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      terraform.plan();
      terraform.apply();
      root.put(new Call("fifty", after, Map.of()));
      assertThat(changes(terraform.plan()))
          .isEqualTo(
              Map.of(
                  "module.fifty.azurerm_network_security_rule.clients_rules"
                      + "[\"Allow-clients-to-servers-Tcp-1050-Out\"]",
                  "[\"create\"]",
                  "module.fifty.azurerm_network_security_rule.servers_rules"
                      + "[\"Allow-clients-to-servers-Tcp-1050-In\"]",
                  "[\"create\"]"));
    }
    Set<String> lines = after.get("main.tf").lines().collect(Collectors.toSet());
    assertThat(lines).containsAll(before.get("main.tf").lines().toList());
    assertThat(after.get("main.tf").lines().count() - before.get("main.tf").lines().count())
        .isEqualTo(2 * 11);
  }
}

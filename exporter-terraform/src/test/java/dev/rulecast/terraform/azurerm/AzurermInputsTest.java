package dev.rulecast.terraform.azurerm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.terraform.StubProviders;
import dev.rulecast.terraform.TerraformRunner;
import dev.rulecast.terraform.azurerm.AzurermExamples.Example;
import dev.rulecast.terraform.azurerm.AzurermRoot.Call;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real Terraform says to values of the variables. All modules are planned at once. */
@WithTools(Tool.TERRAFORM_STUB)
class AzurermInputsTest {
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> SOME = Map.of("a", "10.0.0.0/8");

  @TempDir private Path folder;
  private Map<String, String> files;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, String> messages = new LinkedHashMap<>();

  /** Two open endpoints, one that needs IPv4, and one that a server of both families meets. */
  @BeforeEach
  void export() throws IOException {
    Fixture fixture =
        Fixture.of(
                "inputs",
                """
                apiVersion: rulecast/v1
                kind: RuleSet
                metadata: {name: inputs}
                endpoints: {old: {}, dual: {}, relay: {external: true}, printer: {external: true}, one: {}, other: {}}
                rules:
                  - {id: mail, source: dual, destination: relay, protocol: tcp, ports: [25], purpose: Mail}
                  - {id: print, source: old, destination: printer, protocol: tcp, ports: [9100], purpose: Print}
                  - {id: sync, source: one, destination: other, protocol: tcp, ports: [22], purpose: Sync}
                """)
            .in(
                """
                apiVersion: rulecast/v1
                kind: Environment
                metadata: {name: x}
                endpoints:
                  old: {addresses: [10.1.0.1]}
                  dual: {addresses: [10.2.0.1, "2001:db8::1"]}
                """);
    files = new Example("inputs", fixture, Map.of()).files();
  }

  private static Map<String, Object> addresses(Map<String, String> ipv4, Map<String, String> ipv6) {
    return Map.of("ipv4", ipv4, "ipv6", ipv6);
  }

  private void call(String name, Map<String, Object> changed) {
    Map<String, Object> variables = new HashMap<>();
    for (String endpoint : List.of("relay", "printer", "one", "other")) {
      variables.put(endpoint + "_addresses", addresses(SOME, NONE));
    }
    variables.putAll(changed);
    calls.put(name, new Call(name, files, variables));
  }

  private void refused(
      String name,
      String variable,
      Map<String, String> ipv4,
      Map<String, String> ipv6,
      String message) {
    refused(name, Map.of(variable, addresses(ipv4, ipv6)), message);
  }

  private void refused(String name, Map<String, Object> changed, String message) {
    call(name, changed);
    messages.put(name, message);
  }

  @Test
  void badValuesAreRefused() throws IOException {
    String relay = "relay_addresses";
    refused("empty", relay, NONE, NONE, "must hold at least one IPv4 or IPv6 address");
    refused("needed", "printer_addresses", NONE, Map.of("a", "2001:db8::/64"), "at least one IPv4");
    refused("useless", "printer_addresses", SOME, Map.of("a", "2001:db8::/64"), "no IPv6 address");
    refused("item", relay, Map.of("a", ""), NONE, "must be an IPv4 network");
    refused("every-ipv4", relay, Map.of("a", "0.0.0.0/0"), NONE, "must be an IPv4 network");
    refused("any", relay, Map.of("a", "any"), NONE, "must be an IPv4 network");
    refused("star", relay, Map.of("a", "*"), NONE, "must be an IPv4 network");
    refused("tag", relay, Map.of("a", "Internet"), NONE, "must be an IPv4 network");
    refused("every-ipv6", relay, NONE, Map.of("a", "::/0"), "must be an IPv6 network");
    refused("host-bits", relay, Map.of("a", "10.0.0.1/8"), NONE, "must be an IPv4 network");
    refused("no-prefix", relay, Map.of("a", "10.0.0.1"), NONE, "must be an IPv4 network");
    refused("family", relay, Map.of("a", "2001:db8::/64"), NONE, "must be an IPv4 network");
    refused("family-6", relay, NONE, Map.of("a", "10.0.0.0/8"), "must be an IPv6 network");
    refused("long-6", relay, NONE, Map.of("a", "2001:db8:0::/64"), "must be an IPv6 network");
    refused(
        "twice",
        relay,
        Map.of("a", "10.0.0.0/8", "b", "10.0.0.0/8"),
        NONE,
        "No network may stand twice");
    refused(
        "inside",
        relay,
        Map.of("a", "10.0.0.0/8", "b", "192.0.2.0/24", "c", "10.255.255.255/32"),
        NONE,
        "relay_addresses.ipv4 may lie in another one");
    refused(
        "inside-6",
        relay,
        NONE,
        Map.of("a", "2001:db8::/32", "b", "2001:db8:ffff::/48"),
        "relay_addresses.ipv6 may lie in another one");
    refused(
        "both",
        "one_addresses",
        SOME,
        Map.of("a", "2001:db8::/64"),
        "must hold addresses of one family");
    refused("group", Map.of("resource_group_name", "rg."), "resource_group_name value must have");
    refused("place", Map.of("location", ""), "must be the name of an Azure region");
    refused("tags", Map.of("tags", Map.of("a/b", "c")), "must have at most 50 tags");
    refused(
        "key",
        Map.of("network_security_group_names", Map.of("nsg-two", "nsg-2")),
        "must be the name that this module has");
    refused(
        "value",
        Map.of("network_security_group_names", Map.of("nsg-one", "nsg 1")),
        "must have 1 to 80 letters");
    List<String> errors = errors();
    messages.forEach(
        (name, message) ->
            assertThat(errors)
                .as(name)
                .anyMatch(e -> e.contains(message) && e.contains("modules/" + name + "/")));
    for (Call call : calls.values()) {
      assertThat(errors.stream().filter(e -> e.contains("modules/" + call.name() + "/")))
          .as(call.name())
          .map(error -> error.substring(0, error.indexOf("\n\nThis was checked by")))
          .containsExactlyInAnyOrderElementsOf(new EvaluatedAzurerm(call).refusals());
    }
  }

  /** Terraform looks at rules when all variables are right. */
  @Test
  void endsOfDifferentFamiliesAreRefused() throws IOException {
    call("ends", Map.of("one_addresses", addresses(NONE, Map.of("a", "2001:db8::/64"))));
    assertThat(errors())
        .containsExactlyInAnyOrderElementsOf(
            new EvaluatedAzurerm(calls.values().iterator().next()).refusals())
        .containsExactlyInAnyOrder(
            "The addresses of both ends must be of one family in Allow-one-to-other-Tcp-22-Out.",
            "The addresses of both ends must be of one family in Allow-one-to-other-Tcp-22-In.");
  }

  private List<String> errors() throws IOException {
    AzurermRoot root = new AzurermRoot(folder.resolve("root"));
    root.write(calls.values());
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      return terraform.planErrors();
    }
  }

  @Test
  void goodValuesAreTaken() throws IOException {
    call("plain", Map.of());
    Map<String, String> neighbours =
        Map.of("a", "10.0.0.0/24", "b", "10.0.1.0/24", "c", "10.0.2.0/32", "d", "10.0.2.1/32");
    call("neighbours", Map.of("relay_addresses", addresses(neighbours, NONE)));
    call("families", Map.of("relay_addresses", addresses(SOME, Map.of("a", "2001:db8::/64"))));
    call("other-family", Map.of("relay_addresses", addresses(NONE, Map.of("a", "2001:db8::/64"))));
    call(
        "names",
        Map.of(
            "network_security_group_names",
            Map.of("nsg-one", "My_NSG.1"),
            "tags",
            Map.of("owner", "network"),
            "location",
            "West Europe"));
    AzurermRoot root = new AzurermRoot(folder.resolve("root"));
    root.write(calls.values());
    try (StubProviders providers = StubProviders.start();
        TerraformRunner terraform = new TerraformRunner(root.folder(), providers)) {
      terraform.init();
      var plan = terraform.plan();
      calls.values().forEach(call -> new EvaluatedAzurerm(call).requireSame(plan));
      assertThat(rules(PlannedGroups.of(plan, "module.plain")))
          .contains("Allow-dual-to-relay-Tcp-25-Out")
          .doesNotContain("Allow-dual-to-relay-Tcp-25-IPv6-Out");
      assertThat(rules(PlannedGroups.of(plan, "module.families")))
          .contains("Allow-dual-to-relay-Tcp-25-Out", "Allow-dual-to-relay-Tcp-25-IPv6-Out");
      assertThat(rules(PlannedGroups.of(plan, "module.other-family")))
          .doesNotContain("Allow-dual-to-relay-Tcp-25-Out")
          .contains("Allow-dual-to-relay-Tcp-25-IPv6-Out");
      assertThat(PlannedGroups.of(plan, "module.names")).containsKey("My_NSG.1");
    }
  }

  private static List<String> rules(Map<String, List<Map<String, Object>>> groups) {
    return groups.values().stream()
        .flatMap(List::stream)
        .map(rule -> rule.get("name").toString())
        .toList();
  }
}

package dev.rulecast.terraform;

import dev.rulecast.terraform.TerraformProof.Change;
import dev.rulecast.terraform.TerraformProof.Refusal;
import dev.rulecast.testkit.tools.MotoServer;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The modules of every example mean what their documents say, says the real Terraform. */
@WithTools({Tool.TERRAFORM, Tool.MOTO})
class TerraformExamplesTest {
  private static final Map<String, String> NO_OPTIONS = Map.of();
  private static final Map<String, String> GROUPS_FIRST = Map.of("peers", "group");

  private static final Map<String, Object> INPUTS =
      Map.of(
          "mail_relay_addresses",
          addresses(Map.of("first", "192.0.2.10/32", "second", "192.0.2.64/26"), Map.of()),
          "status_page_addresses",
          addresses(Map.of("only", "203.0.113.80/32"), Map.of("only", "2001:db8:99::80/128")));

  /** A rule of a new port, and one that gives two groups their first permissions of a direction. */
  private static final String MORE_RULES =
      """
        - id: added-port
          source: auditor-server
          destination: domain-controllers
          protocol: tcp
          ports: [636]
          purpose: LDAP over TLS
        - id: added-peer
          source: domain-controllers
          destination: dns-server
          protocol: [tcp, udp]
          ports: [53]
          purpose: DNS
      """;

  @TempDir private Path folder;
  private ExampleModules modules;
  private TerraformProof proof;

  @BeforeEach
  void start() {
    modules = new ExampleModules(folder.resolve("modules"));
    proof = new TerraformProof(folder.resolve("proof"));
  }

  private static Map<String, Object> addresses(Map<String, String> ipv4, Map<String, String> ipv6) {
    return Map.of("ipv4", ipv4, "ipv6", ipv6);
  }

  private ProofCase logonActivity(String name, Optional<String> environment) throws IOException {
    String rules = ExampleModules.logonActivity();
    Path module = modules.write(name, NO_OPTIONS, rules, environment);
    List<String> documents = new ArrayList<>(List.of(rules));
    environment.ifPresent(documents::add);
    return ProofCase.of(name, module, documents.toArray(String[]::new));
  }

  private ProofCase monitoring(String name, Map<String, String> options) throws IOException {
    String rules = ExampleModules.example("rules/monitoring.yaml");
    String environment = ExampleModules.example("monitoring.yaml");
    Path module = modules.write(name, options, rules, Optional.of(environment));
    return ProofCase.of(name, module, rules, environment).withVariables(INPUTS);
  }

  /** The whole catalog, where each of its endpoints has a network. */
  private ProofCase catalog() throws IOException {
    String rules = ExampleModules.catalog();
    String environment = ExampleModules.example("netwrix.yaml");
    Path module = modules.write("catalog", NO_OPTIONS, rules, Optional.of(environment));
    return ProofCase.of("catalog", module, rules, environment);
  }

  private static Optional<String> production() throws IOException {
    return Optional.of(ExampleModules.example("production.yaml"));
  }

  @Test
  void planIsWhatTheDocumentsSay() throws IOException {
    proof.proves(
        logonActivity("logon-activity", production()),
        logonActivity("logon-activity-unbound", Optional.empty()),
        catalog(),
        monitoring("monitoring", NO_OPTIONS),
        monitoring("monitoring-groups", GROUPS_FIRST).withGroupsFirst());
  }

  @Test
  void whatExistsIsWhatTheDocumentsSayAndAnAddedRuleTouchesNoOther()
      throws IOException, InterruptedException {
    String environment = production().orElseThrow();
    String rules =
        ExampleModules.logonActivity().replace("predefinedRules:", MORE_RULES + "predefinedRules:");
    ProofCase after =
        ProofCase.of(
            "logon-activity", // the same place, with another content
            modules.write("logon-activity-more", NO_OPTIONS, rules, Optional.of(environment)),
            rules,
            environment);
    try (MotoServer moto = MotoServer.start(folder)) {
      proof.provesOnMoto(
          moto,
          new Change(logonActivity("logon-activity", Optional.of(environment)), after),
          unchanged(catalog()),
          unchanged(logonActivity("logon-activity-unbound", Optional.empty())));
    }
  }

  private static Change unchanged(ProofCase one) {
    return new Change(one, one);
  }

  @Test
  void badInputsAreRefused() throws IOException {
    Path module = monitoring("monitoring", NO_OPTIONS).module();
    proof.refuses(
        refusal("empty", module, Map.of(), Map.of(), "must hold at least one IPv4 or IPv6 address"),
        refusal("empty-item", module, Map.of("a", ""), Map.of(), "must be an IPv4 network"),
        refusal(
            "every-ipv4", module, Map.of("a", "0.0.0.0/0"), Map.of(), "must be an IPv4 network"),
        refusal("any", module, Map.of("a", "any"), Map.of(), "must be an IPv4 network"),
        refusal("star", module, Map.of("a", "*"), Map.of(), "must be an IPv4 network"),
        refusal("every-ipv6", module, Map.of(), Map.of("a", "::/0"), "must be an IPv6 network"),
        refusal("ipv6-item", module, Map.of(), Map.of("a", ""), "must be an IPv6 network"),
        refusal(
            "host-bits", module, Map.of("a", "10.0.0.1/8"), Map.of(), "must be an IPv4 network"),
        refusal("no-prefix", module, Map.of("a", "10.0.0.1"), Map.of(), "must be an IPv4 network"),
        refusal(
            "family", module, Map.of("a", "2001:db8::/64"), Map.of(), "must be an IPv4 network"),
        refusal("family-6", module, Map.of(), Map.of("a", "10.0.0.0/8"), "must be an IPv6 network"),
        refusal(
            "twice",
            module,
            Map.of("a", "10.0.0.0/8", "b", "10.0.0.0/8"),
            Map.of(),
            "No network may stand twice"));
  }

  private static Refusal refusal(
      String name,
      Path module,
      Map<String, String> ipv4,
      Map<String, String> ipv6,
      String message) {
    Map<String, Object> variables =
        Map.of(
            "mail_relay_addresses",
            addresses(ipv4, ipv6),
            "status_page_addresses",
            addresses(Map.of("only", "203.0.113.80/32"), Map.of()));
    return new Refusal(name, module, variables, message);
  }
}

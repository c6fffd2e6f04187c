package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rulecast.terraform.TerraformProof.Change;
import dev.rulecast.terraform.TerraformProof.Refusal;
import dev.rulecast.testkit.tools.MotoServer;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves the proof: it accepts a right module and notices each kind of wrong one. */
@WithTools({Tool.TERRAFORM, Tool.MOTO})
class TerraformProofTest {
  private static final Map<String, Object> DNS =
      Map.of(
          "dns_server_addresses",
          Map.of("ipv4", Map.of("first", "192.0.2.53/32", "second", "198.51.100.0/24")));

  private static final String INPUT = "var.dns_server_addresses.ipv4";

  @TempDir Path work;
  private TerraformProof proof;

  @BeforeEach
  void startProof() {
    proof = new TerraformProof(work);
  }

  private SampleModule module(String name) throws IOException {
    return new SampleModule(work.resolve(name));
  }

  private static ProofCase sample(String name, SampleModule module) throws IOException {
    return ProofCase.of(name, module.write(), SampleModule.RULE_SET, SampleModule.ENVIRONMENT)
        .withVariables(DNS);
  }

  private ProofCase mutant(String name, String text, String replacement) throws IOException {
    return sample(name, module(name).with(text, replacement));
  }

  private static Map<String, List<String>> problems(ThrowingCallable proof) {
    return catchThrowableOfType(ProofFailure.class, proof).problems();
  }

  @Test
  void findsWhatIsWrongInAPlanAndNothingElse() throws IOException {
    String ldap = "domain-controllers ingress tcp 389..389 cidr:10.20.0.10/32";
    String ping = "domain-controllers ingress icmp 8..-1 cidr:10.20.0.10/32";
    String toLdap = "auditor-server egress tcp 389..389 group:domain-controllers";
    String id = "aws_security_group.domain_controllers.id";
    String otherId = "aws_security_group.auditor_server.id";
    ProofCase[] cases = {
      sample("exact", module("exact")),
      mutant("missing", LDAP_RULE, ""),
      mutant("extra", LDAP_RULE, LDAP_RULE + LDAP_RULE.replace("389", "390")),
      mutant("port", "to_port     = 389", "to_port     = 390"),
      mutant("protocol", "ip_protocol = \"tcp\"", "ip_protocol = \"udp\""),
      mutant("wide", "= \"10.20.0.10/32\"", "= \"10.20.0.8/29\""),
      mutant("peer", "= " + id + "\n", "= " + otherId + "\n"),
      mutant("group", "\n  security_group_id = " + id, "\n  security_group_id = " + otherId),
      mutant(
          "swapped",
          "ingress_rule\" \"domain_controllers",
          "egress_rule\" \"domain_controllers_ingress"),
      mutant(
          "input",
          "in values(%s) :".formatted(INPUT),
          "in slice(values(%s), 0, 1) :".formatted(INPUT)),
      mutant("output", "value       = " + id, "value       = " + otherId),
    };

    assertThat(problems(() -> proof.proves(cases)))
        .containsOnly(
            entry("missing", "missing: " + ldap),
            entry("extra", "unexpected: " + ldap.replace("389", "390")),
            entry("port", "missing: " + ldap, "unexpected: " + ldap.replace("..389", "..390")),
            entry("protocol", "missing: " + ldap, "unexpected: " + ldap.replace("tcp", "udp")),
            entry("wide", "missing: " + ldap, "unexpected: " + ldap.replace("10/32", "8/29")),
            entry(
                "peer",
                "missing: " + toLdap,
                "unexpected: " + toLdap.replace(":domain-controllers", ":auditor-server")),
            entry(
                "group",
                "missing: " + ping,
                "missing: " + ldap,
                "unexpected: " + ping.replace("domain-controllers", "auditor-server"),
                "unexpected: " + ldap.replace("domain-controllers", "auditor-server")),
            entry(
                "swapped",
                "missing: " + ping,
                "missing: " + ldap,
                "unexpected: " + ping.replace("ingress", "egress"),
                "unexpected: " + ldap.replace("ingress", "egress")),
            entry("input", "missing: auditor-server egress udp 53..53 cidr:198.51.100.0/24"),
            entry(
                "output",
                "output domain_controllers_security_group_id is that of "
                    + "module.output.aws_security_group.auditor_server"));
  }

  private static Map.Entry<String, List<String>> entry(String name, String... problems) {
    return Map.entry(name, List.of(problems));
  }

  @Test
  void failsOnAPlanThatOnlyKnownIdsMakePossible() throws IOException {
    ProofCase wrong =
        mutant("wrong", "\"any-10.20.0.10/32\"", "\"any-${aws_security_group.auditor_server.id}\"");

    assertThatThrownBy(() -> proof.proves(wrong)).hasMessageContaining("Invalid for_each");
  }

  @Test
  void failsOnAnotherFormat() throws IOException {
    ProofCase wrong = mutant("wrong", "from_port   = 389", "from_port = 389");

    assertThatThrownBy(() -> proof.proves(wrong)).hasMessageContaining("fmt -check");
  }

  @Test
  void findsValuesThatAreNotRefused() throws IOException {
    Path module = module("module").write();
    Map<String, Object> none = Map.of("dns_server_addresses", Map.of());
    Map<String, Object> hostBits =
        Map.of("dns_server_addresses", Map.of("ipv4", Map.of("all", "192.0.2.1/24")));
    Refusal[] refusals = {
      new Refusal("empty", module, none, "must have an address"),
      new Refusal("bits", module, hostBits, "without host bits"),
      new Refusal("good", module, DNS, "without host bits"),
      new Refusal("other", module, none, "without host bits"),
    };

    assertThat(problems(() -> proof.refuses(refusals))).containsOnlyKeys("good", "other");
  }

  private static final String LDAP_RULE =
      """
          "tcp-389-10.20.0.10/32" = {
            description = "LDAP"
            ip_protocol = "tcp"
            from_port   = 389
            to_port     = 389
            cidr_ipv4   = "10.20.0.10/32"
          }
      """;
  private static final String LDAPS_RULE =
      """
          "tcp-636-10.20.0.10/32" = {
            description = "LDAPS"
            ip_protocol = "tcp"
            from_port   = 636
            to_port     = 636
            cidr_ipv4   = "10.20.0.10/32"
          }
      """;
  private static final String LDAPS_PEER_RULE =
      """
            "tcp-636-domain-controllers" = {
              description                  = "LDAPS"
              ip_protocol                  = "tcp"
              from_port                    = 636
              to_port                      = 636
              cidr_ipv4                    = null
              referenced_security_group_id = aws_security_group.domain_controllers.id
            }
      """;

  /** The sample module on moto, before and after a rule was added to its documents. */
  private Change change(MotoServer moto, String name, String text, String before, String after)
      throws IOException, InterruptedException {
    String group = moto.createSecurityGroup(name);
    String environment = SampleModule.ENVIRONMENT.replace(SampleModule.FILE_SERVER_GROUP, group);
    SampleModule first = module(name).withAll(SampleModule.FILE_SERVER_GROUP, group);
    SampleModule second = module(name + "-after").withAll(SampleModule.FILE_SERVER_GROUP, group);
    second
        .with("    \"icmp-8-10", LDAPS_RULE + "    \"icmp-8-10")
        .with("      \"icmp-8-d", LDAPS_PEER_RULE + "      \"icmp-8-d");
    String wider = SampleModule.RULE_SET.replace("ports: [389]", "ports: [389, 636]");
    return new Change(
        ProofCase.of(name, first.with(text, before).write(), SampleModule.RULE_SET, environment)
            .withVariables(DNS),
        ProofCase.of(name, second.with(text, after).write(), wider, environment)
            .withVariables(DNS));
  }

  @Test
  void provesOnMotoWhatExistsAndThatAnAddedRuleTouchesNoOther()
      throws IOException, InterruptedException {
    try (MotoServer moto = MotoServer.start(work)) {
      String port = "to_port     = 389";
      String key = "\"tcp-389-10";
      Change good = change(moto, "good", port, port, port);
      Change wrong = change(moto, "wrong", port, "to_port     = 390", "to_port     = 390");
      Change updated = change(moto, "updated", port, port, "to_port     = 390");
      Change renamed = change(moto, "renamed", key, key, "\"ldap-389-10");

      String rule =
          "module.%s.aws_vpc_security_group_ingress_rule.domain_controllers"
              + "[\"tcp-389-10.20.0.10/32\"]";
      assertThat(problems(() -> proof.provesOnMoto(moto, good, wrong, updated, renamed)))
          .containsOnly(
              entry(
                  "wrong",
                  "missing: domain-controllers ingress tcp 389..389 cidr:10.20.0.10/32",
                  "unexpected: domain-controllers ingress tcp 389..390 cidr:10.20.0.10/32"),
              entry("updated", "[\"update\"] " + rule.formatted("updated")),
              entry(
                  "renamed",
                  "[\"delete\"] " + rule.formatted("renamed"),
                  "3 rules are created, but these should be: ["
                      + "auditor-server egress tcp 636..636 group:domain-controllers, "
                      + "domain-controllers ingress tcp 636..636 cidr:10.20.0.10/32]"));
    }
  }
}

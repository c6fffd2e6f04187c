package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.Examples.Output;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.testkit.Fixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsiblePlannerTest {
  private static final String BOUND = "a: {addresses: [10.0.0.1]}, b: {addresses: [10.0.1.0/24]}";

  private static Fixture fixture(String rules, String bindings) {
    return Fixture.of(
            "planned",
            """
            apiVersion: rulecast/v1
            kind: RuleSet
            metadata: {name: test}
            endpoints: {a: {}, b: {}, c: {}, cloud: {external: true}}
            rules: [%s]
            """
                .formatted(rules))
        .in(
            """
            apiVersion: rulecast/v1
            kind: Environment
            metadata: {name: test}
            endpoints: {%s}
            """
                .formatted(bindings));
  }

  private static String rule(String id, String rest) {
    return "{id: " + id + ", purpose: Because of " + id + ", " + rest + "}";
  }

  private static List<Map<?, ?>> rules(Fixture fixture, String group) throws IOException {
    Map<?, ?> variables =
        RoleReader.variables(Examples.of(fixture).export().files(), "rulecast_firewall");
    List<Map<?, ?>> rules = new ArrayList<>();
    if (((Map<?, ?>) variables.get("rulecast_firewall_rules")).get(group) instanceof List<?> list) {
      list.forEach(rule -> rules.add((Map<?, ?>) rule));
    }
    return rules;
  }

  private static List<Object> values(Fixture fixture, String group, String key) throws IOException {
    List<Object> values = new ArrayList<>();
    rules(fixture, group).forEach(rule -> values.add(rule.get(key)));
    return values;
  }

  private static List<String> outcomes(Output output) {
    return output.result().outcomes().stream().map(AnsiblePlannerTest::text).toList();
  }

  private static String text(ReportedOutcome reported) {
    return reported.rule()
        + " "
        + reported.outcome().kind().word()
        + " "
        + reported.outcome().lost()
        + " "
        + reported.outcome().reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "protocol: tcp, ports: [389]; tcp 389 a to b",
        "protocol: tcp, ports: any; tcp any a to b",
        "protocol: tcp, ports: [389], action: deny; deny tcp 389 a to b",
        "protocol: udp, ports: [53-54], sourcePorts: [5, 9-12]; udp 53-54 a to b (source ports"
            + " 5,9-12)",
        "protocol: icmp; icmp any a to b",
        "protocol: icmp, icmpTypes: [3/4]; icmp 3/4 a to b",
        "protocol: any; any a to b",
        "protocol: gre; gre a to b",
        "protocol: 112; 112 a to b",
      })
  void namesRulesAfterWhatTheyAre(String rule, String name) throws IOException {
    Fixture fixture = fixture(rule("r", "source: a, destination: b, " + rule), BOUND);

    assertThat(values(fixture, "a", "name")).containsExactly("rulecast_firewall out " + name);
    assertThat(values(fixture, "b", "name")).containsExactly("rulecast_firewall in " + name);
  }

  @Test
  void tellsProgramsApartInNames() throws IOException {
    String rule = "source: a, destination: b, protocol: tcp, ports: [1], program: ";
    Fixture fixture =
        fixture(
            rule("r", rule + "'C:\\x\\{{ a }} b.exe'")
                + ", "
                + rule("s", rule + "'C:\\y\\{{ a }} b.exe'")
                + ", "
                + rule("t", rule + "'C:\\x\\" + "long".repeat(20) + ".exe'"),
            BOUND);

    assertThat(values(fixture, "b", "name"))
        .containsExactlyInAnyOrder(
            "rulecast_firewall in tcp 1 a to b (program _a_b.exe 957f202bf701)",
            "rulecast_firewall in tcp 1 a to b (program _a_b.exe 1d6ada7b2b91)",
            "rulecast_firewall in tcp 1 a to b (program " + "long".repeat(10) + " f891468ecd24)");
    // At the source they are one rule, since nobody there knows the program.
    assertThat(values(fixture, "a", "name")).containsExactly("rulecast_firewall out tcp 1 a to b");
    assertThat(values(fixture, "a", "description"))
        .containsExactly("Because of r; Because of s; Because of t");
  }

  @Test
  void shortensLongNamesWithAHash() throws IOException {
    String ports =
        IntStream.range(0, 40).mapToObj(i -> 1000 + 2 * i + ", ").collect(Collectors.joining());
    String rule = "source: a, destination: b, protocol: tcp, ports: [1], sourcePorts: [" + ports;
    Fixture fixture = fixture(rule("r", rule + "9]") + ", " + rule("s", rule + "7]"), BOUND);

    assertThat(values(fixture, "b", "name"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(name -> ((String) name).matches(".{187} [0-9a-f]{12}"));
  }

  @Test
  void writesOneRuleForPeersWithOneAddress() throws IOException {
    Fixture fixture =
        fixture(
            rule("r", "source: [c, a], destination: b, protocol: tcp, ports: [22]"),
            BOUND + ", c: {addresses: [10.0.0.1]}");

    assertThat(values(fixture, "b", "name")).containsExactly("rulecast_firewall in tcp 22 a to b");
    assertThat(values(fixture, "c", "name")).containsExactly("rulecast_firewall out tcp 22 c to b");
  }

  @Test
  void writesARuleForEachUnboundPeer() throws IOException {
    Fixture fixture =
        fixture(
            rule("r", "source: [c, a], destination: b, protocol: tcp, ports: [22]"),
            "b: {addresses: [10.0.1.0/24]}");

    assertThat(values(fixture, "b", "remoteip"))
        .containsExactly(
            "{{ rulecast_firewall_addresses['a'] | reject('search', ':') | unique | join(',') }}",
            "{{ rulecast_firewall_addresses['c'] | reject('search', ':') | unique | join(',') }}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "10.0.0.1; tcp; 10.0.0.1",
        "10.0.0.0/24; tcp; 10.0.0.0/24",
        "10.0.0.1-10.0.0.9; tcp; 10.0.0.1-10.0.0.9",
        "10.0.0.0-10.0.0.255; tcp; 10.0.0.0/24",
        "10.0.0.9, 10.0.0.1, '2001:db8::1'; tcp; 10.0.0.1,10.0.0.9,2001:db8::1",
        "10.0.0.1, '2001:db8::1'; icmp; 10.0.0.1",
        "10.0.0.1, '2001:db8::1'; icmpv6; 2001:db8::1",
        "any; tcp; any",
        "any; any; any",
        "any; icmp; any",
        "any; icmpv6; any",
        "0.0.0.0/0; tcp; 0.0.0.0-255.255.255.255",
        "0.0.0.0/0; icmp; any",
        "\"::/0\"; tcp; ::2-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "\"::/0\", 10.0.0.1; tcp; 10.0.0.1,::2-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "\"::/96\"; tcp; ::2-::ffff:ffff",
        "\"::1\", \"::2\"; tcp; ::2",
      })
  void writesAddressesAsWindowsFirewallTakesThem(String addresses, String protocol, String text)
      throws IOException {
    String ports = protocol.equals("tcp") ? ", ports: [1]" : "";
    Fixture fixture =
        fixture(
            rule("r", "source: cloud, destination: b, protocol: " + protocol + ports),
            "cloud: {addresses: [" + addresses + "]}, b: {addresses: [10.0.1.1, '2001:db8:b::1']}");

    assertThat(values(fixture, "b", "remoteip")).containsExactly(text);
  }

  @Test
  void doesNotWriteAnyForAnEndpointWithoutOneOfTheFamilies() throws IOException {
    Fixture fixture =
        fixture(
            rule("r", "source: cloud, destination: b, protocol: tcp, ports: [1]"),
            "cloud: {addresses: [any]}, b: {addresses: [10.0.1.1]}");

    assertThat(values(fixture, "b", "remoteip")).containsExactly("0.0.0.0-255.255.255.255");
  }

  @Test
  void cannotWriteALoopbackAddress() throws IOException {
    Fixture fixture =
        fixture(
            rule("r", "source: cloud, destination: b, protocol: tcp, ports: [1]"),
            "cloud: {addresses: ['::1']}, b: {addresses: ['2001:db8::1']}");
    Output output = Examples.of(fixture).export();

    assertThat(outcomes(output))
        .containsExactly(
            "test/r unsupported [] Windows Firewall rules cannot name an address of `cloud`");
    assertThat(output.files()).isEmpty();
  }

  private static Output predefined(String mode) throws IOException {
    Example example = Examples.own("predefined-all");
    return new Example(example.name(), example.fixture(), Map.of("predefined", mode), Map.of())
        .export();
  }

  @Test
  void leavesOutPredefinedRulesOfAFamilyThatTheSourceHasNot() throws IOException {
    assertThat(predefined("rules").result().warnings())
        .containsExactly(
            "predefined-all/echo: `old-auditor` and `file-servers` have no address in common that"
                + " `File and Printer Sharing (Echo Request - ICMPv6-In)` is for; there is no rule"
                + " for it.");
  }

  @Test
  void reportsBuiltInGroupsAsWider() throws IOException {
    String reason = "built-in groups of Windows are not limited to the source `auditor-server`";

    assertThat(outcomes(predefined("rules")))
        .containsExactly(
            "predefined-all/echo exact [] ",
            "predefined-all/everything exact [] ",
            "predefined-all/tasks exact [] ");
    assertThat(outcomes(predefined("group")))
        .containsExactly(
            "predefined-all/echo exact [] ",
            "predefined-all/everything wider [SOURCE] " + reason,
            "predefined-all/tasks exact [] ");
  }

  @Test
  void enablesAGroupOnlyWhereEveryRuleOfItIsWanted() throws IOException {
    Map<?, ?> variables = RoleReader.variables(predefined("group").files(), "rulecast_firewall");

    assertThat(variables.get("rulecast_firewall_built_in_groups"))
        .isEqualTo(
            Map.of(
                "file_servers",
                List.of(
                    "@FirewallAPI.dll,-29252",
                    "@FirewallAPI.dll,-33252",
                    "@FirewallAPI.dll,-34752")));
    assertThat(String.valueOf(variables.get("rulecast_firewall_rules")))
        .contains("Remote Scheduled Tasks Management (RPC) old-auditor to file-servers")
        .contains("Remote Service Management (RPC) auditor-server to file-servers")
        .doesNotContain("Remote Scheduled Tasks Management (RPC) auditor-server");
  }

  private static Fixture withPorts(int count) {
    String ports =
        IntStream.range(0, count)
            .mapToObj(i -> Integer.toString(1024 + 2 * i))
            .collect(Collectors.joining(", "));
    return fixture(
        rule("many", "source: a, destination: b, protocol: tcp, ports: [" + ports + "]")
            + ", "
            + rule("one", "source: c, destination: cloud, protocol: udp, ports: [53]"),
        BOUND + ", c: {addresses: [10.0.2.1]}");
  }

  @Test
  void writesAsManyRulesAsAPlayCanApply() throws IOException {
    assertThat(rules(withPorts(AnsiblePlanner.MAX_RULES), "b")).hasSize(AnsiblePlanner.MAX_RULES);
  }

  @Test
  void refusesAllOfARoleInWhichAHostHasMoreRulesThanAPlayCanApply() throws IOException {
    Output output = Examples.of(withPorts(AnsiblePlanner.MAX_RULES + 1)).export();

    String reason =
        "the hosts of `a` (and 1 more) would get 1001 rules, and as the module looks through all of"
            + " them for each one, a play can apply at most 1000";
    assertThat(outcomes(output))
        .hasSize(2 * (AnsiblePlanner.MAX_RULES + 1) + 1)
        .allMatch(outcome -> outcome.contains(" unsupported [] " + reason));
    assertThat(output.files()).isEmpty();
  }

  @Test
  void remembersWhatWasExportedBeforeARefusal() throws IOException {
    Map<String, String> previous = Map.of("rulecast_firewall in old", "b");

    Fixture fixture = withPorts(AnsiblePlanner.MAX_RULES + 1);

    Output output = new Example("refused", fixture, Map.of(), previous).export();

    assertThat(output.result().remembered()).isEqualTo(previous);
  }
}

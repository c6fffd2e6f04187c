package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.AnsibleSandbox.Call;
import dev.rulecast.ansible.Examples.Example;
import dev.rulecast.ansible.Examples.Output;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.HostileTexts.HostileText;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What happens on hosts over time, and with texts and addresses that nobody should give. */
@WithTools(Tool.ANSIBLE)
class AnsibleHostsTest {
  private static final String ROLE = "rulecast_firewall";
  private static final String PROGRAM =
      "C:\\Program Files\\${HOME} %{x}\\new {{ table }}'$(id)`.exe";

  @TempDir Path folder;

  private static Example after(Fixture fixture, Output earlier) {
    return new Example(fixture.name(), fixture, Map.of(), earlier.result().remembered());
  }

  private SortedSet<String> play(String name, Output output, TestInventory inventory, String host)
      throws IOException {
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    Path written = sandbox.write(name, output.files());
    Files.writeString(folder.resolve("hosts.json"), inventory.text());
    Path stores = folder.resolve("hosts");
    sandbox.play(stores, written, true, "-i", "../hosts.json", "site.yml").orFail();
    return AnsibleSandbox.ownRules(stores, host).stream()
        .map(rule -> rule.path("name").asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aRuleThatIsDroppedDisappearsFromTheHosts() throws IOException {
    Fixture all = Examples.production();
    String rules = all.ruleSets();
    int ldap = rules.indexOf("  - id: ldap");
    // Without LDAP, and without everything that concerns the DNS server.
    String fewer =
        rules.substring(0, rules.indexOf("  - id: dns"))
            + rules.substring(rules.indexOf("  # NetBIOS", ldap));
    Output first = Examples.of(all).export();
    Output second = after(new Fixture("fewer", fewer, all.environment()), first).export();
    TestInventory inventory = TestInventory.of(first.files(), Map.of());

    SortedSet<String> before = play("first", first, inventory, TestInventory.EVERY);
    SortedSet<String> later = play("second", second, inventory, TestInventory.EVERY);

    assertThat(before).containsAll(later);
    before.removeAll(later);
    assertThat(before)
        .containsExactly(
            "rulecast_firewall in tcp 389 auditor-server to domain-controllers (source ports"
                + " 1024-65535)",
            "rulecast_firewall in tcp 53 auditor-server to dns-server (source ports 1024-65535)",
            "rulecast_firewall out tcp 389 auditor-server to domain-controllers (source ports"
                + " 1024-65535)",
            "rulecast_firewall out tcp 53 auditor-server to dns-server (source ports 1024-65535)");
    // Also on a host whose endpoint has no rule any more.
    assertThat(AnsibleSandbox.ownRules(folder.resolve("hosts"), TestInventory.host("dns_server")))
        .isEmpty();
  }

  @Test
  void aRuleThatChangesKeepsItsName() throws IOException {
    Fixture fixture = Examples.production();
    Fixture moved =
        fixture.in(fixture.environment().orElseThrow().replace("10.20.0.10", "10.20.0.11"));
    Output first = Examples.of(fixture).export();
    Output second = after(moved, first).export();
    TestInventory inventory = TestInventory.of(first.files(), Map.of());

    SortedSet<String> before = play("first", first, inventory, "domain-controllers.test");
    SortedSet<String> later = play("second", second, inventory, "domain-controllers.test");

    assertThat(later).isEqualTo(before);
    assertThat(
            AnsibleSandbox.ownRules(folder.resolve("hosts"), "domain-controllers.test").stream()
                .map(rule -> rule.path("remoteip").asString("")))
        .containsOnly("10.20.0.11/255.255.255.255");
  }

  @Test
  void checkModeChangesNothing() throws IOException {
    Output output = Examples.of(Examples.production()).export();
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    Path written = sandbox.write("output", output.files());
    Files.writeString(
        folder.resolve("hosts.json"), TestInventory.of(output.files(), Map.of()).text());
    Path stores = folder.resolve("hosts");

    sandbox.play(stores, written, true, "-i", "../hosts.json", "site.yml", "--check").orFail();

    assertThat(AnsibleSandbox.calls(stores)).anyMatch(Call::changed);
    assertThat(AnsibleSandbox.ownRules(stores, TestInventory.EVERY)).isEmpty();
  }

  @Test
  void everyTextArrivesAsItIs() throws IOException {
    Example example = Examples.of(HostileTexts.fixture("hostile-texts", HostileTexts.all()));
    Output output = example.export();
    Map<String, List<String>> inputs = TestInputs.of(output.files(), ROLE);
    TestInventory all = TestInventory.of(output.files(), TestInputs.variables(inputs, ROLE));
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    Path written = sandbox.write("output", output.files());
    // One host in every group is enough.
    Map<String, Object> groups = new LinkedHashMap<>();
    all.groups().forEach(group -> groups.put(group, Map.of("hosts", Map.of("one.test", Map.of()))));
    Files.writeString(
        folder.resolve("hosts.json"),
        new JsonMapper()
            .writeValueAsString(
                Map.of("all", Map.of("vars", all.variables(), "children", groups))));
    Path stores = folder.resolve("hosts");

    sandbox.play(stores, written, false, "-i", "../hosts.json", "site.yml").orFail();

    Map<String, Call> calls = new LinkedHashMap<>();
    AnsibleSandbox.calls(stores).forEach(call -> calls.put(call.name(), call));
    for (HostileText text : HostileTexts.all()) {
      String description = text.text().strip().replace('|', '/');
      String id = text.name();
      String ends = "client-" + id + " to server-" + id;
      assertThat(description(calls, "out tcp 443 " + ends)).isEqualTo(description);
      assertThat(description(calls, "in udp 53 outside-" + id + " to server-" + id))
          .isEqualTo(description);
      assertThat(calls.values())
          .filteredOn(call -> call.name().contains(" in tcp 443 " + ends + " (program new_"))
          .singleElement()
          .extracting(
              call -> call.arguments().get("program"), call -> call.arguments().get("description"))
          .containsExactly(PROGRAM, description);
    }
  }

  private static Object description(Map<String, Call> calls, String name) {
    return calls.get(ROLE + " " + name).arguments().get("description");
  }

  /** Each of the hosts is given something else; none may be changed, since one is enough. */
  @Test
  void badAddressesStopThePlayBeforeAnyChange() throws IOException {
    Output output = Examples.of(Fixture.resource(Examples.class, "unbound-families")).export();
    Map<String, Map<String, Object>> hosts = new LinkedHashMap<>();
    int number = 0;
    for (Object wrong :
        List.of(
            List.of(),
            List.of(""),
            List.of("any"),
            List.of("*"),
            List.of("0.0.0.0/0"),
            List.of("0.0.0.0/0.0.0.0"),
            List.of("0.0.0.0"),
            List.of("0.0.0.0-255.255.255.255"),
            List.of("10.0.0.9-10.0.0.1"),
            List.of("10.0.0.1-2001:db8::1"),
            List.of("10.0.0.1-10.0.0.2-10.0.0.3"),
            List.of("10.0.0.0/24", ""),
            List.of("10.0.0.0/24", "0.0.0.0/0"),
            List.of("10.0.0.1/24"),
            List.of("10.0.0.0/255.255.255.0"),
            List.of("10.0.0.0/33"),
            List.of("10.0.0/24"),
            List.of("10.0.0.0/24,10.0.1.0/24"),
            List.of("10.0.0.1 "),
            List.of("10.0.0.1\n"),
            List.of("LocalSubnet"),
            List.of("server.example.com"),
            List.of("2001:db8::/64"), // no rule could use it
            List.of(10),
            List.of(List.of("10.0.0.1")),
            "10.0.0.0/24",
            "10.0.0.0/24,10.0.1.0/24")) {
      hosts.put("wrong" + number++ + ".test", Map.of("four", wrong));
    }
    hosts.put("every-ipv6.test", Map.of("six", List.of("::/0")));
    hosts.put(
        "all-ipv6.test", Map.of("six", List.of("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")));
    hosts.put("zone.test", Map.of("six", List.of("fe80::1%eth0")));
    hosts.put("ipv4-only.test", Map.of("each", List.of("10.0.0.0/24")));
    hosts.put("ipv6-only.test", Map.of("each", List.of("2001:db8::/64")));
    hosts.put("unknown-key.test", Map.of("fours", List.of("10.0.0.0/24")));
    hosts.put("right.test", Map.of());
    hosts.put("right-too.test", Map.of("either", List.of("10.0.0.7", "2001:db8::1-2001:db8::9")));

    AnsibleSandbox.Run run = playOn(output, hosts);

    List<String> refused =
        run.output()
            .lines()
            .filter(line -> line.startsWith("failed: [") || line.startsWith("fatal: ["))
            .map(line -> line.substring(line.indexOf('[') + 1, line.indexOf(']')))
            .toList();
    assertThat(hosts.keySet())
        .filteredOn(host -> !refused.contains(host))
        .containsExactly("right.test", "right-too.test");
    assertThat(AnsibleSandbox.calls(folder.resolve("hosts"))).isEmpty();
    assertThat(run.code()).isNotZero();
  }

  @Test
  void missingAddressesStopThePlayBeforeAnyChange() throws IOException {
    Output output = Examples.of(Fixtures.named("unbound")).export();

    AnsibleSandbox.Run run = playOn(output, Map.of());

    assertThat(run.output()).contains("missing required arguments: rulecast_firewall_addresses");
    assertThat(AnsibleSandbox.calls(folder.resolve("hosts"))).isEmpty();
  }

  /** Plays on hosts that are in every group, with addresses besides the right ones. */
  private AnsibleSandbox.Run playOn(Output output, Map<String, Map<String, Object>> hosts)
      throws IOException {
    Map<String, Object> right = new LinkedHashMap<>();
    right.put("four", List.of("10.0.0.0/24"));
    right.put("six", List.of("2001:db8::/64"));
    right.put("each", List.of("10.0.0.0/24", "2001:db8::/64"));
    right.put("either", List.of("10.0.0.0/24"));
    right.put("no", List.of("2001:db8::/64"));
    Map<String, Object> members = new LinkedHashMap<>();
    hosts.forEach(
        (host, wrong) -> {
          Map<String, Object> addresses = new LinkedHashMap<>(right);
          addresses.putAll(wrong);
          members.put(host, Map.of(ROLE + "_addresses", addresses));
        });
    if (members.isEmpty()) {
      members.put("one.test", Map.of());
    }
    Map<String, Object> groups = new LinkedHashMap<>();
    TestInventory.of(output.files(), Map.of())
        .groups()
        .forEach(group -> groups.put(group, Map.of("hosts", members)));
    AnsibleSandbox sandbox = new AnsibleSandbox(folder);
    Path written = sandbox.write("output", output.files());
    Files.writeString(
        folder.resolve("hosts.json"),
        new JsonMapper().writeValueAsString(Map.of("all", Map.of("children", groups))));
    return sandbox.play(
        folder.resolve("hosts"), written, false, "-i", "../hosts.json", "site.yml", "-f", "2");
  }
}

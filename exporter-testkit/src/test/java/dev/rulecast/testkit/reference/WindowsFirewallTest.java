package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Every expectation is worked out by hand from DESIGN.md. */
class WindowsFirewallTest {
  private static final String RULES =
      """
      apiVersion: rulecast/v1
      kind: RuleSet
      metadata: {name: sample}
      endpoints: {a: {}, b: {}, c: {external: true}}
      rules:
        - {id: r, source: a, destination: b, protocol: tcp, ports: [389, 390], sourcePorts: [1024-65535],
           program: 'C:\\X.exe', purpose: x}
        - {id: s, source: c, destination: b, protocol: icmp, icmpTypes: [3/4], action: deny, purpose: x}
      predefinedRules:
        - {id: p, platform: windows, source: a, endpoint: b, rules: [
           Remote Scheduled Tasks Management (RPC), Remote Scheduled Tasks Management (RPC-EPMAP)]}
      """;

  private static final String ENVIRONMENT =
      """
      apiVersion: rulecast/v1
      kind: Environment
      metadata: {name: sample}
      endpoints:
        a: {addresses: [10.0.0.1, '2001:db8::1'], settings: {ansible: {profiles: [domain]}}}
        b: {addresses: [10.0.1.0-10.0.1.2]}
      """;

  private static SortedMap<String, SortedSet<WindowsRule>> rules(boolean groups) {
    return Reference.of(LocalDate.of(2026, 1, 1), RULES, ENVIRONMENT)
        .windowsFirewall(new WindowsOptions(groups, Map.of("c", List.of("192.0.2.0/24", "::/0"))));
  }

  private static List<String> rules(boolean groups, String endpoint) {
    return rules(groups).getOrDefault(endpoint, Collections.emptySortedSet()).stream()
        .map(WindowsRule::toString)
        .toList();
  }

  @Test
  void knowsNoProgramAtTheSource() {
    assertThat(rules(false, "a"))
        .containsExactly(
            "out allow tcp 1024-65535<-389-390 [10.0.1.0/31, 10.0.1.2/32] program any service any"
                + " [domain]");
  }

  @Test
  void hasWhatWindowsShipsAsRulesOfItsOwn() {
    String every = "[domain, private, public]";
    String svchost = " program %systemroot%\\system32\\svchost.exe service ";
    assertThat(rules(false, "b"))
        .containsExactlyInAnyOrder(
            "in allow tcp 389-390<-1024-65535 [10.0.0.1/32] program c:\\x.exe service any " + every,
            "in allow tcp RPC<-any [10.0.0.1/32]" + svchost + "schedule " + every,
            "in allow tcp RPC-EPMap<-any [10.0.0.1/32]" + svchost + "rpcss " + every,
            "in block icmpv4 <- [192.0.2.0/24] icmp 3:4 program any service any " + every);
    assertThat(rules(false)).containsOnlyKeys("a", "b");
  }

  @Test
  void enablesAGroupThatIsWantedAsAWhole() {
    assertThat(rules(true).getOrDefault("b", Collections.emptySortedSet()))
        .filteredOn(rule -> rule.direction().equals("group"))
        .containsExactly(WindowsRule.of(group()));
    assertThat(rules(true, "b")).noneMatch(rule -> rule.contains("RPC"));
  }

  private static Map<String, Object> group() {
    return Map.of("group", "@FirewallAPI.dll,-33252", "enabled", true, "state", "present");
  }

  private static Map<String, Object> call() {
    Map<String, Object> call = new HashMap<>();
    call.put("name", "x");
    call.put("group", "x");
    call.put("description", "x");
    call.put("direction", "in");
    call.put("action", "allow");
    call.put("protocol", "tcp");
    call.put("localip", "any");
    call.put("localport", "1");
    call.put("remoteip", "any");
    call.put("remoteport", "any");
    call.put("program", "any");
    call.put("service", "any");
    call.put("enabled", true);
    call.put("profiles", List.of("public", "domain"));
    return call;
  }

  @Test
  void readsCallsOfTheModule() {
    assertThat(WindowsRule.of(call()))
        .hasToString(
            "in allow tcp 1<-any "
                + WindowsRule.cidrs(Addresses.of(List.of("0.0.0.0/0")), Family.IPV4)
                    .toString()
                    .replace("]", "")
                + ", ::2/127, ::4/126"
                + WindowsRule.cidrs(
                        Addresses.of(List.of("::8-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
                        Family.IPV6)
                    .stream()
                    .map(cidr -> ", " + cidr)
                    .reduce("", String::concat)
                + "] program any service any [domain, public]");
  }

  @Test
  void refusesCallsThatLeaveSomethingOpen() {
    for (String option : List.copyOf(call().keySet())) {
      Map<String, Object> call = call();
      call.remove(option);
      assertThatIllegalArgumentException().as(option).isThrownBy(() -> WindowsRule.of(call));
    }
    Map<String, Object> everything = call();
    everything.put("remoteip", "0.0.0.0/0");
    assertThatIllegalArgumentException().isThrownBy(() -> WindowsRule.of(everything));
    Map<String, Object> renamed = new HashMap<>(group());
    renamed.put("direction", "in");
    assertThatIllegalArgumentException().isThrownBy(() -> WindowsRule.of(renamed));
  }
}

package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expectation is worked out by hand from DESIGN.md. */
class ReferenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static String rules(String... rules) {
    return """
        apiVersion: rulecast/v1
        kind: RuleSet
        metadata: {name: sample}
        endpoints: {a: {}, b: {}, c: {}, cloud: {external: true}}
        parameters: {admin-port: {default: 8443}, other-port: {description: Another}}
        rules:
        """
        + String.join(
            "", Stream.of(rules).map(rule -> "  - {" + rule + ", purpose: x}\n").toList());
  }

  private static String environment(String... endpoints) {
    return """
        apiVersion: rulecast/v1
        kind: Environment
        metadata: {name: sample}
        parameters: {other-port: [9000, 9001]}
        endpoints:
        """
        + String.join("", Stream.of(endpoints).map(endpoint -> "  " + endpoint + "\n").toList());
  }

  private static List<String> permissions(AwsOptions options, String... documents) {
    return Reference.of(TODAY, documents).awsSecurityGroups(options).stream()
        .map(Permission::toString)
        .toList();
  }

  private static List<String> permissions(String... documents) {
    return permissions(AwsOptions.defaults(), documents);
  }

  private static final String BOUND =
      environment("a: {addresses: [10.0.0.1]}", "b: {addresses: [10.0.1.0/24]}");

  @Test
  void writesAFlowOutboundAtItsSourceAndInboundAtItsDestination() {
    assertThat(
            permissions(
                rules("id: r, source: a, destination: b, protocol: tcp, ports: [389]"), BOUND))
        .containsExactly(
            "a egress tcp 389..389 cidr:10.0.1.0/24", "b ingress tcp 389..389 cidr:10.0.0.1/32");
  }

  @Test
  void multipliesListsAndTakesAnEndpointWithItself() {
    String rule = "id: r, source: [a, b], destination: b, protocol: [udp, 50], ports: [53]";
    String valid = rule.replace("[udp, 50]", "udp");

    assertThatIllegalArgumentException().isThrownBy(() -> permissions(rules(rule), BOUND));
    assertThat(permissions(rules(valid), BOUND))
        .containsExactly(
            "a egress udp 53..53 cidr:10.0.1.0/24",
            "b ingress udp 53..53 cidr:10.0.0.1/32",
            "b ingress udp 53..53 cidr:10.0.1.0/24",
            "b egress udp 53..53 cidr:10.0.1.0/24");
  }

  @Test
  void joinsPortsInsideARuleButNotAcrossRules() {
    String one = "id: r, source: a, destination: b, protocol: tcp, ports: [1024-65535, 3268, 443]";
    String two = "id: s, source: a, destination: b, protocol: tcp, ports: [3268, 443]";

    assertThat(permissions(rules(one, two), BOUND))
        .filteredOn(permission -> permission.startsWith("b"))
        .containsExactly(
            "b ingress tcp 443..443 cidr:10.0.0.1/32",
            "b ingress tcp 1024..65535 cidr:10.0.0.1/32",
            "b ingress tcp 3268..3268 cidr:10.0.0.1/32");
  }

  @ParameterizedTest
  @CsvSource({
    "'protocol: tcp, ports: any', tcp 0..65535",
    "'protocol: tcp, ports: [1-1023, 1024-65535]', tcp 0..65535",
    "'protocol: tcp, ports: $admin-port', tcp 8443..8443",
    "'protocol: tcp, ports: [$other-port]', tcp 9000..9001",
    "'protocol: tcp, ports: 22, sourcePorts: 1024-65535', tcp 22..22",
    "'protocol: tcp, ports: 22, program: C:\\sshd.exe', tcp 22..22",
    "'protocol: icmp', icmp -1..-1",
    "'protocol: icmp, icmpTypes: [echo-request]', icmp 8..-1",
    "'protocol: 1, icmpTypes: [3/4]', icmp 3..4",
    "'protocol: any', -1 none..none",
    "'protocol: esp', 50 none..none",
    "'protocol: 112', 112 none..none",
    "'protocol: 6, ports: 1', tcp 1..1",
  })
  void writesServicesAsEc2Does(String rule, String service) {
    assertThat(permissions(rules("id: r, source: a, destination: b, " + rule), BOUND))
        .containsExactly(
            "a egress " + service + " cidr:10.0.1.0/24",
            "b ingress " + service + " cidr:10.0.0.1/32");
  }

  @Test
  void writesAPermissionOnceThoughSeveralRulesAskForIt() {
    String one = "id: r, source: a, destination: b, protocol: tcp, ports: 22, sourcePorts: 500";
    String two = "id: s, source: a, destination: b, protocol: tcp, ports: 22";

    assertThat(permissions(rules(one), rules(two), BOUND)).hasSize(2);
  }

  @Test
  void pairsFamiliesWithThemselves() {
    String both =
        environment(
            "a: {addresses: [10.0.0.1, '2001:db8::1'], managedBy: [aws-sg]}",
            "b: {addresses: ['2001:db8:1::/64'], managedBy: [aws-sg]}",
            "c: {addresses: [any], managedBy: []}");

    assertThat(permissions(rules("id: r, source: a, destination: [b, c], protocol: any"), both))
        .containsExactly(
            "a egress -1 none..none cidr:0.0.0.0/0",
            "a egress -1 none..none cidr:2001:db8:1::/64",
            "a egress -1 none..none cidr:::/0",
            "b ingress -1 none..none cidr:2001:db8::1/128");
    assertThat(
            permissions(rules("id: r, source: a, destination: c, protocol: [icmp, icmpv6]"), both))
        .containsExactly("a egress icmp -1..-1 cidr:0.0.0.0/0", "a egress icmpv6 -1..-1 cidr:::/0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> permissions(rules("id: r, source: a, destination: b, protocol: icmp"), both));
  }

  @Test
  void managesWhatTheEnvironmentSaysAndNothingExternalByDefault() {
    String rule = rules("id: r, source: [a, b, c, cloud], destination: c, protocol: esp");
    String bindings =
        environment(
            "a: {addresses: [10.0.0.1]}",
            "b: {addresses: [10.0.0.2], managedBy: [ansible]}",
            "c: {addresses: [10.0.0.3], managedBy: []}",
            "cloud: {addresses: [192.0.2.1]}");
    String onlyAnsible = bindings + "defaults: {managedBy: [ansible]}\n";

    assertThat(permissions(rule, bindings))
        .containsExactly("a egress 50 none..none cidr:10.0.0.3/32");
    assertThat(permissions(rule, onlyAnsible)).isEmpty();
    assertThat(
            permissions(rule, onlyAnsible.replace("[192.0.2.1]", "[192.0.2.1], managedBy: aws-sg")))
        .containsExactly("cloud egress 50 none..none cidr:10.0.0.3/32");
  }

  @Test
  void choosesThePeer() {
    String rule = rules("id: r, source: a, destination: [b, c, cloud], protocol: tcp, ports: 22");
    String bindings =
        environment(
            "a: {addresses: [10.0.0.1]}",
            "b: {addresses: [10.0.0.2]}",
            "cloud: {addresses: [192.0.2.1], settings: {aws-sg: {prefixList: pl-1}}}");

    assertThat(permissions(rule, bindings))
        .containsExactly(
            "a egress tcp 22..22 cidr:10.0.0.2/32",
            "a egress tcp 22..22 group:c",
            "a egress tcp 22..22 prefix-list:pl-1",
            "b ingress tcp 22..22 cidr:10.0.0.1/32",
            "c ingress tcp 22..22 cidr:10.0.0.1/32");
    assertThat(permissions(AwsOptions.defaults().withGroupsFirst(), rule, bindings))
        .containsExactly(
            "a egress tcp 22..22 group:b",
            "a egress tcp 22..22 group:c",
            "a egress tcp 22..22 prefix-list:pl-1",
            "b ingress tcp 22..22 group:a",
            "c ingress tcp 22..22 group:a");
  }

  @Test
  void attachesRulesToAnExistingGroup() {
    String bindings =
        environment(
            "a: {addresses: [10.0.0.1], settings: {aws-sg: {securityGroup: sg-1}}}",
            "b: {addresses: [10.0.0.2]}");

    assertThat(permissions(rules("id: r, source: a, destination: b, protocol: gre"), bindings))
        .containsExactly(
            "b ingress 47 none..none group:sg-1", "sg-1 egress 47 none..none cidr:10.0.0.2/32");
  }

  @Test
  void asksForInputsInTheFamiliesOfTheManagedSide() {
    String rule = rules("id: r, source: a, destination: cloud, protocol: tcp, ports: 443");
    AwsOptions given =
        AwsOptions.defaults()
            .withInputs(
                Map.of("cloud", List.of("192.0.2.0/25", "192.0.2.128/25", "2001:db8::/32")));

    assertThat(permissions(rule))
        .containsExactly(
            "a egress tcp 443..443 input:cloud:ipv4", "a egress tcp 443..443 input:cloud:ipv6");
    assertThat(permissions(rule, BOUND)).containsExactly("a egress tcp 443..443 input:cloud:ipv4");
    assertThat(permissions(given, rule, BOUND))
        .containsExactly(
            "a egress tcp 443..443 cidr:192.0.2.0/25", "a egress tcp 443..443 cidr:192.0.2.128/25");
  }

  @Test
  void takesPrefixListsAsInputsWhateverTheFamily() {
    String rule = rules("id: r, source: a, destination: cloud, protocol: tcp, ports: 443");
    AwsOptions given = AwsOptions.defaults().withInputs(Map.of("cloud", List.of("pl-1a2b3c4d")));

    assertThat(permissions(given, rule, BOUND))
        .containsExactly("a egress tcp 443..443 prefix-list:pl-1a2b3c4d");
    assertThat(permissions(given, rule)).isEqualTo(permissions(given, rule, BOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "'source: a, destination: b, protocol: tcp, ports: 400-500', 2",
    "'source: a, destination: b, protocol: any', 0",
    "'source: a, destination: b, protocol: udp, ports: any', 4",
    "'source: c, destination: b, protocol: tcp, ports: 443', 2",
    "'source: cloud, destination: b, protocol: tcp, ports: 443', 4",
    "'source: a, destination: a, protocol: any', 4",
  })
  void leavesOutWhatADenyOverlaps(String deny, int left) {
    String allow = "id: r, source: a, destination: b, protocol: tcp, ports: [80, 443]";
    String bindings =
        environment(
            "a: {addresses: [10.0.0.0/24]}",
            "b: {addresses: [10.0.1.0/24]}",
            "c: {addresses: [10.0.0.7], managedBy: []}",
            "cloud: {addresses: [192.0.2.1]}");

    assertThat(permissions(rules(allow, "id: d, action: deny, " + deny), bindings)).hasSize(left);
  }

  @Test
  void takesADenyForAnUnboundEndpointAsOneForEveryEndpoint() {
    String allow = "id: r, source: a, destination: b, protocol: tcp, ports: 80";
    String deny = "id: d, action: deny, source: cloud, destination: b, protocol: any";

    assertThat(permissions(rules(allow, deny), BOUND)).isEmpty();
  }

  @Test
  void leavesOutAnExpiredAllowAndRefusesAnExpiredDeny() {
    String rule = "id: r, source: a, destination: b, protocol: any, expires: ";

    assertThat(permissions(rules(rule + "2026-11-21"), BOUND)).hasSize(2);
    assertThat(permissions(rules(rule + "2026-11-20"), BOUND)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> permissions(rules("action: deny, " + rule + "2026-11-20"), BOUND));
  }

  @Test
  void refusesAKeyThatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> permissions(rules("id: r, source: a, destination: b, port: 1"), BOUND));
  }
}

package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.oneRule;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.Action;
import dev.rulecast.model.Cidr;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.MemoryFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What Azure refuses is found here and not at the deployment: each test is named after the error of
 * the API, or after the limit, that it prevents. {@link ArmSchemaTest} has the same for every
 * example.
 */
class ApiErrorsTest {
  private static final String A = "a: {addresses: [10.0.1.0/24]}";

  private static NsgRule onlyRule(Fixture fixture, String group) {
    List<NsgRule> rules = PlannedNsg.of(fixture).group(group).rules();
    assertThat(rules).hasSize(1);
    return rules.get(0);
  }

  private static String json(Fixture fixture) {
    return NsgExamples.export(fixture, Map.of()).get("azuredeploy.json");
  }

  /** Networks that do not join, as a list in flow style. */
  private static String networks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "10.%s.%s.%s/32".formatted(i >> 14, (i >> 6) & 0xFF, (i & 0x3F) * 2))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Fixture manyPorts(int count, String action) {
    String ports =
        IntStream.range(0, count)
            .mapToObj(i -> Integer.toString(1 + 2 * i))
            .collect(Collectors.joining(", "));
    return fixture(
        "a: {}, b: {external: true}",
        "{id: r, action: %s, source: b, destination: a, protocol: tcp, ports: [%s], purpose: x}"
            .formatted(action, ports),
        A + ", b: {addresses: [10.0.2.0/24]}");
  }

  @Test
  void securityRuleConflict() {
    PlannedNsg planned = PlannedNsg.of(manyPorts(1_000, "allow"));
    List<NsgRule> rules = planned.group("nsg-a").inbound();
    assertThat(rules).hasSize(1_000).extracting(NsgRule::priority).doesNotHaveDuplicates();
    assertThat(rules).allMatch(rule -> rule.priority() >= 1_000 && rule.priority() <= 3_999);
    List<NsgRule> denies = PlannedNsg.of(manyPorts(500, "deny")).group("nsg-a").inbound();
    assertThat(denies).hasSize(500).extracting(NsgRule::priority).doesNotHaveDuplicates();
    assertThat(denies).allMatch(rule -> rule.priority() >= 500 && rule.priority() <= 999);
  }

  @Test
  void invalidResourceName() {
    String first = "first-" + "x".repeat(50);
    String second = "second-" + "y".repeat(50);
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "%s: {}, %s: {}, a: {}, a-to-b: {}, b-to-c: {}, c: {}".formatted(first, second),
                String.join(
                    ", ",
                    tcp("long", first, second, "443"),
                    tcp("one", "a", "b-to-c", "443"),
                    tcp("other", "a-to-b", "c", "443")),
                // In one group, where the two readable names are the same.
                List.of("a", "a-to-b", "b-to-c", "c").stream()
                    .map(id -> id + ": {settings: {azure-nsg: {nsg: nsg-shared}}}")
                    .collect(Collectors.joining(", "))));
    for (NetworkSecurityGroup group : planned.plan().groups()) {
      assertThat(group.rules())
          .allMatch(rule -> rule.name().matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,78}[A-Za-z0-9_]"))
          .extracting(rule -> rule.name().toLowerCase(Locale.ROOT))
          .doesNotHaveDuplicates();
    }
    assertThat(planned.names("nsg-" + first).get(0))
        .hasSize(80)
        .startsWith("Allow-first-xxx")
        .matches(".*-[0-9a-f]{8}");
    assertThat(planned.names("nsg-shared"))
        .hasSize(4)
        .allMatch(name -> name.matches("Allow-a-to-b-to-c-Tcp-443-(In|Out)-[0-9a-f]{16}"));
  }

  @Test
  void oneThousandRules() {
    assertThat(PlannedNsg.of(manyPorts(1_000, "allow")).kinds())
        .containsExactly(Outcome.Kind.EXACT);
    PlannedNsg tooMany = PlannedNsg.of(manyPorts(1_001, "allow"));
    assertThat(tooMany.plan().groups()).isEmpty();
    assertThat(tooMany.plan().flows()).isEmpty();
    assertThat(tooMany.kinds()).containsExactly(Outcome.Kind.UNSUPPORTED);
    assertThat(tooMany.reasons())
        .containsExactly(
            "the network security group `nsg-a` would need 1001 rules and Azure allows at most 1000");
  }

  @Test
  void fiveHundredDeniesOfADirection() {
    PlannedNsg tooMany = PlannedNsg.of(manyPorts(501, "deny"));
    assertThat(tooMany.plan().groups()).isEmpty();
    assertThat(tooMany.reasons())
        .containsExactly(
            "the network security group `nsg-a` would need 501 inbound denies and there is room for"
                + " 500");
  }

  @Test
  void fourThousandAddresses() {
    String rules = String.join(", ", tcp("r1", "b", "a", "1"), tcp("r2", "b", "a", "2"));
    String bindings = A + ", b: {addresses: %s}";
    PlannedNsg fits =
        PlannedNsg.of(
            fixture("a: {}, b: {external: true}", rules, bindings.formatted(networks(2_000))));
    assertThat(fits.kinds()).containsExactly(Outcome.Kind.EXACT);
    PlannedNsg tooMany =
        PlannedNsg.of(
            fixture("a: {}, b: {external: true}", rules, bindings.formatted(networks(2_001))));
    assertThat(tooMany.plan().groups()).isEmpty();
    assertThat(tooMany.reasons())
        .containsExactly(
            "the network security group `nsg-a` would need 4002 source addresses and Azure allows at"
                + " most 4000");
  }

  @Test
  void namesOfDefaultRules() {
    Set<String> defaults =
        Set.of(
            "allowvnetinbound",
            "allowazureloadbalancerinbound",
            "denyallinbound",
            "allowvnetoutbound",
            "allowinternetoutbound",
            "denyalloutbound");
    // Every name has a hyphen, which none of these has.
    assertThat(defaults).noneMatch(name -> name.contains("-"));
    for (NetworkSecurityGroup group :
        PlannedNsg.of(Fixtures.named("self-flow"), DenyRest.ENDPOINT).plan().groups()) {
      assertThat(group.rules()).allMatch(rule -> rule.name().contains("-"));
    }
  }

  @Test
  void descriptionOf140Characters() {
    String purpose = "\\uD83D\\uDD25".repeat(100);
    Fixture fixture =
        fixture(
            "a: {}, b: {}",
            "{id: r, source: a, destination: b, protocol: icmp, icmpTypes: [echo-request], purpose: \"%s\\n%s\"}"
                .formatted(purpose, purpose),
            A + ", b: {addresses: [10.0.2.9]}");
    String description = onlyRule(fixture, "nsg-b").description();
    assertThat(description).endsWith("... (every ICMP type)").doesNotContain("\n");
    assertThat(description.getBytes(StandardCharsets.UTF_8).length).isBetween(137, 140);
    assertThat(description.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  @Test
  void protocolsThatAzureDoesNotKnow() {
    PlannedNsg planned = PlannedNsg.of(Fixtures.named("other-protocols"));
    assertThat(planned.plan().groups().stream().flatMap(group -> group.rules().stream()))
        .extracting(NsgRule::protocol)
        .containsOnly("Esp", "Ah");
    assertThat(planned.reasons()).contains("network security groups do not know the protocol gre");
    PlannedNsg icmp = PlannedNsg.of(Fixtures.named("icmp-types"));
    assertThat(icmp.plan().groups().stream().flatMap(group -> group.rules().stream()))
        .extracting(NsgRule::protocol)
        .containsOnly("Icmp");
    assertThat(icmp.reasons()).contains("network security groups do not know the protocol icmpv6");
  }

  @Test
  void securityRuleInvalidPortRange() {
    Fixture fixture =
        fixture(
            "a: {}, b: {}",
            "{id: r, source: a, destination: b, protocol: tcp, ports: [80, 443, 8000-8010],"
                + " sourcePorts: [500, 1024-65535], purpose: x}",
            A + ", b: {addresses: [10.0.2.9]}");
    assertThat(PlannedNsg.of(fixture).group("nsg-b").rules())
        .extracting(NsgRule::destinationPorts)
        .containsExactly("80", "443", "8000-8010");
    assertThat(json(fixture))
        .contains("\"destinationPortRange\": \"8000-8010\"")
        .containsPattern("\"sourcePortRanges\": \\[\\s+\"500\",\\s+\"1024-65535\"\\s+]");
  }

  @Test
  void portsOfProtocolsThatHaveNone() {
    Fixture fixture =
        fixture(
            "a: {}, b: {}",
            "{id: r, source: a, destination: b, protocol: [icmp, esp, ah, any], purpose: x},"
                + " {id: s, source: a, destination: b, protocol: tcp, ports: any, purpose: x}",
            A + ", b: {addresses: [10.0.2.9]}");
    assertThat(PlannedNsg.of(fixture).group("nsg-b").rules())
        .hasSize(5)
        .allMatch(rule -> rule.sourcePorts().equals(List.of("*")))
        .allMatch(rule -> rule.destinationPorts().equals("*"));
  }

  @Test
  void exactlyOneOfPrefixPrefixesAndGroups() {
    String rules = json(NsgExamples.own("shared-groups"));
    for (String rule : rules.split("\"name\": ")) {
      for (String side : List.of("source", "destination")) {
        long count =
            List.of("AddressPrefix\"", "AddressPrefixes\"", "ApplicationSecurityGroups\"").stream()
                .filter(property -> rule.contains("\"" + side + property))
                .count();
        assertThat(count).as(rule).isEqualTo(rule.contains("\"protocol\"") ? 1 : 0);
      }
    }
  }

  @Test
  void securityRuleParameterContainsUnsupportedValue() {
    // One tag to a rule, although both stand for the other end of one flow's endpoints.
    Fixture fixture =
        fixture(
            "a: {}, t1: {external: true}, t2: {external: true}, every: {external: true}",
            "{id: r, source: a, destination: [t1, t2, every], protocol: tcp, ports: [443], purpose: x}",
            A
                + ", t1: {settings: {azure-nsg: {serviceTag: Storage}}}"
                + ", t2: {settings: {azure-nsg: {serviceTag: Sql.WestEurope}}}"
                + ", every: {addresses: [any]}");
    assertThat(PlannedNsg.of(fixture).group("nsg-a").rules())
        .extracting(rule -> PlannedNsg.text(rule.destination()))
        .containsExactlyInAnyOrder("Storage", "Sql.WestEurope", "*");
    assertThat(json(fixture))
        .contains("\"destinationAddressPrefix\": \"Storage\"")
        .contains("\"destinationAddressPrefix\": \"*\"")
        .doesNotContain("AddressPrefixes");
  }

  @Test
  void securityRuleInvalidAddressPrefix() {
    // A range becomes networks without host bits.
    Fixture fixture = oneRule(A + ", b: {addresses: [10.0.2.10-10.0.2.13]}");
    assertThat(PlannedNsg.text(onlyRule(fixture, "nsg-b").destination()))
        .isEqualTo("10.0.2.10/31,10.0.2.12/31");
  }

  @Test
  void overlappingSubnetsNotPermittedInSecurityRule() {
    Fixture fixture =
        oneRule(A + ", b: {addresses: [10.0.2.0/25, 10.0.2.22, 10.0.2.128/25, 10.0.4.0/24]}");
    assertThat(PlannedNsg.text(onlyRule(fixture, "nsg-b").destination()))
        .isEqualTo("10.0.2.0/24,10.0.4.0/24");
    String nested = "{addresses: [10.0.%s], settings: {azure-nsg: {nsg: nsg-one}}}";
    Fixture shared =
        oneRule("a: " + nested.formatted("0.0/16") + ", b: " + nested.formatted("2.0/24"));
    NetworkSecurityGroup group = PlannedNsg.of(shared, DenyRest.ENDPOINT).group("nsg-one");
    assertThat(group.inbound())
        .last()
        .extracting(rule -> PlannedNsg.text(rule.destination()))
        .isEqualTo("10.0.0.0/16");
  }

  @Test
  void resourceCannotContainAddressPrefixesFromDifferentAddressFamilies() {
    for (NsgExamples.Example example : NsgExamples.all()) {
      for (DenyRest denyRest : DenyRest.values()) {
        for (NetworkSecurityGroup group :
            PlannedNsg.of(example.fixture(), denyRest).plan().groups()) {
          for (NsgRule rule : group.rules()) {
            Set<Object> families = new TreeSet<>();
            for (NsgAddresses end : List.of(rule.source(), rule.destination())) {
              if (end instanceof NsgAddresses.Prefixes prefixes) {
                prefixes.cidrs().stream().map(Cidr::family).forEach(families::add);
              } else if (end instanceof NsgAddresses.Input input) {
                input.input().family().ifPresent(families::add);
              }
            }
            assertThat(families).as(rule.name()).hasSizeLessThan(2);
          }
        }
      }
    }
  }

  /** Endpoints with application security groups of their own, in one network security group. */
  private static Fixture applicationGroups(int count) {
    List<String> endpoints = new ArrayList<>(List.of("client: {external: true}"));
    List<String> bindings = new ArrayList<>(List.of("client: {addresses: [10.9.0.0/16]}"));
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      endpoints.add("e%s: {}".formatted(i));
      bindings.add(
          "e%s: {settings: {azure-nsg: {nsg: nsg-all, applicationSecurityGroup: asg-%s}}}"
              .formatted(i, i));
      rules.add(tcp("r" + i, "client", "e" + i, "443"));
    }
    return fixture(
        String.join(", ", endpoints), String.join(", ", rules), String.join(", ", bindings));
  }

  @Test
  void tenApplicationSecurityGroupsOfARule() {
    List<NsgRule> rests =
        PlannedNsg.of(applicationGroups(23), DenyRest.ENDPOINT).group("nsg-all").inbound().stream()
            .filter(rule -> rule.action() == Action.DENY)
            .sorted(Comparator.comparing(NsgRule::priority).reversed())
            .toList();
    assertThat(rests).extracting(NsgRule::priority).containsExactly(4096, 4095, 4094);
    assertThat(rests)
        .extracting(r -> ((NsgAddresses.ApplicationGroups) r.destination()).groups().size())
        .containsExactly(10, 10, 3);
  }

  @Test
  void oneHundredApplicationSecurityGroups() {
    assertThat(PlannedNsg.of(applicationGroups(100)).kinds()).containsExactly(Outcome.Kind.EXACT);
    assertThat(PlannedNsg.of(applicationGroups(101)).reasons())
        .containsExactly(
            "the network security group `nsg-all` would need 101 application security groups and"
                + " Azure allows at most 100");
  }

  @Test
  void eightHundredResourcesOfATemplate() {
    Fixture fixture = manyPorts(801, "allow");
    MemoryFiles files = new MemoryFiles();
    assertThat(NsgExamples.run(fixture, Map.of("rules", "child"), files).outcomes())
        .extracting(reported -> reported.outcome().reason())
        .containsOnly(
            "the template would have 801 resources and Azure Resource Manager takes at most 800");
    assertThat(files.files()).isEmpty();
    assertThat(NsgExamples.export(manyPorts(800, "allow"), Map.of("rules", "child"))).isNotEmpty();
    assertThat(NsgExamples.export(fixture, Map.of())).isNotEmpty();
  }

  /** Servers that talk to one network. */
  private static Fixture servers(int count) {
    List<String> endpoints = new ArrayList<>(List.of("client: {external: true}"));
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      endpoints.add("e%s: {}".formatted(i));
      rules.add(tcp("r" + i, "client", "e" + i, "443"));
    }
    return fixture(
        String.join(", ", endpoints),
        String.join(", ", rules),
        "client: {addresses: [10.9.0.0/16]}");
  }

  @Test
  void twoHundredAndFiftySixParametersOfATemplate() {
    // Each has an input; the names of the groups are parameters only where there is room.
    String few = json(servers(127));
    assertThat(few.split("\"type\": \"(string|array)\"")).hasSize(1 + 1 + 2 * 127);
    String many = json(servers(128));
    assertThat(many).doesNotContain("NsgName").contains("\"name\": \"nsg-e127\"");
    MemoryFiles files = new MemoryFiles();
    assertThat(NsgExamples.run(servers(255), Map.of(), files).outcomes())
        .extracting(reported -> reported.outcome().reason())
        .containsOnly(
            "the template would have 257 parameters and Azure Resource Manager takes at most 256");
    assertThat(files.files()).isEmpty();
  }

  @Test
  void fourMebibytesOfATemplate() {
    // Eight groups with nine hundred rules each; their purposes have two bytes for a character.
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      rules.append(i == 0 ? "" : ", ");
      rules.append(
          "{id: r%s, source: b, destination: e%s, protocol: tcp, ports: [%s], purpose: \"%s\"}"
              .formatted(
                  i,
                  i,
                  IntStream.range(0, 900)
                      .mapToObj(p -> Integer.toString(1 + 2 * p))
                      .collect(Collectors.joining(", ")),
                  "é".repeat(140)));
    }
    String endpoints =
        IntStream.range(0, 8).mapToObj(i -> "e%s: {}, ".formatted(i)).collect(Collectors.joining());
    Fixture fixture =
        fixture(endpoints + "b: {external: true}", rules.toString(), "b: {addresses: [10.0.0.1]}");
    MemoryFiles files = new MemoryFiles();
    assertThat(NsgExamples.run(fixture, Map.of("format", "arm"), files).warnings())
        .containsExactly(
            "The file `azuredeploy.json` is larger than the 4 MiB that Azure Resource Manager takes;"
                + " export fewer rule sets at once.");
  }

  @Test
  void locationIsRequired() {
    assertThat(json(NsgExamples.production()))
        .contains("\"location\": \"[parameters('location')]\"");
  }

  @Test
  void retryableErrorDueToAnotherOperation() {
    Map<String, String> files =
        NsgExamples.export(NsgExamples.production(), Map.of("rules", "child"));
    assertThat(files.get("azuredeploy.json"))
        .containsPattern("\"mode\": \"serial\",\\s+\"batchSize\": 1");
    assertThat(files.get("main.bicep")).contains("@batchSize(1)");
  }

  @Test
  void flowsInBothDirectionsMayShareANumber() {
    List<String> names = List.of("one");
    assertThat(Priorities.of(names, Side.INBOUND, Action.ALLOW))
        .isNotEqualTo(Priorities.of(names, Side.OUTBOUND, Action.ALLOW));
  }
}

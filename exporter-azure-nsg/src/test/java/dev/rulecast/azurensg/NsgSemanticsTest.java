package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.azurensg.NsgInterpreter.Packet;
import dev.rulecast.azurensg.NsgInterpreter.Verdict;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import dev.rulecast.testkit.reference.Connection;
import dev.rulecast.testkit.reference.Host;
import dev.rulecast.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the deployed groups let through is what the documents say: for every pair of addresses at
 * the boundaries of what they name, every protocol, and the ports at the boundaries of theirs.
 */
class NsgSemanticsTest {
  private static final Set<Integer> EXPRESSIBLE = Set.of(1, 6, 17, 50, 51);
  private static final List<int[]> ICMP =
      List.of(new int[] {0, 0}, new int[] {3, 4}, new int[] {3, 1}, new int[] {8, 0});

  /**
   * An output, and what it is compared with.
   *
   * @param fixture what is exported
   * @param inputs networks of the unbound endpoints, by parameter
   * @param twin the same, bound to the networks that are given or stand behind names
   * @param behind networks behind service tags and application security groups
   */
  private record Case(
      Fixture fixture,
      Map<String, List<String>> inputs,
      Fixture twin,
      Map<String, List<String>> behind) {
    static Case of(Fixture fixture) {
      return new Case(fixture, Map.of(), fixture, Map.of());
    }

    Case bound(String endpoints) {
      String environment =
          fixture
                  .environment()
                  .orElse(
                      "apiVersion: rulecast/v1\nkind: Environment\nmetadata: {name: x}\nendpoints:\n")
                  .stripTrailing()
              + "\n"
              + endpoints.indent(2);
      return new Case(fixture, inputs, fixture.in(environment), behind);
    }

    Case twin(String from, String to) {
      String environment = twin.environment().orElseThrow();
      assertThat(environment).contains(from);
      return new Case(fixture, inputs, twin.in(environment.replace(from, to)), behind);
    }

    Case given(String parameter, String... networks) {
      Map<String, List<String>> more = new HashMap<>(inputs);
      more.put(parameter, List.of(networks));
      return new Case(fixture, more, twin, behind);
    }

    Case behind(String name, String... networks) {
      Map<String, List<String>> more = new HashMap<>(behind);
      more.put(name, List.of(networks));
      return new Case(fixture, inputs, twin, more);
    }

    @Override
    public String toString() {
      return fixture.name();
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String name :
        List.of(
            "lists-and-ranges",
            "ipv6-only",
            "both-families",
            "any-address",
            "self-flow",
            "two-endpoints-one-cidr",
            "merged-purposes",
            "every-port",
            "icmp-types",
            "other-protocols",
            "source-ports-and-program",
            "deny-overlapping",
            "deny-apart",
            "expired",
            "parameters")) {
      cases.add(Case.of(Fixtures.named(name)));
    }
    cases.add(Case.of(NsgExamples.production()));
    cases.add(
        Case.of(Fixtures.named("unbound"))
            .bound("office: {addresses: [10.77.0.0/24]}\npartner: {addresses: [10.78.0.8]}")
            .given("officePrefixes", "10.77.0.0/24")
            .given("partnerPrefixes", "10.78.0.8/32"));
    cases.add(unboundFamilies());
    cases.add(sharedGroups());
    IntStream.range(0, 12).forEach(seed -> cases.add(Case.of(RandomPolicies.fixture(seed))));
    return cases.stream();
  }

  private static Case unboundFamilies() {
    return Case.of(NsgExamples.own("unbound-families"))
        .bound(
            """
            clients: {addresses: [10.70.0.0/24, "2001:db8:70::/64"]}
            printers: {addresses: [10.71.0.0/24, "2001:db8:71::/64"]}
            resolver: {addresses: ["2001:db8:72::/64"]}
            forwarder: {addresses: ["2001:db8:73::1", "2001:db8:73::2"]}
            """)
        .given("clientsPrefixesIpv4", "10.70.0.0/24")
        .given("clientsPrefixesIpv6", "2001:db8:70::/64")
        .given("printersPrefixesIpv4", "10.71.0.0/24")
        .given("printersPrefixesIpv6", "2001:db8:71::/64")
        .given("resolverPrefixes", "2001:db8:72::/64")
        .given("forwarderPrefixes", "2001:db8:73::1/128", "2001:db8:73::2/128");
  }

  private static Case sharedGroups() {
    return Case.of(NsgExamples.own("shared-groups"))
        .twin("batch:\n", "batch:\n    addresses: [10.20.0.32/28]\n")
        .twin("entra-id:\n", "entra-id:\n    addresses: [198.51.100.0/24, \"2001:db8:ee::/64\"]\n")
        .behind("asg-batch", "10.20.0.32/28")
        .behind("asg-database", "10.20.1.0/24")
        .behind("AzureActiveDirectory", "198.51.100.0/24", "2001:db8:ee::/64");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void customRulesSayWhatTheDocumentsSay(Case one) {
    for (String rules : List.of("inline", "child")) {
      new Comparison(one, Map.of("rules", rules)).customRules();
    }
  }

  /** Where one machine has two groups, the default rules of one undo what the other says. */
  static Stream<Case> casesWithoutOverlap() {
    return cases()
        .filter(
            one ->
                !Set.of("two-endpoints-one-cidr", "deny-overlapping").contains(one.fixture.name()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesWithoutOverlap")
  void withTheRestDeniedAllTrafficIsWhatTheDocumentsSay(Case one) {
    new Comparison(one, Map.of("denyRest", "endpoint")).allTraffic();
  }

  private static final class Comparison {
    private final Samples samples;
    private final Reference reference;
    private final Map<String, Reference> atSource = new HashMap<>();
    private final Map<String, Reference> atDestination = new HashMap<>();
    private final NsgInterpreter interpreter;
    private int allowed;
    private int denied;

    Comparison(Case one, Map<String, String> options) {
      samples = new Samples(one.twin);
      String environment = one.twin.environment().orElse("");
      reference = Reference.of(Fixture.AS_OF, one.twin.ruleSets(), environment);
      String json = NsgExamples.export(one.fixture, options).get("azuredeploy.json");
      interpreter = new NsgInterpreter(ArmTemplate.deploy(json, one.inputs), one.behind);
      for (String group : interpreter.groupNames()) {
        List<String> endpoints =
            samples.addresses().keySet().stream()
                .filter(endpoint -> samples.group(endpoint).equals(group))
                .toList();
        atSource.put(
            group,
            Reference.of(Fixture.AS_OF, samples.withAllowsFor("source", endpoints), environment));
        atDestination.put(
            group,
            Reference.of(
                Fixture.AS_OF, samples.withAllowsFor("destination", endpoints), environment));
      }
    }

    /** Whether all groups of a machine together let a packet pass. */
    private interface Judge {
      boolean allows(List<String> groups, String direction, Packet packet);
    }

    void customRules() {
      compare(
          (groups, direction, packet) -> {
            List<Verdict> verdicts =
                groups.stream().map(g -> interpreter.custom(g, direction, packet)).toList();
            return verdicts.contains(Verdict.ALLOW) && !verdicts.contains(Verdict.DENY);
          });
    }

    /** Whatever Azure takes for the virtual network. */
    void allTraffic() {
      for (boolean inVirtualNetwork : List.of(true, false)) {
        compare(
            (groups, direction, packet) ->
                groups.stream()
                    .allMatch(g -> interpreter.allows(g, direction, packet, inVirtualNetwork)));
      }
    }

    private List<String> groups(String address) {
      List<String> groups = new ArrayList<>();
      samples
          .addresses()
          .forEach(
              (endpoint, networks) -> {
                String group = samples.group(endpoint);
                if (interpreter.groupNames().contains(group)
                    && !groups.contains(group)
                    && networks.stream().anyMatch(n -> Networks.contain(n, address))) {
                  groups.add(group);
                }
              });
      return groups;
    }

    private void compare(Judge judge) {
      List<String> representatives = samples.representatives();
      for (String source : samples.hosts()) {
        List<String> out = groups(source);
        for (String destination : samples.hosts()) {
          List<String> in = groups(destination);
          boolean sameFamily = source.contains(":") == destination.contains(":");
          if (sameFamily && !(out.isEmpty() && in.isEmpty())) {
            boolean all = representatives.contains(source) && representatives.contains(destination);
            for (Connection connection : connections(source, destination, all)) {
              check(connection, out, in, judge);
            }
          }
        }
      }
      assertThat(allowed).as("allowed").isPositive();
      assertThat(denied).as("denied").isPositive();
    }

    private static Packet packet(Connection connection) {
      boolean hasPorts = connection.protocol() == 6 || connection.protocol() == 17;
      return new Packet(
          connection.source().address(),
          connection.destination().address(),
          connection.protocol(),
          connection.sourcePort(),
          hasPorts ? connection.portOrType() : 0);
    }

    /**
     * Packets between two hosts.
     *
     * @param all every port; else some
     */
    private List<Connection> connections(String from, String to, boolean all) {
      Host source = Host.at(from);
      Host destination = Host.at(to);
      List<Connection> connections = new ArrayList<>();
      List<Integer> ports = List.copyOf(samples.ports());
      int middle = ports.get(ports.size() / 2);
      for (int port : all ? ports : List.of(middle)) {
        for (int sourcePort : all && port == middle ? samples.sourcePorts() : Set.of(1_500)) {
          connections.add(Connection.tcp(source, destination, port).from(sourcePort));
          connections.add(Connection.udp(source, destination, port).from(sourcePort));
        }
      }
      for (int[] message : all ? ICMP : ICMP.subList(0, 1)) {
        connections.add(
            from.contains(":")
                ? Connection.icmpv6(source, destination, message[0], message[1])
                : Connection.icmp(source, destination, message[0], message[1]));
      }
      for (int protocol : all ? List.of(47, 50, 51, 132) : List.of(50)) {
        connections.add(Connection.of(source, destination, protocol));
      }
      return connections;
    }

    private void check(Connection connection, List<String> out, List<String> in, Judge judge) {
      Packet packet = packet(connection);
      boolean leaves = out.isEmpty() || judge.allows(out, "Outbound", packet);
      boolean arrives = in.isEmpty() || judge.allows(in, "Inbound", packet);
      boolean passes = leaves && arrives;
      if (passes && !mayBeWider(connection)) {
        fail("The groups allow what the documents do not: " + connection);
      }
      if (EXPRESSIBLE.contains(connection.protocol())) {
        if (!leaves && out.stream().anyMatch(g -> at(atSource, g).mayConnect(connection))) {
          fail("The documents allow what the groups " + out + " do not let out: " + connection);
        }
        if (!arrives && in.stream().anyMatch(g -> at(atDestination, g).mayConnect(connection))) {
          fail("The documents allow what the groups " + in + " do not let in: " + connection);
        }
      }
      allowed += passes ? 1 : 0;
      denied += passes ? 0 : 1;
    }

    private static Reference at(Map<String, Reference> references, String group) {
      return Objects.requireNonNull(references.get(group));
    }

    /** Programs are not matched: a rule for one opens the port for all. Likewise ICMP types. */
    private boolean mayBeWider(Connection connection) {
      if (samples.programs().stream()
          .anyMatch(program -> reference.mayConnect(connection.to(program)))) {
        return true;
      }
      return connection.protocol() == 1
          && ICMP.stream()
              .map(
                  message ->
                      Connection.icmp(
                          connection.source(), connection.destination(), message[0], message[1]))
              .anyMatch(reference::mayConnect);
    }
  }
}

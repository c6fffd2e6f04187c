package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.WindowsHost.Packet;
import dev.rulecast.testkit.Outcomes;
import dev.rulecast.testkit.Seeds;
import dev.rulecast.testkit.reference.Connection;
import dev.rulecast.testkit.reference.ConnectionProof;
import dev.rulecast.testkit.reference.ConnectionProof.Gate;
import dev.rulecast.testkit.reference.Expectation;
import dev.rulecast.testkit.reference.Expectation.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the documents: the role has the rules that they say and no other, its hosts let through
 * exactly what they permit, and the outcomes are those that follow from the documents alone.
 */
class RandomRoleTest {
  /** No packet of another host has them. */
  private static final Set<String> OWN = Set.of("::", "::1");

  static LongStream seeds() {
    return Seeds.of(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void saysWhatTheDocumentsSay(long seed) throws IOException {
    RandomRole role = RandomRole.of(seed, seed % 3 == 0 ? "hosts_firewall" : "rulecast_firewall");
    SortedMap<String, List<Map<String, Object>>> calls =
        RoleReader.calls(role.output().files(), role.example().role(), role.inputs());
    assertThat(MeaningTest.read(calls)).isEqualTo(role.expectedRules());

    SortedSet<String> outcomes = new TreeSet<>(Outcomes.of(role.output().result()));
    outcomes.removeIf(outcome -> outcome.contains("/shipped inbound "));
    SortedSet<String> expected = new TreeSet<>(role.expectation().outcomes());
    expected.removeIf(outcome -> outcome.contains("/shipped inbound "));
    assertThat(outcomes).isEqualTo(expected);

    Expectation expectation = role.expectation().where(places(role));
    ConnectionProof.compare(expectation, new Hosts(expectation, calls)::gates);
  }

  /** What is given to inputs, and addresses for unbound endpoints that nobody asks about. */
  private static Map<String, List<String>> places(RandomRole role) {
    Map<String, List<String>> places = new TreeMap<>();
    for (String endpoint : role.expectation().endpoints()) {
      if (!role.expectation().isBound(endpoint)) {
        int number = places.size();
        places.put(endpoint, List.of("10.88." + number + ".7", "2001:db8:88::" + number));
      }
    }
    places.putAll(role.inputs());
    return places;
  }

  /** The hosts of all endpoints; one that belongs to several has the rules of all. */
  private record Hosts(
      Expectation expectation,
      SortedMap<String, List<Map<String, Object>>> calls,
      Map<List<Object>, List<Map<String, Object>>> known) {
    Hosts(Expectation expectation, SortedMap<String, List<Map<String, Object>>> calls) {
      this(expectation, calls, new HashMap<>());
    }

    List<Gate> gates(Side side, String host, String peer) {
      Set<String> endpoints = new TreeSet<>(expectation.endpointsOf(host));
      endpoints.removeIf(endpoint -> !expectation.isManaged(endpoint));
      if (endpoints.isEmpty() || OWN.contains(host) || OWN.contains(peer)) {
        return List.of();
      }
      List<Map<String, Object>> rules =
          known.computeIfAbsent(
              List.of(side, endpoints, peer), any -> rules(side, endpoints, peer));
      return List.of(
          new Gate(
              endpoints,
              false,
              rules.stream().map(rule -> rule.get("name")).toList(),
              connection -> new WindowsHost(rules).verdict(packet(side, peer, connection))));
    }

    private List<Map<String, Object>> rules(Side side, Set<String> endpoints, String peer) {
      String direction = side == Side.INBOUND ? "in" : "out";
      List<Map<String, Object>> rules = new ArrayList<>();
      for (String endpoint : endpoints) {
        for (Map<String, Object> rule : calls.getOrDefault(endpoint, List.of())) {
          if (direction.equals(rule.get("direction"))
              && TestAddresses.contains(String.valueOf(rule.get("remoteip")), peer)) {
            rules.add(rule);
          }
        }
      }
      return rules;
    }

    private static Packet packet(Side side, String peer, Connection connection) {
      boolean in = side == Side.INBOUND;
      boolean icmp = connection.protocol() == 1 || connection.protocol() == 58;
      int first = connection.portOrType();
      int second = icmp ? connection.code() : connection.sourcePort();
      boolean swapped = !in && !icmp;
      return new Packet(
          in ? "in" : "out",
          peer,
          connection.protocol(),
          swapped ? second : first,
          swapped ? first : second,
          in ? connection.program() : "");
    }
  }
}

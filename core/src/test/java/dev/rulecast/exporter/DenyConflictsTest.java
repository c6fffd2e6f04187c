package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Action;
import dev.rulecast.model.Environment;
import dev.rulecast.policy.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenyConflictsTest {
  private static final String[] ADDRESSES = {
    "", "10.0.0.0/24", "10.0.0.0/8", "10.0.0.7", "10.0.1.0/24 10.0.3.0/24", "10.0.2.0/23",
    "2001:db8::/64", "2001:db8::1 10.0.0.8", "any", "0.0.0.0/0", "::/0", "192.0.2.1-192.0.2.9",
    "192.0.2.9", "192.0.2.10 10.0.3.255",
  };
  private static final String[] PORTS = {"80", "1-100", "81", "100-200", "any", "80 443", "443"};

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void findsTheSameAsComparingEachWithEach(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      List<Flow> flows = bind(random);
      List<Flow> denies = flows.stream().filter(f -> f.action() == Action.DENY).toList();
      List<Flow> allows = flows.stream().filter(f -> f.action() == Action.ALLOW).toList();

      Set<Flow> found = DenyConflicts.between(denies, allows);

      List<String> expected = new ArrayList<>();
      for (Flow flow : flows) {
        List<Flow> others = flow.action() == Action.DENY ? allows : denies;
        if (others.stream().anyMatch(flow::mayOverlap)) {
          expected.add(Bound.text(flow));
        }
      }
      assertThat(flows.stream().filter(found::contains).map(Bound::text).toList())
          .as("seed %s: %s", seed, flows)
          .isEqualTo(expected);
    }
  }

  private static List<Flow> bind(Random random) {
    Environments environment = Environments.empty();
    for (String id : List.of("a", "b", "c", "d", "e")) {
      environment.at(id, ADDRESSES[random.nextInt(ADDRESSES.length)]);
    }
    Rules[] rules =
        IntStream.range(0, 2 + random.nextInt(8))
            .mapToObj(i -> rule("r" + i, random))
            .toArray(Rules[]::new);
    // Flows without a common family are errors; the others are as good as any.
    return Bound.in(environment.build(), RuleSets.of("web", rules)).policy().flows();
  }

  private static Rules rule(String id, Random random) {
    String source = endpoint(random);
    String destination = endpoint(random);
    Rules rule =
        random.nextBoolean()
            ? Rules.deny(id, source, destination)
            : Rules.allow(id, source, destination);
    return switch (random.nextInt(8)) {
      case 0 -> rule.protocols("any");
      case 1 -> rule.protocols("esp");
      case 2 -> rule.protocols("icmp");
      case 3 -> rule.protocols("icmp").icmpTypes(random.nextBoolean() ? "3/1" : "3");
      case 4 -> rule.protocols("icmp").icmpTypes(random.nextBoolean() ? "3/2" : "8");
      case 5 -> rule.udp(PORTS[random.nextInt(PORTS.length)]).program("C:\\x.exe");
      default -> rule.tcp(PORTS[random.nextInt(PORTS.length)]).sourcePorts("1-5");
    };
  }

  private static String endpoint(Random random) {
    return List.of("a", "b", "c", "d", "e").get(random.nextInt(5));
  }

  /** Each with each would be 100,000,000 comparisons. */
  @Test
  void doesNotCompareUnrelatedEndpoints() {
    int pairs = 10_000;
    Environments environment = Environments.empty();
    Rules[] rules = new Rules[2 * pairs];
    for (int i = 0; i < pairs; i++) {
      environment.at("s" + i, address(10, i)).at("d" + i, address(11, i));
      environment.at("t" + i, address(12, i));
      rules[2 * i] = Rules.allow("a" + i, "s" + i, "d" + i).tcp("80");
      rules[2 * i + 1] = Rules.deny("x" + i, "t" + i, "d" + i).tcp("80");
    }

    assertThat(conflicts(environment.build(), rules)).isEmpty();
  }

  @Test
  void doesNotCompareEachFlowOfAHub() {
    int clients = 10_000;
    Environments environment = Environments.empty().at("hub", "192.0.2.1");
    Rules[] rules = new Rules[2 * clients];
    for (int i = 0; i < clients; i++) {
      environment.at("c" + i, address(10, i));
      rules[2 * i] = Rules.allow("a" + i, "hub", "c" + i).tcp("80");
      rules[2 * i + 1] = Rules.deny("x" + i, "hub", "c" + i).tcp("81");
    }

    assertThat(conflicts(environment.build(), rules)).isEmpty();
  }

  @Test
  void doesNotCompareEachFlowOfUnboundEndpoints() {
    int endpoints = 10_000;
    Rules[] rules = new Rules[2 * endpoints];
    for (int i = 0; i < endpoints; i++) {
      rules[2 * i] = Rules.allow("a" + i, "s" + i, "d" + i).tcp(Integer.toString(2 * i + 1));
      rules[2 * i + 1] = Rules.deny("x" + i, "s" + i, "d" + i).tcp(Integer.toString(2 * i + 2));
    }

    assertThat(conflicts(Environment.none(), rules)).isEmpty();
  }

  private static String address(int first, int number) {
    return first + "." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
  }

  private static Set<Flow> conflicts(Environment environment, Rules... rules) {
    List<Flow> flows = Bound.in(environment, RuleSets.of("web", rules)).policy().flows();
    return DenyConflicts.between(
        flows.stream().filter(f -> f.action() == Action.DENY).toList(),
        flows.stream().filter(f -> f.action() == Action.ALLOW).toList());
  }
}

package dev.rulecast.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostic;
import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Action;
import dev.rulecast.policy.Flow;
import dev.rulecast.policy.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the analysis with one that looks at single packets. */
class FlowAnalysisOracleTest {
  private static final String[] PORTS = {
    "1", "2", "3", "1-2", "2-4", "3-6", "5-6", "4", "1-6", "5 7", "any", "7-65535", "4-65535"
  };
  private static final String[] SOURCE_PORTS = {"", "", "", "1-2", "3", "1 3", "3-65535", "1-2 4"};
  private static final String[] PROGRAMS = {"", "", "", "x", "y"};
  private static final String[] TYPES = {"3", "3/0", "3/1", "8", "8/0"};

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @Tag("slow")
  void findsTheSameAsLookingAtEveryPacket(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Rules[] rules = rules(random);
      Policy policy = Bound.unbound(RuleSets.of("web", rules)).policy();
      Diagnostics diagnostics = new Diagnostics();

      FlowAnalysis.report(policy, diagnostics);

      String text = "seed " + seed + ": " + policy.flows().stream().map(Bound::text).toList();
      assertThat(subjects(diagnostics, "covered")).as(text).isEqualTo(covered(policy.flows()));
      assertThat(subjects(diagnostics, "dead")).as(text).isEqualTo(dead(policy.flows()));
      for (Diagnostic note : diagnostics.sorted()) {
        if (note.id().equals("covered")) {
          assertThat(isTrue(note, policy.flows())).as(text + ": " + note).isTrue();
        }
      }
    }
  }

  private static Rules[] rules(Random random) {
    return IntStream.range(0, 1 + random.nextInt(9))
        .mapToObj(i -> rule("r" + i, random))
        .toArray(Rules[]::new);
  }

  private static Rules rule(String id, Random random) {
    String source = pick(random, "a", "b");
    Rules rule =
        random.nextInt(3) == 0 ? Rules.deny(id, source, "b") : Rules.allow(id, source, "b");
    String protocol = pick(random, "tcp", "tcp", "tcp", "udp", "icmp", "icmpv6", "esp", "any");
    rule = rule.protocols(protocol);
    if (protocol.equals("tcp") || protocol.equals("udp")) {
      rule = rule.ports(pick(random, PORTS)).sourcePorts(pick(random, SOURCE_PORTS));
    }
    if (protocol.startsWith("icmp") && random.nextBoolean()) {
      rule = rule.icmpTypes(pick(random, TYPES));
    }
    String program = pick(random, PROGRAMS);
    return program.isEmpty() ? rule : rule.program(program);
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private static TreeSet<String> subjects(Diagnostics diagnostics, String id) {
    TreeSet<String> subjects = new TreeSet<>();
    diagnostics.sorted().stream()
        .filter(diagnostic -> diagnostic.id().equals(id))
        .forEach(diagnostic -> subjects.addAll(diagnostic.subjects()));
    return subjects;
  }

  private static TreeSet<String> covered(List<Flow> flows) {
    TreeSet<String> covered = new TreeSet<>();
    for (Flow flow : flows) {
      boolean isCovered =
          flows.stream().anyMatch(o -> o != flow && alike(o, flow) && containsAll(o, flow));
      if (isCovered) {
        covered.addAll(described(flow));
      }
    }
    return covered;
  }

  private static TreeSet<String> dead(List<Flow> flows) {
    TreeSet<String> dead = new TreeSet<>();
    for (Flow flow : flows) {
      BitSet left = Packets.of(flow.traffic());
      for (Flow other : flows) {
        if (other.action() == Action.DENY && samePair(other, flow)) {
          left.andNot(Packets.of(other.traffic()));
        }
      }
      if (flow.action() == Action.ALLOW && left.isEmpty()) {
        dead.addAll(described(flow));
      }
    }
    return dead;
  }

  /** Whether the rule that a note names has a flow that covers each of its subjects. */
  private static boolean isTrue(Diagnostic note, List<Flow> flows) {
    List<Flow> coverers =
        flows.stream()
            .filter(f -> note.message().contains("`" + f.references().get(0) + "`"))
            .toList();
    return flows.stream()
        .filter(flow -> note.subjects().containsAll(described(flow)))
        .allMatch(flow -> coverers.stream().anyMatch(o -> alike(o, flow) && containsAll(o, flow)));
  }

  private static boolean samePair(Flow one, Flow other) {
    return one.source().id().equals(other.source().id())
        && one.destination().id().equals(other.destination().id());
  }

  private static boolean alike(Flow one, Flow other) {
    return one.action() == other.action() && samePair(one, other);
  }

  private static boolean containsAll(Flow wide, Flow narrow) {
    BitSet left = Packets.of(narrow.traffic());
    left.andNot(Packets.of(wide.traffic()));
    return left.isEmpty();
  }

  private static List<String> described(Flow flow) {
    String service = (flow.traffic().protocol() + " " + flow.traffic().service()).strip();
    String what =
        " (" + flow.source().id() + " to " + flow.destination().id() + ", " + service + ")";
    List<String> described = new ArrayList<>();
    flow.references().forEach(reference -> described.add(reference + what));
    return described;
  }
}

package dev.rulecast.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions notice each kind of wrong permission. */
class AwsWorldTest {
  private static final String RULES =
      """
      apiVersion: rulecast/v1
      kind: RuleSet
      metadata: {name: test}
      endpoints: {web: {}, database: {}, office: {external: true}, twin: {}}
      rules:
        - {id: sql, source: web, destination: database, protocol: tcp, ports: [5432-5439], purpose: x}
        - {id: ping, source: web, destination: database, protocol: icmp, icmpTypes: [3/4], purpose: x}
        - {id: all, source: office, destination: web, protocol: any, purpose: x}
        - {id: twin, source: office, destination: twin, protocol: udp, ports: [53], purpose: x}
      """;

  private static final String ENVIRONMENT =
      """
      apiVersion: rulecast/v1
      kind: Environment
      metadata: {name: test}
      endpoints:
        web: {addresses: [10.0.0.0/29]}
        database: {addresses: [10.0.1.5]}
        twin: {settings: {aws-sg: {securityGroup: sg-1}}}
      """;

  private static final AwsOptions OPTIONS =
      AwsOptions.defaults().withInputs(Map.of("office", List.of("pl-1")));

  private static List<String> problems(String rules, SortedSet<Permission> permissions) {
    return AwsWorld.of(Fixture.AS_OF, rules, ENVIRONMENT).problems(OPTIONS, permissions);
  }

  private static SortedSet<Permission> right() {
    return Reference.of(Fixture.AS_OF, RULES, ENVIRONMENT).awsSecurityGroups(OPTIONS);
  }

  @Test
  void findsNothingInWhatIsRight() {
    AwsWorld world = AwsWorld.of(Fixture.AS_OF, RULES, ENVIRONMENT);
    assertThat(right()).hasSize(6);
    assertThat(world.problems(OPTIONS, right())).isEmpty();
    assertThat(world.questions()).isGreaterThan(100);
  }

  @Test
  void noticesEachThatIsMissing() {
    for (Permission permission : right()) {
      SortedSet<Permission> rest = new TreeSet<>(right());
      rest.remove(permission);
      assertThat(problems(RULES, rest)).isNotEmpty().allMatch(p -> p.contains("is closed"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "web, EGRESS, tcp, 5432, 5440, cidr:10.0.1.5/32",
    "web, EGRESS, tcp, 5431, 5439, cidr:10.0.1.5/32",
    "web, EGRESS, udp, 5432, 5439, cidr:10.0.1.5/32",
    "web, EGRESS, tcp, 5432, 5439, cidr:10.0.1.4/31",
    "web, EGRESS, icmp, 3, -1, cidr:10.0.1.5/32",
    "web, EGRESS, icmp, -1, -1, cidr:10.0.1.5/32",
    "web, INGRESS, tcp, 5432, 5439, cidr:10.0.1.5/32",
    "database, INGRESS, tcp, 5432, 5439, cidr:10.0.0.8/32",
    "database, INGRESS, tcp, 5432, 5439, group:sg-1",
    "database, INGRESS, tcp, 1, 1, prefix-list:pl-1",
    "sg-1, INGRESS, udp, 53, 54, prefix-list:pl-1",
  })
  void noticesEachThatIsTooMuch(
      String group, Direction direction, String protocol, int from, int to, String peer) {
    SortedSet<Permission> more = new TreeSet<>(right());
    more.add(Permission.of(group, direction, protocol, from, to, peer));

    assertThat(problems(RULES, more))
        .isNotEmpty()
        .allMatch(problem -> problem.contains("is open, which no rule permits"));
  }

  @Test
  void noticesADenyThatIsForgotten() {
    String deny =
        "  - {id: no, action: deny, source: web, destination: database, protocol: tcp,"
            + " ports: [5439], purpose: x}\n";

    assertThat(problems(RULES + deny, right())).isNotEmpty();
  }

  @Test
  void tellsWhatBecomesOfRules() {
    String deny =
        """
          - {id: no, action: deny, source: web, destination: database, protocol: tcp, ports: [1-9], purpose: x}
          - {id: cut, action: deny, source: office, destination: twin, protocol: udp, ports: [53], purpose: x}
          - {id: wide, source: office, destination: database, protocol: tcp, ports: [1], sourcePorts: [2],
             program: 'C:\\a.exe', purpose: x}
          - {id: far, source: office, destination: office, protocol: any, purpose: x}
        """;
    String bound =
        ENVIRONMENT.replace(
            "twin: {", "office: {addresses: [10.9.0.1]}\n  twin: {addresses: [10.0.2.1], ");
    assertThat(Reference.of(Fixture.AS_OF, RULES + deny, bound).awsOutcomes())
        .extracting(AwsOutcome::toString)
        .containsExactly(
            "test/all inbound exact []",
            "test/cut inbound unsupported []",
            "test/far  not-applicable []",
            "test/no inbound exact []",
            "test/no outbound exact []",
            "test/ping inbound exact []",
            "test/ping outbound exact []",
            "test/sql inbound exact []",
            "test/sql outbound exact []",
            "test/twin inbound unsupported []",
            "test/wide inbound wider [program, sourcePorts]");
  }
}

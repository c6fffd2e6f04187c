package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.oneRule;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands for the two ends of a rule, by what is known of them. */
class EndsTest {
  private static String binding(String id, int number, String kind) {
    String ipv4 = "10.0.%s.0/24".formatted(number);
    String ipv6 = "\"2001:db8:%s::/64\"".formatted(number);
    String group = "settings: {azure-nsg: {applicationSecurityGroup: asg-%s}}".formatted(id);
    String tag = "settings: {azure-nsg: {serviceTag: Sql}}";
    String text =
        switch (kind) {
          case "ipv4" -> "addresses: [%s]".formatted(ipv4);
          case "both" -> "addresses: [%s, %s]".formatted(ipv4, ipv6);
          case "any" -> "addresses: [any]";
          case "group" -> group;
          case "group-ipv4" -> "addresses: [%s], %s".formatted(ipv4, group);
          case "group-ipv6" -> "addresses: [%s], %s".formatted(ipv6, group);
          case "tag" -> tag;
          case "tag-ipv4" -> "addresses: [%s], %s".formatted(ipv4, tag);
          case "unbound" -> "managedBy: [azure-nsg]";
          default -> throw new IllegalArgumentException(kind);
        };
    return "%s: {%s}".formatted(id, text);
  }

  /** Both ends of every rule of a group; {@code -} if there is no such group. */
  private static String ends(PlannedNsg planned, String group) {
    String ends =
        planned.plan().groups().stream()
            .filter(g -> g.name().equals(group))
            .flatMap(g -> g.rules().stream())
            .map(
                rule ->
                    PlannedNsg.text(rule.source()) + " > " + PlannedNsg.text(rule.destination()))
            .collect(Collectors.joining(", "));
    return ends.isEmpty() ? "-" : ends;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tcp  | group      | tag        | asg-a > Sql                | -
          tcp  | tag        | group      | -                          | Sql > asg-b
          tcp  | group      | group      | asg-a > asg-b              | asg-a > asg-b
          tcp  | group      | any        | asg-a > *                  | asg-a > *
          tcp  | group-ipv4 | any        | asg-a > 0.0.0.0/0          | asg-a > 0.0.0.0/0
          tcp  | group-ipv6 | any        | asg-a > ::/0               | asg-a > ::/0
          tcp  | any        | group-ipv4 | 0.0.0.0/0 > asg-b          | 0.0.0.0/0 > asg-b
          icmp | group      | any        | asg-a > *                  | asg-a > *
          tcp  | any        | any        | * > *                      | * > *
          tcp  | any        | ipv4       | * > 10.0.2.0/24            | * > 10.0.2.0/24
          tcp  | any        | tag        | * > Sql                    | -
          tcp  | tag-ipv4   | ipv4       | 10.0.1.0/24 > 10.0.2.0/24  | Sql > 10.0.2.0/24
          tcp  | ipv4       | tag-ipv4   | 10.0.1.0/24 > Sql          | 10.0.1.0/24 > 10.0.2.0/24
          tcp  | tag-ipv4   | any        | 10.0.1.0/24 > *            | Sql > 0.0.0.0/0
          tcp  | unbound    | tag        | a? > Sql                   | -
          tcp  | tag        | unbound    | -                          | Sql > b?
          tcp  | unbound    | any        | a? > *                     | a? > *
          tcp  | any        | unbound    | * > b?                     | * > b?
          tcp  | unbound    | group      | a? > asg-b                 | a? > asg-b
          tcp  | unbound    | group-ipv4 | a?IPv4 > asg-b             | a?IPv4 > asg-b
          tcp  | group-ipv6 | unbound    | asg-a > b?IPv6             | asg-a > b?IPv6
          tcp  | unbound    | ipv4       | a?IPv4 > 10.0.2.0/24       | a?IPv4 > 10.0.2.0/24
          tcp  | unbound    | unbound    | a? > b?                    | a? > b?
          icmp | unbound    | unbound    | a?IPv4 > b?IPv4            | a?IPv4 > b?IPv4
          """)
  void anEndIsWrittenAsWhatIsKnownOfIt(
      String protocol, String source, String destination, String atSource, String atDestination) {
    String rule =
        "{id: r, source: a, destination: b, protocol: %s, purpose: x}"
            .formatted(protocol.equals("tcp") ? "tcp, ports: [443]" : protocol);
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "a: {}, b: {}",
                rule,
                binding("a", 1, source) + ", " + binding("b", 2, destination)));
    assertThat(ends(planned, "nsg-a")).isEqualTo(atSource);
    assertThat(ends(planned, "nsg-b")).isEqualTo(atDestination);
  }

  @Test
  void anEndpointOfBothFamiliesHasARuleForEach() {
    PlannedNsg planned =
        PlannedNsg.of(oneRule(binding("a", 1, "both") + ", " + binding("b", 2, "tag")));
    assertThat(planned.rules("nsg-a"))
        .containsExactly(
            "Allow-a-to-b-Tcp-443-Out: 10.0.1.0/24 * -> Sql Tcp 443",
            "Allow-a-to-b-Tcp-443-IPv6-Out: 2001:db8:1::/64 * -> Sql Tcp 443");
  }

  /** Whatever the rule is about: a prefix of the other family would be in neither input. */
  @Test
  void anEndpointWithAnInputOfEachFamilyHasTwoRulesEverywhere() {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "u: {}, tag: {external: true}, c: {external: true}",
                String.join(
                    ", ",
                    tcp("r1", "c", "u", "1"),
                    tcp("r2", "u", "tag", "2"),
                    tcp("r3", "tag", "u", "3")),
                binding("c", 3, "both") + ", " + binding("tag", 4, "tag")));
    assertThat(ends(planned, "nsg-u"))
        .isEqualTo(
            "10.0.3.0/24 > u?IPv4/2, 2001:db8:3::/64 > u?IPv6/2, Sql > u?IPv4/2, Sql > u?IPv6/2,"
                + " u?IPv4/2 > Sql, u?IPv6/2 > Sql");
  }

  /** Only a rule between two inputs makes the one have the families of the other. */
  @ParameterizedTest
  @CsvSource({"every, u, every, v", "u, every, v, every"})
  void inputsThatMeetTheSameEndpointNeedNotHaveTheSameFamilies(
      String source, String destination, String otherSource, String otherDestination) {
    PlannedNsg planned =
        PlannedNsg.of(
            fixture(
                "u: {}, v: {}, every: {external: true}, c: {external: true}",
                String.join(
                    ", ",
                    tcp("r1", "c", "u", "1"),
                    tcp("r2", source, destination, "2"),
                    tcp("r3", otherSource, otherDestination, "3")),
                binding("c", 3, "both") + ", " + binding("every", 4, "any")));
    assertThat(planned.plan().inputs())
        .extracting(PlannedNsg::text)
        .containsExactly("u?IPv4/2", "u?IPv6/2", "v?");
  }

  @ParameterizedTest
  @CsvSource({"serviceTag, Sql, SQL", "applicationSecurityGroup, asg-x, ASG-X"})
  void namesThatDifferInCaseAreOneEnd(String setting, String one, String other) {
    String settings = "{settings: {azure-nsg: {%s: %s}}}";
    Fixture fixture =
        fixture(
            "a: {}, b: {external: true}, c: {external: true}",
            tcp("r", "a", "b", "443") + ", " + tcp("s", "a", "c", "443"),
            "a: {addresses: [10.0.1.0/24]}, b: %s, c: %s"
                .formatted(settings.formatted(setting, one), settings.formatted(setting, other)));
    PlannedNsg planned = PlannedNsg.of(fixture);
    assertThat(ends(planned, "nsg-a")).isEqualTo("10.0.1.0/24 > " + one);
    assertThat(planned.group("nsg-a").outbound().get(0).description()).isEqualTo("Why r; Why s");
  }

  /** Which both may be called the same. */
  @Test
  void aTagIsNotAnApplicationSecurityGroup() {
    Fixture fixture =
        fixture(
            "a: {}, b: {external: true}, c: {external: true}",
            tcp("r", "a", "b", "443") + ", " + tcp("s", "a", "c", "443"),
            "a: {addresses: [10.0.1.0/24]}"
                + ", b: {settings: {azure-nsg: {serviceTag: Sql}}}"
                + ", c: {settings: {azure-nsg: {applicationSecurityGroup: Sql}}}");
    assertThat(PlannedNsg.of(fixture).group("nsg-a").outbound())
        .extracting(NsgRule::destination)
        .containsExactly(
            new NsgAddresses.ServiceTag("Sql"),
            new NsgAddresses.ApplicationGroups(List.of(new ApplicationSecurityGroup("Sql"))));
  }
}

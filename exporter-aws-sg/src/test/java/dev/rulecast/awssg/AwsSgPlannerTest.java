package dev.rulecast.awssg;

import static dev.rulecast.awssg.Planned.tcp;
import static dev.rulecast.awssg.PlannerFixtures.manyAddresses;
import static dev.rulecast.awssg.PlannerFixtures.oneRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.exporter.ReportedOutcome;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AwsSgPlannerTest {
  private static final String GROUP = "securityGroup: sg-1a2b3c4d";
  private static final String LIST = "prefixList: pl-5e6f7a8b";
  private static final String ADDRESSES = "addresses: [10.0.2.0/24]";

  private static String peer(String binding, PeerPreference preference) {
    Fixture fixture = oneRule("a: {addresses: [10.0.1.0/24]}" + binding);
    return Planned.of(fixture, preference).keys("a", Side.OUTBOUND).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          addresses | group | list | tcp-443-prefix-list/pl-5e6f7a8b
          addresses |       | list | tcp-443-prefix-list/pl-5e6f7a8b
          addresses | group |      | tcp-443-security-group/sg-1a2b3c4d
                    | group |      | tcp-443-security-group/sg-1a2b3c4d
          addresses |       |      | tcp-443-10.0.2.0/24
                    |       |      | tcp-443-b
          """)
  void prefersPrefixListsThenGroupsThenAddresses(
      String addresses, String group, String list, String key) {
    StringBuilder settings = new StringBuilder();
    settings.append(group == null ? "" : GROUP);
    settings.append(group == null || list == null ? "" : ", ").append(list == null ? "" : LIST);
    String binding =
        (addresses == null ? "" : ADDRESSES + ", ")
            + (settings.isEmpty() ? "" : "settings: {aws-sg: {" + settings + "}}");
    String environment = binding.isEmpty() ? "" : ", b: {" + binding + "}";
    assertThat(peer(environment, PeerPreference.ADDRESSES)).isEqualTo(key);
  }

  @Test
  void prefersThePlannedGroupToAddressesIfAsked() {
    String bound = ", b: {" + ADDRESSES + "}";
    assertThat(peer(bound, PeerPreference.GROUP)).isEqualTo("tcp-443-b");
    assertThat(peer(bound, PeerPreference.ADDRESSES)).isEqualTo("tcp-443-10.0.2.0/24");
  }

  @Test
  void anEndpointThatIsNotManagedHasNoGroup() {
    String bound = ", b: {" + ADDRESSES + ", managedBy: []}";
    assertThat(peer(bound, PeerPreference.GROUP)).isEqualTo("tcp-443-10.0.2.0/24");
    Planned planned = Planned.of(oneRule("a: {addresses: [10.0.1.0/24]}, b: {managedBy: []}"));
    assertThat(planned.plan().groups()).extracting(SecurityGroup::name).containsExactly("a");
    assertThat(planned.plan().inputs()).extracting(i -> i.endpoint().id()).containsExactly("b");
    Permission permission = planned.group("a").egress().get(0);
    assertThat(permission.peer())
        .isEqualTo(
            new Peer.Input(planned.plan().inputs().get(0).endpoint(), Set.of(IpFamily.IPV4)));
  }

  @Test
  void anInputNeedsTheFamiliesThatItsFlowsCanUse() {
    Fixture fixture =
        Fixture.inline(
            "a: {external: true}, v4: {}, only-v6: {}, also: {}",
            String.join(
                ", ",
                tcp("r1", "a", "v4", "443", "x"),
                tcp("r2", "a", "only-v6", "443", "x"),
                tcp("r3", "a", "also", "443", "x")),
            "v4: {addresses: [10.0.0.1]}, only-v6: {addresses: [\"2001:db8::1\"]},"
                + " also: {addresses: [10.0.0.2, \"2001:db8::2\"]}");
    assertThat(Planned.of(fixture).plan().inputs().get(0).needs())
        .containsExactly(
            Set.of(IpFamily.IPV4), Set.of(IpFamily.IPV6), Set.of(IpFamily.IPV4, IpFamily.IPV6));
  }

  /** The name in a key is the same, whatever stands behind it. */
  @Test
  void aManagedEndpointWithoutAddressesIsMetByItsGroup() {
    Planned planned = Planned.of(oneRule("a: {addresses: [10.0.1.0/24]}"));
    assertThat(planned.plan().inputs()).isEmpty();
    assertThat(planned.group("a").egress())
        .extracting(Permission::peer)
        .containsExactly(new Peer.PlannedGroup(planned.group("b").endpoints().get(0)));
  }

  @Test
  void keepsExistingGroupsApart() {
    Fixture fixture =
        oneRule(
            "a: {settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}},"
                + " b: {settings: {aws-sg: {securityGroup: sg-9a2b3c4d}}}");
    Planned planned = Planned.of(fixture);
    assertThat(planned.plan().groups())
        .extracting(SecurityGroup::name)
        .containsExactly("sg-1a2b3c4d", "sg-9a2b3c4d");
    assertThat(planned.keys("sg-1a2b3c4d", Side.OUTBOUND))
        .containsExactly("tcp-443-security-group/sg-9a2b3c4d");
    assertThat(planned.keys("sg-1a2b3c4d", Side.INBOUND)).isEmpty();
    assertThat(planned.keys("sg-9a2b3c4d", Side.INBOUND))
        .containsExactly("tcp-443-security-group/sg-1a2b3c4d");
  }

  @Test
  void pairsFamilies() {
    Planned planned = Planned.of(Fixtures.named("both-families"));
    assertThat(planned.keys("clients", Side.OUTBOUND))
        .containsExactly(
            "tcp-443-10.2.0.10/32",
            "tcp-443-2001:db8:2::10/128",
            "tcp-9100-10.9.0.0/24",
            "icmp-any-10.2.0.10/32");
    assertThat(planned.keys("old-printers", Side.INBOUND)).containsExactly("tcp-9100-10.1.0.0/16");
  }

  @Test
  void mergesWhatIsOnePermissionAfterWidening() {
    Planned planned = Planned.of(Fixtures.named("source-ports-and-program"));
    assertThat(planned.keys("servers", Side.INBOUND))
        .containsExactly("tcp-9392-10.12.0.0/24", "udp-123-10.12.0.0/24");
    Permission agent = planned.group("servers").ingress().get(0);
    assertThat(agent.description()).isEqualTo("Agent; Agent before version 4");
    assertThat(agent.widenings())
        .containsExactly(
            "EC2 security groups do not match source ports 1024-65535 and the program",
            "EC2 security groups do not match source ports 500, 4500");
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.WIDER);
  }

  @Test
  void mergesEndpointsWithOneNetwork() {
    Planned planned = Planned.of(Fixtures.named("two-endpoints-one-cidr"));
    assertThat(planned.keys("file-servers", Side.INBOUND)).containsExactly("tcp-22-10.6.0.0/24");
    assertThat(planned.group("file-servers").ingress().get(0).description())
        .isEqualTo("Administration; Backup");
  }

  /** What a group or list is permitted holds for every endpoint for which it stands. */
  @ParameterizedTest
  @CsvSource({GROUP + ", true", LIST + ", true", "securityGroup: sg-9a2b3c4d, false"})
  void aDenyConcernsWhoeverSharesAGroupOrList(String allowedHas, boolean shared) {
    Fixture fixture =
        Fixture.inline(
            "a: {}, allowed: {}, denied: {}",
            tcp("r1", "a", "allowed", "443", "x")
                + ", "
                + tcp("r2", "a", "denied", "443", "x").replace("{id", "{action: deny, id"),
            """
            a: {addresses: [10.0.1.0/24]},
            allowed: {addresses: [10.0.2.0/24], settings: {aws-sg: {%s}}},
            denied: {addresses: [10.0.3.0/24], settings: {aws-sg: {%s, %s}}}
            """
                .formatted(allowedHas, GROUP, LIST));
    Planned planned = Planned.of(fixture);
    assertThat(planned.plan().groups().isEmpty()).isEqualTo(shared);
    assertThat(planned.kinds().contains(Outcome.Kind.UNSUPPORTED)).isEqualTo(shared);
  }

  /** Whoever has the list of one and the group of another joins them. */
  @Test
  void aDenyConcernsThoseWhoShareSomethingWithOneWhoSharesSomethingElse() {
    assertThat(unsupported("addresses: [10.0.4.0/24], settings: {aws-sg: {%s}}".formatted(GROUP)))
        .isEmpty();
    assertThat(
            unsupported(
                "addresses: [10.0.4.0/24], settings: {aws-sg: {%s, %s}}".formatted(GROUP, LIST)))
        .containsExactly("test/r1");
  }

  /** It may be anywhere. */
  @Test
  void aDenyForOneWhoSharesWithAnUnboundEndpointConcernsEveryAddress() {
    assertThat(unsupported("settings: {aws-sg: {%s}}".formatted(GROUP))).containsExactly("test/r1");
  }

  /** The rules that are not written where a third endpoint has this. */
  private static List<String> unsupported(String third) {
    Fixture fixture =
        Fixture.inline(
            "a: {}, allowed: {}, denied: {}, third: {}",
            String.join(
                ", ",
                tcp("r1", "a", "allowed", "443", "x"),
                tcp("r2", "a", "denied", "443", "x").replace("{id", "{action: deny, id"),
                tcp("r3", "third", "a", "22", "x")),
            """
            a: {addresses: [10.0.1.0/24]},
            allowed: {addresses: [10.0.2.0/24], settings: {aws-sg: {%s}}},
            denied: {addresses: [10.0.3.0/24], settings: {aws-sg: {%s}}},
            third: {%s}
            """
                .formatted(LIST, GROUP, third));
    return Planned.of(fixture).result().outcomes().stream()
        .filter(reported -> reported.outcome().kind() == Outcome.Kind.UNSUPPORTED)
        .map(ReportedOutcome::rule)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void endpointsShareAnExistingGroup() {
    Fixture fixture =
        Fixture.inline(
            "a: {title: First}, b: {title: Second}, c: {}",
            String.join(
                ", ",
                tcp("r1", "[a, b]", "c", "443", "Web"),
                tcp("r2", "c", "b", "22", "Administration"),
                tcp("r3", "a", "b", "8080", "Between the two")),
            "a: {settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}},"
                + " b: {addresses: [10.0.0.9], settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}},"
                + " c: {addresses: [10.0.1.0/24]}");
    Planned planned = Planned.of(fixture);
    SecurityGroup shared = planned.group("sg-1a2b3c4d");
    assertThat(shared.endpoints()).extracting(e -> e.id()).containsExactly("a", "b");
    assertThat(planned.keys("sg-1a2b3c4d", Side.OUTBOUND))
        .containsExactly("tcp-443-10.0.1.0/24", "tcp-8080-security-group/sg-1a2b3c4d");
    assertThat(planned.keys("sg-1a2b3c4d", Side.INBOUND))
        .containsExactly("tcp-22-10.0.1.0/24", "tcp-8080-security-group/sg-1a2b3c4d");
    assertThat(planned.keys("c", Side.INBOUND))
        .containsExactly("tcp-443-security-group/sg-1a2b3c4d");
    assertThat(planned.kinds()).containsExactly(Outcome.Kind.EXACT);
  }

  @Test
  void warnsBeyondTheDefaultQuota() {
    Planned sixty = Planned.of(manyAddresses(60));
    assertThat(sixty.group("a").egress()).hasSize(60);
    assertThat(sixty.result().warnings()).isEmpty();
    Planned more = Planned.of(manyAddresses(61));
    assertThat(more.group("a").egress()).hasSize(61);
    assertThat(more.result().warnings())
        .containsExactly(
            "The security group of `a` needs at least 61 outbound permissions for IPv4; the default"
                + " quota is 60.");
    assertThat(more.kinds()).containsExactly(Outcome.Kind.EXACT);
  }

  @Test
  void writesNoneWhereEc2AllowsNotAsMany() {
    assertThat(Planned.of(manyAddresses(1_000)).group("a").egress()).hasSize(1_000);
    Planned tooMany = Planned.of(manyAddresses(1_001));
    assertThat(tooMany.group("a").egress()).isEmpty();
    assertThat(tooMany.group("b").ingress()).hasSize(1);
    assertThat(tooMany.kinds()).containsExactly(Outcome.Kind.EXACT, Outcome.Kind.UNSUPPORTED);
    assertThat(tooMany.result().outcomes())
        .filteredOn(o -> o.outcome().kind() == Outcome.Kind.UNSUPPORTED)
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.side()).contains(Side.OUTBOUND);
              assertThat(o.outcome().reason())
                  .isEqualTo(
                      "the security group of `a` would need 1001 outbound permissions for IPv4 and"
                          + " EC2 allows at most 1000");
            });
    assertThat(tooMany.result().warnings()).isEmpty();
  }

  /** Sixteen million permissions, from a few lines, would take memory that is needed for others. */
  @Test
  void keepsNoMoreThanEc2CouldAllow() {
    Planned exact = Planned.of(manyAddresses(2_000));
    Planned more = Planned.of(manyAddresses(2_001));
    Planned farMore = Planned.of(manyAddresses(32_000, oddPorts()));

    assertThat(reasons(exact))
        .containsExactly(
            "the security group of `a` would need 2000 outbound permissions for IPv4 and EC2 allows"
                + " at most 1000");
    assertThat(reasons(more))
        .containsExactly(
            "the security group of `a` would need more than 2000 outbound permissions and EC2 allows"
                + " at most 1000");
    assertThat(reasons(farMore)).isEqualTo(reasons(more));
    assertThat(farMore.group("a").egress()).isEmpty();
  }

  private static String oddPorts() {
    return IntStream.range(0, 500)
        .mapToObj(i -> Integer.toString(2 * i + 1))
        .collect(Collectors.joining(", "));
  }

  private static Set<String> reasons(Planned planned) {
    Set<String> reasons = new HashSet<>();
    planned.result().outcomes().stream()
        .filter(o -> o.outcome().kind() == Outcome.Kind.UNSUPPORTED)
        .forEach(o -> reasons.add(o.outcome().reason()));
    return reasons;
  }

  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.Fixtures#all")
  void noPermissionOccursTwice(Fixture fixture) {
    for (PeerPreference preference : PeerPreference.values()) {
      for (SecurityGroup group : Planned.of(fixture, preference).plan().groups()) {
        for (List<Permission> direction : List.of(group.ingress(), group.egress())) {
          Set<String> keys = new HashSet<>();
          Set<Object> permissions = new HashSet<>();
          for (Permission permission : direction) {
            assertThat(keys.add(permission.key())).as(permission.key()).isTrue();
            assertThat(permissions.add(List.of(permission.ipPermission(), permission.peer())))
                .as(permission.key())
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void keysDependOnNothingButThePermission() {
    Fixture here = oneRule("a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.0/24]}");
    Fixture elsewhere =
        Fixture.inline(
            "x: {title: Other}, y: {}, z: {}",
            String.join(
                ", ",
                tcp("first", "z", "y", "80", "Something"),
                tcp("renamed", "x", "y", "443", "Another purpose")),
            "x: {addresses: [10.0.1.0/24]}, y: {addresses: [10.0.2.0/24]},"
                + " z: {addresses: [10.0.3.0/24]}");
    assertThat(Planned.of(here).keys("b", Side.INBOUND)).containsExactly("tcp-443-10.0.1.0/24");
    assertThat(Planned.of(elsewhere).keys("y", Side.INBOUND))
        .containsExactly("tcp-80-10.0.3.0/24", "tcp-443-10.0.1.0/24");
  }

  @Test
  void writesEc2sOwnWords() {
    Planned planned = Planned.of(Fixtures.named("other-protocols"));
    assertThat(planned.group("vpn-gateway").ingress())
        .extracting(p -> p.ipPermission().ipProtocol())
        .containsExactly("47", "50", "51");
    Planned everyPort = Planned.of(Fixtures.named("every-port"));
    assertThat(everyPort.group("lab").ingress().get(0).ipPermission())
        .hasToString("IpPermission[ipProtocol=tcp, ports=Optional[FromTo[from=0, to=65535]]]");
    assertThat(everyPort.group("lab").egress().get(0).ipPermission())
        .hasToString("IpPermission[ipProtocol=-1, ports=Optional.empty]");
    Planned icmp = Planned.of(Fixtures.named("icmp-types"));
    assertThat(icmp.group("monitoring").ingress())
        .extracting(p -> p.ipPermission().ports().orElseThrow().toString())
        .containsExactly("FromTo[from=3, to=4]", "FromTo[from=11, to=-1]");
  }

  private static Planned closed(Fixture fixture) {
    return Planned.of(fixture, PeerPreference.ADDRESSES, DefaultEgress.REPLACED);
  }

  /** Without any permission AWS would let everything out. */
  @Test
  void replacesWhatAwsPermitsWhereARuleIsForNothingElseAndNoneIsWritten() {
    Fixture many = manyAddresses(1_001);
    Fixture fixture =
        new Fixture(
            many.name(),
            many.ruleSets()
                .replace("b: {}", "b: {}, nowhere: {}")
                .replace(
                    "rules: [",
                    "rules: [{id: same, source: a, destination: nowhere, protocol: icmp,"
                        + " icmpTypes: [252/86], purpose: Nothing}, "),
            many.environment()
                .map(
                    text ->
                        text.replace(" b: {", " nowhere: {addresses: [255.255.255.255]}, b: {")));

    assertThat(closed(fixture).keys("a", Side.OUTBOUND))
        .containsExactly(NoTraffic.PERMISSION.key());
  }

  @Test
  void replacesWhatAwsPermitsInEveryGroupThatItMakes() {
    Fixture fixture =
        Fixture.inline(
            "a: {}, b: {}, c: {}",
            tcp("r1", "a", "b", "443", "x") + ", " + tcp("r2", "c", "b", "443", "x"),
            "a: {addresses: [10.0.0.1]}, b: {addresses: [10.0.0.2]},"
                + " c: {settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}}");
    String noTraffic = NoTraffic.PERMISSION.key();
    assertThat(closed(fixture).keys("a", Side.OUTBOUND))
        .containsExactly(noTraffic, "tcp-443-10.0.0.2/32");
    assertThat(closed(fixture).keys("b", Side.OUTBOUND)).containsExactly(noTraffic);
    assertThat(closed(fixture).keys("b", Side.INBOUND)).doesNotContain(noTraffic);
    assertThat(closed(fixture).keys("sg-1a2b3c4d", Side.OUTBOUND))
        .containsExactly("tcp-443-10.0.0.2/32");
    assertThat(Planned.of(fixture).keys("b", Side.OUTBOUND)).isEmpty();
  }

  @Test
  void countsTheReplacement() {
    assertThat(closed(manyAddresses(59)).result().warnings()).isEmpty();
    assertThat(closed(manyAddresses(60)).result().warnings())
        .containsExactly(
            "The security group of `a` needs at least 61 outbound permissions for IPv4; the default"
                + " quota is 60.");
    Planned tooMany = closed(manyAddresses(1_000));
    assertThat(tooMany.kinds()).contains(Outcome.Kind.UNSUPPORTED);
    // Otherwise AWS would open the group.
    assertThat(tooMany.group("a").egress()).containsExactly(NoTraffic.PERMISSION);
  }

  @Test
  void doesNotRepeatTheReplacement() {
    Fixture fixture =
        Fixture.inline(
            "a: {}, b: {}",
            "{id: r, source: a, destination: b, protocol: icmp, icmpTypes: [252/86], purpose: Odd}",
            "a: {addresses: [10.0.0.1]}, b: {addresses: [255.255.255.255]}");
    List<Permission> egress = closed(fixture).group("a").egress();
    assertThat(egress).extracting(Permission::key).containsExactly(NoTraffic.PERMISSION.key());
    assertThat(egress).extracting(Permission::description).containsExactly("Odd");
  }
}

package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.IpPermission.FromTo;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.Cidr;
import dev.rulecast.model.Ids;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalIdsTest {
  private static final IpPermission HTTPS = traffic("tcp", 443, 443);

  private static IpPermission traffic(String protocol, int from, int to) {
    return new IpPermission(protocol, Optional.of(new FromTo(from, to)));
  }

  private static Endpoint endpoint(String id) {
    return new Endpoint(id, id, false, List.of(), AddressSet.empty(), Set.of(), Map.of());
  }

  private static SecurityGroup group(String id) {
    return new SecurityGroup(List.of(endpoint(id)), Optional.empty(), List.of(), List.of());
  }

  private static SecurityGroup existing(String id) {
    return new SecurityGroup(List.of(endpoint("any-name")), Optional.of(id), List.of(), List.of());
  }

  private static String rule(SecurityGroup group, Side side, Peer peer, IpPermission traffic) {
    return LogicalIds.rule(group, side, new Permission("key", traffic, peer, "text", List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "auditor-server, AuditorServerSecurityGroup",
    "dc01, Dc01SecurityGroup",
    "dc-01, DcN01SecurityGroup",
    "dc-n01, DcNn01SecurityGroup",
    "dc-nn01, DcNnn01SecurityGroup",
    "a-b1, AB1SecurityGroup",
    "a-b-1, ABN1SecurityGroup",
    "a1-b, A1BSecurityGroup",
    "a-1b, AN1bSecurityGroup",
    "from-a-to-b, NfromANtoBSecurityGroup",
    "nto-b, NntoBSecurityGroup",
    "tools, ToolsSecurityGroup",
    "nothing, NothingSecurityGroup",
    "existing-cidr, NexistingNcidrSecurityGroup"
  })
  void namesGroups(String id, String name) {
    assertThat(LogicalIds.group(endpoint(id))).isEqualTo(name);
  }

  @Test
  void namesParametersAndOutputs() {
    assertThat(LogicalIds.prefixList(endpoint("mail-relay"))).isEqualTo("MailRelayPrefixListId");
    assertThat(LogicalIds.output(endpoint("mail-relay"))).isEqualTo("MailRelaySecurityGroupId");
  }

  @Test
  void namesRulesAfterTheGroupsAndTheSide() {
    Peer b = new Peer.PlannedGroup(endpoint("b"));
    assertThat(rule(group("a"), Side.OUTBOUND, b, HTTPS)).isEqualTo("AToBTcp443");
    assertThat(rule(group("a"), Side.INBOUND, b, HTTPS)).isEqualTo("AFromBTcp443");
    assertThat(rule(group("a"), Side.INBOUND, new Peer.ExistingGroup("sg-1a2b3c4d"), HTTPS))
        .isEqualTo("AFromExistingSg1a2b3c4dTcp443");
    assertThat(rule(existing("sg-1a2b3c4d"), Side.INBOUND, b, HTTPS))
        .isEqualTo("ExistingSg1a2b3c4dFromBTcp443");
    assertThat(
            rule(existing("sg-1a2b3c4d"), Side.OUTBOUND, new Peer.PrefixList("pl-5e6f7a8b"), HTTPS))
        .isEqualTo("ExistingSg1a2b3c4dToExistingPl5e6f7a8bTcp443");
    Peer input = new Peer.Input(endpoint("b"), Set.of(IpFamily.IPV4));
    assertThat(rule(existing("sg-1a2b3c4d"), Side.OUTBOUND, input, HTTPS))
        .isEqualTo("ExistingSg1a2b3c4dToBTcp443");
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, CidrN10x20x0x0m16",
    "2001:db8::/32, CidrN2001ydb8yym32",
    "::/0, CidrNyym0",
    "0.0.0.0/0, CidrN0x0x0x0m0"
  })
  void namesRulesAfterAddresses(String cidr, String name) {
    assertThat(rule(existing("sg-1a2b3c4d"), Side.INBOUND, new Peer.Block(Cidr.parse(cidr)), HTTPS))
        .isEqualTo("ExistingSg1a2b3c4dFrom" + name + "Tcp443");
  }

  @Test
  void namesRulesAfterTheTraffic() {
    assertThat(
            Stream.of(
                    traffic("tcp", 1024, 65535),
                    traffic("udp", 0, 65535),
                    traffic("icmp", -1, -1),
                    traffic("icmp", 8, -1),
                    traffic("icmp", 3, 4),
                    traffic("icmpv6", 128, 0),
                    new IpPermission("50", Optional.empty()),
                    new IpPermission("-1", Optional.empty()))
                .map(t -> rule(group("a"), Side.INBOUND, new Peer.PlannedGroup(endpoint("b")), t)))
        .containsExactly(
            "AFromBTcp1024To65535",
            "AFromBUdp0To65535",
            "AFromBIcmpAny",
            "AFromBIcmpType8",
            "AFromBIcmpType3Code4",
            "AFromBIcmpv6Type128Code0",
            "AFromBProtocol50",
            "AFromBAllTraffic");
  }

  @Test
  void doesNotDependOnTheEndpointOfAnExistingGroup() {
    Peer b = new Peer.PlannedGroup(endpoint("b"));
    SecurityGroup renamed =
        new SecurityGroup(
            List.of(endpoint("other-name")), Optional.of("sg-1a2b3c4d"), List.of(), List.of());
    assertThat(rule(renamed, Side.INBOUND, b, HTTPS))
        .isEqualTo(rule(existing("sg-1a2b3c4d"), Side.INBOUND, b, HTTPS));
  }

  /** Ids made of the words that names are made of, so that they come as near as they can. */
  private static String id(Random random) {
    String[] words = {
      "a",
      "b",
      "n",
      "1",
      "01",
      "n1",
      "nn1",
      "to",
      "nto",
      "from",
      "existing",
      "cidr",
      "tcp",
      "tcp1",
      "to2",
      "udp",
      "icmp",
      "any",
      "type8",
      "code4",
      "all",
      "traffic",
      "protocol50",
      "sg",
      "pl",
      "security",
      "group",
      "prefix",
      "list",
      "id",
      "sg1a2b3c4d",
      "1a2b3c4d",
      "n10x0x0x0m8"
    };
    while (true) {
      StringBuilder id = new StringBuilder();
      for (int i = random.nextInt(4); i >= 0; i--) {
        id.append(words[random.nextInt(words.length)]);
        id.append(i == 0 || random.nextInt(4) == 0 ? "" : "-");
      }
      if (Ids.isId(id.toString())) {
        return id.toString();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Tag("slow")
  void noTwoThingsShareAName(long seed) {
    Random random = new Random(seed);
    List<IpPermission> services =
        List.of(
            HTTPS,
            traffic("tcp", 1, 1),
            traffic("tcp", 1, 2),
            traffic("udp", 1, 2),
            traffic("icmp", -1, -1),
            traffic("icmp", 8, -1),
            traffic("icmp", 8, 4),
            traffic("icmpv6", 8, 4),
            new IpPermission("50", Optional.empty()),
            new IpPermission("-1", Optional.empty()));
    Map<String, List<Object>> named = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      Endpoint one = endpoint(id(random));
      Endpoint other = endpoint(id(random));
      claim(named, LogicalIds.group(one), List.of("group", one.id()));
      claim(named, LogicalIds.prefixList(one), List.of("list", one.id()));
      boolean exists = random.nextInt(4) == 0;
      SecurityGroup own = exists ? existing("sg-1a2b3c4d") : group(one.id());
      List<Peer> peers = new ArrayList<>();
      peers.add(new Peer.PlannedGroup(other));
      peers.add(new Peer.ExistingGroup("sg-1a2b3c4d"));
      peers.add(new Peer.PrefixList("pl-1a2b3c4d"));
      peers.add(new Peer.Block(Cidr.parse("10.0.0.0/8")));
      Peer peer = peers.get(random.nextInt(peers.size()));
      IpPermission traffic = services.get(random.nextInt(services.size()));
      Side side = random.nextBoolean() ? Side.INBOUND : Side.OUTBOUND;
      claim(
          named,
          rule(own, side, peer, traffic),
          List.of("rule", own.name(), side, peer.key(), traffic));
    }
    assertThat(named.keySet())
        .doesNotContain(LogicalIds.VPC)
        .allMatch(name -> name.chars().allMatch(Character::isLetterOrDigit));
  }

  private static void claim(Map<String, List<Object>> named, String name, List<Object> thing) {
    List<Object> before = named.putIfAbsent(name, thing);
    if (before != null && !before.equals(thing)) {
      fail(name + " is " + before + " and " + thing);
    }
  }

  @Test
  void theLongestIsShortEnough() {
    String longest = "to-".repeat(20) + "to1";
    assertThat(longest).hasSize(Ids.MAX_CHARS);
    assertThat(Ids.isId(longest)).isTrue();
    Peer peer = new Peer.PlannedGroup(endpoint(longest));
    assertThat(rule(group(longest), Side.INBOUND, peer, traffic("icmpv6", 255, 255)))
        .hasSizeLessThanOrEqualTo(255);
  }
}

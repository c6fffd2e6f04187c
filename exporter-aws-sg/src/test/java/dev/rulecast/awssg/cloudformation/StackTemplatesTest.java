package dev.rulecast.awssg.cloudformation;

import static dev.rulecast.awssg.cloudformation.Plans.EITHER;
import static dev.rulecast.awssg.cloudformation.Plans.EVERYTHING;
import static dev.rulecast.awssg.cloudformation.Plans.HTTPS;
import static dev.rulecast.awssg.cloudformation.Plans.IPV4;
import static dev.rulecast.awssg.cloudformation.Plans.IPV6;
import static dev.rulecast.awssg.cloudformation.Plans.block;
import static dev.rulecast.awssg.cloudformation.Plans.endpoint;
import static dev.rulecast.awssg.cloudformation.Plans.existing;
import static dev.rulecast.awssg.cloudformation.Plans.group;
import static dev.rulecast.awssg.cloudformation.Plans.input;
import static dev.rulecast.awssg.cloudformation.Plans.permission;
import static dev.rulecast.awssg.cloudformation.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.IpPermission.FromTo;
import dev.rulecast.awssg.NoTraffic;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.awssg.cloudformation.StackTemplate.Group;
import dev.rulecast.awssg.cloudformation.StackTemplate.Output;
import dev.rulecast.awssg.cloudformation.StackTemplate.Parameter;
import dev.rulecast.awssg.cloudformation.StackTemplate.Rule;
import dev.rulecast.awssg.cloudformation.StackTemplate.RuleResource;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.policy.Policy;
import dev.rulecast.policy.RuleSetTitle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Templates of plans made by hand. */
class StackTemplatesTest {
  private static final Policy POLICY =
      new Policy(
          List.of(new RuleSetTitle("test", "Test", Optional.empty())),
          List.of(),
          List.of(),
          List.of());

  private static final List<Permission> NONE = List.of();
  private static final Permission FROM_A_BLOCK = permission(HTTPS, block("10.0.0.0/8"));
  private static final Permission FROM_A_GROUP =
      permission(HTTPS, new Peer.PlannedGroup(endpoint("app-servers")), "one reason", "another");

  private static StackTemplate template(AwsSgPlan plan) {
    return StackTemplates.of(POLICY, plan);
  }

  private static Group only(SecurityGroup group) {
    return template(plan(List.of(group))).groups().get(0);
  }

  private static Parameter parameter(Endpoint endpoint, List<Set<IpFamily>> needs) {
    SecurityGroup group = existing("sg-1a2b3c4d", NONE, NONE);
    return template(plan(List.of(group), new InputNeeds(endpoint, needs))).parameters().get(0);
  }

  private static String description(String title, List<String> fqdns) {
    return parameter(endpoint("head-office", title, fqdns), List.of(IPV4)).description();
  }

  /** Each property as {@code name = value}. */
  private static List<String> properties(Rule rule) {
    return rule.properties().stream().map(StackTemplatesTest::property).toList();
  }

  private static String property(Property property) {
    String kind =
        switch (property.value().kind()) {
          case TEXT, NUMBER -> "";
          case PARAMETER -> "Ref ";
          case GROUP_ID -> "GetAtt ";
        };
    return property.name() + " = " + kind + property.value().text();
  }

  /** The peer of an inbound rule, and of an outbound one, in a group that exists. */
  private static List<String> peers(Peer peer) {
    List<Permission> one = List.of(permission(HTTPS, peer));
    return only(existing("sg-1a2b3c4d", one, one)).rules().stream()
        .map(resource -> properties(resource.rule()))
        .map(properties -> properties.get(properties.size() - 1))
        .toList();
  }

  @Test
  void namesTheRuleSets() {
    StackTemplate template = template(plan(List.of(existing("sg-1a2b3c4d", NONE, NONE))));
    assertThat(template.ruleSets()).containsExactly("test");
    assertThat(template.description()).contains("Written by rulecast");
  }

  @Test
  void makesGroupsInAVpcThatTheUserGives() {
    StackTemplate template =
        template(plan(List.of(group("web-servers", List.of(FROM_A_BLOCK), NONE))));
    assertThat(template.parameters()).extracting(Parameter::name).containsExactly("VpcId");
    assertThat(template.parameters().get(0).type()).isEqualTo("AWS::EC2::VPC::Id");
    assertThat(template.outputs())
        .containsExactly(
            new Output(
                "WebServersSecurityGroupId",
                "ID of the web-servers security group.",
                "WebServersSecurityGroup"));
    Group group = template.groups().get(0);
    assertThat(group.created()).isTrue();
    assertThat(group.heading()).isEqualTo("web-servers");
    assertThat(group.logicalId()).isEqualTo("WebServersSecurityGroup");
    assertThat(group.name()).isEqualTo("web-servers");
    assertThat(group.properties())
        .extracting(StackTemplatesTest::property)
        .containsExactly("GroupDescription = Firewall rules of web-servers", "VpcId = Ref VpcId");
  }

  @Test
  void asksForNoVpcWhereAllGroupsExist() {
    StackTemplate template =
        template(plan(List.of(existing("sg-1a2b3c4d", List.of(FROM_A_BLOCK), NONE))));
    assertThat(template.parameters()).isEmpty();
    assertThat(template.outputs()).isEmpty();
    Group group = template.groups().get(0);
    assertThat(group.created()).isFalse();
    assertThat(group.heading()).isEqualTo("any-name, in the existing group sg-1a2b3c4d");
    assertThat(group.logicalId()).isEmpty();
    assertThat(group.name()).isEmpty();
    assertThat(group.properties()).isEmpty();
  }

  @Test
  void asksForAPrefixListForEachInput() {
    Parameter parameter = parameter(endpoint("head-office"), List.of(IPV4));
    assertThat(parameter.name()).isEqualTo("HeadOfficePrefixListId");
    assertThat(parameter.type()).isEqualTo("String");
    assertThat(parameter.example()).matches(parameter.pattern());
    assertThat(parameter.constraint())
        .isEqualTo("must be the id of a prefix list, such as pl-0123456789abcdef0");
  }

  @Test
  void saysOfWhichFamilyAPrefixListMustBe() {
    String either = "Prefix list of the IPv4 or IPv6 addresses of office.";
    assertThat(parameter(endpoint("office"), List.of(EITHER)).description()).isEqualTo(either);
    assertThat(parameter(endpoint("office"), List.of(IPV4, IPV6)).description()).isEqualTo(either);
    assertThat(parameter(endpoint("office"), List.of(EITHER, IPV4)).description())
        .isEqualTo("Prefix list of the IPv4 addresses of office.");
    assertThat(parameter(endpoint("office"), List.of(IPV6)).description())
        .isEqualTo("Prefix list of the IPv6 addresses of office.");
  }

  @Test
  void saysWhoseAddressesAPrefixListHas() {
    assertThat(description("head-office", List.of()))
        .isEqualTo("Prefix list of the IPv4 addresses of head-office.");
    assertThat(description("The <main> office", List.of("a.example.com", "*.b.example.com")))
        .isEqualTo(
            "Prefix list of the IPv4 addresses of head-office (The (main) office). Host names:"
                + " a.example.com, *.b.example.com.");
  }

  /** A description may have 4,000 characters. */
  @Test
  void namesTenHostsAndCountsTheOthers() {
    List<String> names = IntStream.rangeClosed(1, 12).mapToObj(i -> "h" + i).toList();
    assertThat(description("head-office", names.subList(0, 10))).endsWith(", h9, h10.");
    assertThat(description("head-office", names)).endsWith(", h9, h10 and 2 more.");
  }

  @Test
  void refusesOneListForTwoInputsOfOnePermission() {
    Permission office = permission(HTTPS, input("office"));
    Permission branch = permission(HTTPS, input("branch"));
    StackTemplate template = template(plan(List.of(group("web", List.of(office, branch), NONE))));
    assertThat(template.different()).hasSize(1);
  }

  /** Groups that refer to each other must not depend on each other. */
  @Test
  void rulesBetweenGroupsAreResources() {
    Group group =
        only(
            group("web", List.of(FROM_A_BLOCK, FROM_A_GROUP), List.of(FROM_A_BLOCK, FROM_A_GROUP)));
    assertThat(group.ingress()).hasSize(1);
    assertThat(properties(group.ingress().get(0)))
        .containsExactly(
            "Description = Why",
            "IpProtocol = tcp",
            "FromPort = 443",
            "ToPort = 443",
            "CidrIp = 10.0.0.0/8");
    assertThat(group.egress()).hasSize(1);
    assertThat(group.rules())
        .extracting(resource -> resource.type() + " " + resource.logicalId())
        .containsExactly(
            "AWS::EC2::SecurityGroupEgress WebToAppServersTcp443",
            "AWS::EC2::SecurityGroupIngress WebFromAppServersTcp443");
    assertThat(properties(group.rules().get(1).rule()))
        .containsExactly(
            "Description = Why",
            "GroupId = GetAtt WebSecurityGroup",
            "IpProtocol = tcp",
            "FromPort = 443",
            "ToPort = 443",
            "SourceSecurityGroupId = GetAtt AppServersSecurityGroup");
  }

  /** It is not the template's to write. */
  @Test
  void rulesOfAGroupThatExistsAreResources() {
    Group group = only(existing("sg-1a2b3c4d", List.of(FROM_A_BLOCK), List.of(FROM_A_GROUP)));
    assertThat(group.ingress()).isEmpty();
    assertThat(group.egress()).isEmpty();
    assertThat(group.rules())
        .extracting(resource -> properties(resource.rule()).get(1))
        .containsExactly("GroupId = sg-1a2b3c4d", "GroupId = sg-1a2b3c4d");
  }

  @Test
  void writesEachKindOfPeer() {
    assertThat(peers(block("10.0.0.0/8")))
        .containsExactly("CidrIp = 10.0.0.0/8", "CidrIp = 10.0.0.0/8");
    assertThat(peers(block("2001:db8::/32")))
        .containsExactly("CidrIpv6 = 2001:db8::/32", "CidrIpv6 = 2001:db8::/32");
    assertThat(peers(new Peer.PrefixList("pl-5e6f7a8b")))
        .containsExactly(
            "DestinationPrefixListId = pl-5e6f7a8b", "SourcePrefixListId = pl-5e6f7a8b");
    assertThat(peers(input("office")))
        .containsExactly(
            "DestinationPrefixListId = Ref OfficePrefixListId",
            "SourcePrefixListId = Ref OfficePrefixListId");
    assertThat(peers(new Peer.ExistingGroup("sg-5e6f7a8b")))
        .containsExactly(
            "DestinationSecurityGroupId = sg-5e6f7a8b", "SourceSecurityGroupId = sg-5e6f7a8b");
    assertThat(peers(new Peer.PlannedGroup(endpoint("app"))))
        .containsExactly(
            "DestinationSecurityGroupId = GetAtt AppSecurityGroup",
            "SourceSecurityGroupId = GetAtt AppSecurityGroup");
  }

  @Test
  void writesNoPortsForAProtocolWithoutPorts() {
    Group group = only(group("web", List.of(permission(EVERYTHING, block("10.0.0.0/8"))), NONE));
    assertThat(properties(group.ingress().get(0)))
        .containsExactly("Description = Why", "IpProtocol = -1", "CidrIp = 10.0.0.0/8");
  }

  @Test
  void saysInCommentsHowARuleIsWider() {
    Group group = only(group("web", List.of(FROM_A_BLOCK, FROM_A_GROUP), NONE));
    assertThat(group.ingress().get(0).comments()).isEmpty();
    assertThat(group.rules().get(0).rule().comments())
        .containsExactly("Wider: one reason.", "Wider: another.");
  }

  @Test
  void saysWhyARuleMatchesNothing() {
    Group group = only(group("web", NONE, List.of(NoTraffic.PERMISSION)));
    assertThat(group.egress().get(0).comments())
        .containsExactly(
            "Matches no traffic. Without any outbound rule AWS would add one that allows all.");
  }

  /** It knows no types of ICMPv6, and takes them for ports. */
  @Test
  void tellsCfnLintWhatItWouldMistakeWhereItIs() {
    IpPermission ping = new IpPermission("icmpv6", Optional.of(new FromTo(128, 0)));
    Permission fromBlock = permission(ping, block("2001:db8::/32"));
    Permission fromGroup = permission(ping, new Peer.PlannedGroup(endpoint("app")));
    Group inside = only(group("web", List.of(FROM_A_BLOCK, fromBlock), List.of(FROM_A_GROUP)));
    assertThat(inside.ignoredChecks()).containsExactly("E3688", "W3687");
    assertThat(inside.rules()).extracting(RuleResource::ignoredChecks).containsExactly(List.of());
    Group outside = only(group("web", List.of(FROM_A_BLOCK, fromGroup), NONE));
    assertThat(outside.ignoredChecks()).isEmpty();
    assertThat(outside.rules())
        .extracting(RuleResource::ignoredChecks)
        .containsExactly(List.of("E3688", "W3687"));
  }
}

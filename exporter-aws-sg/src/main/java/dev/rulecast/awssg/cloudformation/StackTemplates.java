package dev.rulecast.awssg.cloudformation;

import dev.rulecast.awssg.AwsSgPlan;
import dev.rulecast.awssg.AwsSgPlan.InputNeeds;
import dev.rulecast.awssg.Descriptions;
import dev.rulecast.awssg.IpPermission;
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
import dev.rulecast.policy.Side;
import dev.rulecast.readme.Widenings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes a template of a plan. */
final class StackTemplates {
  private static final String DESCRIPTION =
      "EC2 security groups. Written by rulecast: change its rule sets instead of this template.";

  private static final int MAX_HOST_NAMES = 10;

  /** Ports ignored, and both -1 where one is: cfn-lint up to 1.51 knows no types of ICMPv6. */
  private static final List<String> CHECKS_WITHOUT_ICMPV6 = List.of("E3688", "W3687");

  private StackTemplates() {}

  static StackTemplate of(Policy policy, AwsSgPlan plan) {
    List<SecurityGroup> created = plan.created();
    List<Parameter> parameters = new ArrayList<>();
    if (!created.isEmpty()) {
      parameters.add(
          new Parameter(
              LogicalIds.VPC,
              "AWS::EC2::VPC::Id",
              "VPC in which the security groups are created.",
              "",
              "",
              "vpc-0123456789abcdef0"));
    }
    plan.inputs().forEach(input -> parameters.add(prefixList(input)));
    return new StackTemplate(
        policy.ruleSets().stream().map(RuleSetTitle::name).toList(),
        DESCRIPTION,
        parameters,
        DifferentLists.of(plan.groups()),
        plan.groups().stream().map(StackTemplates::group).toList(),
        created.size() <= Limits.MAX_OUTPUTS
            ? created.stream().map(StackTemplates::output).toList()
            : List.of());
  }

  /** Braces are left out of the pattern too, as of all text. */
  private static Parameter prefixList(InputNeeds input) {
    return new Parameter(
        LogicalIds.prefixList(input.endpoint()),
        "String",
        description(input),
        "^pl-[0-9a-f]+$",
        "must be the id of a prefix list, such as pl-0123456789abcdef0",
        "pl-0123456789abcdef0");
  }

  private static String description(InputNeeds input) {
    Endpoint endpoint = input.endpoint();
    StringBuilder text = new StringBuilder("Prefix list of the ");
    text.append(families(input.needs())).append(" addresses of ").append(endpoint.id());
    if (!endpoint.title().equals(endpoint.id())) {
      text.append(" (").append(Descriptions.of(List.of(endpoint.title()))).append(')');
    }
    text.append('.');
    List<String> names = endpoint.fqdns();
    if (!names.isEmpty()) {
      int shown = Math.min(names.size(), MAX_HOST_NAMES);
      text.append(" Host names: ").append(String.join(", ", names.subList(0, shown)));
      if (shown < names.size()) {
        text.append(" and ").append(names.size() - shown).append(" more");
      }
      text.append('.');
    }
    return text.toString();
  }

  private static String families(List<Set<IpFamily>> needs) {
    boolean ipv4 = needs.contains(Set.of(IpFamily.IPV4));
    boolean ipv6 = needs.contains(Set.of(IpFamily.IPV6));
    return ipv4 == ipv6 ? "IPv4 or IPv6" : ipv4 ? "IPv4" : "IPv6";
  }

  private static Output output(SecurityGroup group) {
    Endpoint endpoint = group.endpoints().get(0);
    return new Output(
        LogicalIds.output(endpoint),
        "ID of the " + group.name() + " security group.",
        LogicalIds.group(endpoint));
  }

  private static Group group(SecurityGroup group) {
    List<RuleResource> rules = new ArrayList<>();
    List<Rule> egress = direction(group, Side.OUTBOUND, group.egress(), rules);
    List<Rule> ingress = direction(group, Side.INBOUND, group.ingress(), rules);
    boolean created = group.existingId().isEmpty();
    return new Group(
        Descriptions.of(List.of(group.heading())),
        created,
        created ? LogicalIds.group(group.endpoints().get(0)) : "",
        created ? group.name() : "",
        ignoredChecks(group.permissions().stream().filter(p -> !isResource(group, p)).toList()),
        created
            ? List.of(
                Property.text("GroupDescription", "Firewall rules of " + group.name()),
                Property.parameter("VpcId", LogicalIds.VPC))
            : List.of(),
        ingress,
        egress,
        rules);
  }

  /** The rules inside the group; the others are added to the resources. */
  private static List<Rule> direction(
      SecurityGroup group, Side side, List<Permission> permissions, List<RuleResource> resources) {
    List<Rule> inline = new ArrayList<>();
    for (Permission permission : permissions) {
      if (!isResource(group, permission)) {
        inline.add(new Rule(comments(permission), properties(List.of(), side, permission)));
      } else {
        Property owner =
            group
                .existingId()
                .map(id -> Property.text("GroupId", id))
                .orElseGet(
                    () -> Property.groupId("GroupId", LogicalIds.group(group.endpoints().get(0))));
        resources.add(
            new RuleResource(
                LogicalIds.rule(group, side, permission),
                side == Side.INBOUND
                    ? "AWS::EC2::SecurityGroupIngress"
                    : "AWS::EC2::SecurityGroupEgress",
                ignoredChecks(List.of(permission)),
                new Rule(comments(permission), properties(List.of(owner), side, permission))));
      }
    }
    return inline;
  }

  private static List<String> ignoredChecks(List<Permission> permissions) {
    boolean icmpv6 =
        permissions.stream().anyMatch(p -> p.ipPermission().ipProtocol().equals("icmpv6"));
    return icmpv6 ? CHECKS_WITHOUT_ICMPV6 : List.of();
  }

  /**
   * Whether a permission is a resource. What is inside a group cannot refer to a group that refers
   * back, and a group that exists is not the template's to write.
   */
  static boolean isResource(SecurityGroup group, Permission permission) {
    return group.existingId().isPresent() || permission.peer().isGroup();
  }

  private static List<String> comments(Permission permission) {
    if (NoTraffic.is(permission)) {
      return List.of(
          "Matches no traffic. Without any outbound rule AWS would add one that allows all.");
    }
    return Widenings.comments(permission.widenings());
  }

  private static List<Property> properties(List<Property> owner, Side side, Permission permission) {
    IpPermission what = permission.ipPermission();
    List<Property> properties = new ArrayList<>();
    properties.add(Property.text("Description", permission.description()));
    properties.addAll(owner);
    properties.add(Property.text("IpProtocol", what.ipProtocol()));
    what.ports()
        .ifPresent(
            ports -> {
              properties.add(Property.number("FromPort", ports.from()));
              properties.add(Property.number("ToPort", ports.to()));
            });
    properties.add(peer(side == Side.INBOUND ? "Source" : "Destination", permission.peer()));
    return properties;
  }

  private static Property peer(String end, Peer peer) {
    if (peer instanceof Peer.Block block) {
      String name = block.cidr().family() == IpFamily.IPV4 ? "CidrIp" : "CidrIpv6";
      return Property.text(name, block.cidr().toString());
    } else if (peer instanceof Peer.PrefixList list) {
      return Property.text(end + "PrefixListId", list.id());
    } else if (peer instanceof Peer.Input input) {
      return Property.parameter(end + "PrefixListId", LogicalIds.prefixList(input.endpoint()));
    } else if (peer instanceof Peer.ExistingGroup group) {
      return Property.text(end + "SecurityGroupId", group.id());
    } else if (peer instanceof Peer.PlannedGroup group) {
      return Property.groupId(end + "SecurityGroupId", LogicalIds.group(group.endpoint()));
    }
    throw new IllegalArgumentException("An unknown kind of peer: " + peer);
  }
}

package dev.rulecast.terraform;

import dev.rulecast.awssg.IpPermission;
import dev.rulecast.awssg.Peer;
import dev.rulecast.awssg.Permission;
import dev.rulecast.awssg.SecurityGroup;
import dev.rulecast.model.IpFamily;
import dev.rulecast.readme.Widenings;
import dev.rulecast.template.Code;
import dev.rulecast.terraform.GroupView.DirectionView;
import dev.rulecast.terraform.GroupView.InputPermissionView;
import dev.rulecast.terraform.GroupView.PermissionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns groups of the plan into what the template needs. */
final class GroupViews {
  private GroupViews() {}

  static GroupView of(SecurityGroup group) {
    String name = name(group);
    String id =
        group
            .existingId()
            .map(existing -> "\"" + existing + "\"")
            .orElse("aws_security_group." + name + ".id");
    List<DirectionView> directions = new ArrayList<>();
    addDirection(directions, "ingress", group.ingress());
    addDirection(directions, "egress", group.egress());
    return new GroupView(
        group.heading(),
        new Code(name),
        group.name(),
        group.existingId().isEmpty(),
        new Code(id),
        directions);
  }

  /**
   * The local name of a group's resources. A group that exists has a name that no endpoint can
   * have, and keeps it when another endpoint names the group too.
   */
  static String name(SecurityGroup group) {
    return group
        .existingId()
        .map(id -> "existing__" + Hcl.identifier(id))
        .orElseGet(() -> Hcl.identifier(group.name()));
  }

  private static void addDirection(
      List<DirectionView> directions, String word, List<Permission> permissions) {
    if (permissions.isEmpty()) {
      return;
    }
    List<PermissionView> known = new ArrayList<>();
    List<InputPermissionView> inputs = new ArrayList<>();
    for (Permission permission : permissions) {
      PermissionView view =
          new PermissionView(
              Widenings.comments(permission.widenings()), permission.key(), arguments(permission));
      if (permission.peer() instanceof Peer.Input input) {
        inputs.add(new InputPermissionView(view, new Code(addresses(input))));
      } else {
        known.add(view);
      }
    }
    directions.add(new DirectionView(new Code(word), known, inputs));
  }

  private static List<Code> arguments(Permission permission) {
    IpPermission what = permission.ipPermission();
    Arguments arguments =
        new Arguments()
            .text("description", permission.description())
            .text("ip_protocol", what.ipProtocol());
    what.ports()
        .ifPresent(
            ports -> arguments.number("from_port", ports.from()).number("to_port", ports.to()));
    Peer peer = permission.peer();
    if (peer instanceof Peer.Block block) {
      boolean ipv4 = block.cidr().family() == IpFamily.IPV4;
      arguments.text(ipv4 ? "cidr_ipv4" : "cidr_ipv6", block.cidr().toString());
    } else if (peer instanceof Peer.PrefixList list) {
      arguments.text("prefix_list_id", list.id());
    } else if (peer instanceof Peer.ExistingGroup existing) {
      arguments.text("referenced_security_group_id", existing.id());
    } else if (peer instanceof Peer.PlannedGroup planned) {
      arguments.code(
          "referenced_security_group_id",
          "aws_security_group." + Hcl.identifier(planned.endpoint().id()) + ".id");
    }
    return arguments.aligned();
  }

  /** The addresses of an input that a permission can use; see {@code inputs.tf.ftl}. */
  private static String addresses(Peer.Input input) {
    Set<IpFamily> families = input.families();
    String suffix = families.size() > 1 ? "" : families.contains(IpFamily.IPV4) ? "_ipv4" : "_ipv6";
    return "local." + Hcl.identifier(input.endpoint().id()) + "_peers" + suffix;
  }
}

package dev.rulecast.terraform;

import dev.rulecast.testkit.reference.Direction;
import dev.rulecast.testkit.reference.Permission;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The permissions that a plan of Terraform really has.
 *
 * <p>Only what Terraform and the provider have evaluated is evidence: never the key in {@code
 * for_each}, a tag, a description, or the name of a rule's resource. What hinders is that the ids
 * of groups are not known before they exist, so that a plain plan shows neither the group of a rule
 * nor its peer; and the plan's {@code configuration} does not help, since a reference that goes
 * through a local value and {@code each.value} is not in it. Hence {@link TerraformProof} plans
 * with {@code terraform test}, where each group has an {@code override_resource} with an id of its
 * own and {@code override_during = plan}, which Terraform has since 1.11. All else in it is the
 * ordinary plan with the ordinary provider. An id that is known too early could hide an error:
 * therefore an ordinary plan must succeed too and have the same resources. That all of it means the
 * same to EC2 is shown by applying on moto.
 *
 * <p>What is not understood fails: a resource of another type, rules inside a group, a value that
 * is unknown before apply, a peer of two kinds or none, and a permission that occurs twice.
 */
final class TerraformPlan {
  private static final List<String> PEERS =
      List.of("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id");

  /** EC2's limits of descriptions, which neither the provider nor moto knows. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}");

  private final Map<String, String> groups;
  private final SortedSet<Permission> permissions = new TreeSet<>();

  private TerraformPlan(Map<String, String> groups) {
    this.groups = groups;
  }

  /**
   * Reads the changes of one module.
   *
   * @param changes items of {@code resource_changes}
   * @param groups names of the groups that the plan makes, by id
   */
  static SortedSet<Permission> permissions(List<JsonNode> changes, Map<String, String> groups) {
    TerraformPlan plan = new TerraformPlan(groups);
    changes.forEach(plan::read);
    return plan.permissions;
  }

  private void read(JsonNode change) {
    String address = change.path("address").asString();
    JsonNode after = change.path("change").path("after");
    switch (change.path("type").asString()) {
      case "aws_security_group" -> readGroup(address, after);
      case "aws_vpc_security_group_ingress_rule" -> readRule(change, Direction.INGRESS);
      case "aws_vpc_security_group_egress_rule" -> readRule(change, Direction.EGRESS);
      default -> throw new AssertionError("Unexpected resource " + address);
    }
  }

  private static void readGroup(String address, JsonNode after) {
    require(after.path("ingress").isEmpty(), address + " has rules inside the group.");
    require(after.path("egress").isEmpty(), address + " has rules inside the group.");
    requireDescription(address, after);
  }

  private static void requireDescription(String address, JsonNode after) {
    String description = after.path("description").asString("");
    require(
        DESCRIPTION.matcher(description).matches(),
        address + " has a description that EC2 refuses: " + description);
  }

  private void readRule(JsonNode change, Direction direction) {
    String address = change.path("address").asString();
    JsonNode after = change.path("change").path("after");
    JsonNode unknown = change.path("change").path("after_unknown");
    Stream.concat(
            PEERS.stream(), Stream.of("security_group_id", "ip_protocol", "from_port", "to_port"))
        .forEach(
            name ->
                require(
                    !unknown.path(name).asBoolean(false),
                    address + ": " + name + " is unknown before apply."));
    requireDescription(address, after);
    String group = after.path("security_group_id").asString();
    Permission permission =
        new Permission(
            groups.getOrDefault(group, group),
            direction,
            after.path("ip_protocol").asString(),
            port(after, "from_port"),
            port(after, "to_port"),
            peer(address, after));
    require(permissions.add(permission), address + " repeats a permission: " + permission);
  }

  private static OptionalInt port(JsonNode rule, String name) {
    return rule.path(name).isNumber()
        ? OptionalInt.of(rule.path(name).intValue())
        : OptionalInt.empty();
  }

  private String peer(String address, JsonNode after) {
    List<String> kinds = PEERS.stream().filter(kind -> after.path(kind).isString()).toList();
    require(kinds.size() == 1, address + " has peers of these kinds: " + kinds);
    String value = after.path(kinds.get(0)).asString();
    return switch (kinds.get(0)) {
      case "prefix_list_id" -> "prefix-list:" + value;
      case "referenced_security_group_id" -> "group:" + groups.getOrDefault(value, value);
      default -> {
        boolean ipv6 = kinds.get(0).equals("cidr_ipv6");
        require(value.contains(":") == ipv6, address + " mixes up families: " + value);
        yield "cidr:" + value;
      }
    };
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}

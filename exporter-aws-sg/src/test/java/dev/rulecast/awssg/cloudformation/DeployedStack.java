package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.reference.Direction;
import dev.rulecast.testkit.reference.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The security groups that a template makes with some parameters, so far as reading tells. What is
 * not understood fails, and so does what CloudFormation or EC2 would refuse, ignore or interpret:
 * another type, property or function, a permission that occurs twice, a peer of two kinds or none,
 * a text with a brace, a description that EC2 refuses, a group without an outbound rule.
 */
final class DeployedStack {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion", "Description", "Parameters", "Rules", "Resources", "Outputs");
  private static final Set<String> GROUP =
      Set.of("GroupDescription", "VpcId", "SecurityGroupIngress", "SecurityGroupEgress", "Tags");
  private static final Set<String> RULE =
      Set.of("Description", "IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6");
  private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "icmp", "icmpv6");
  private static final Pattern LOGICAL_ID = Pattern.compile("[a-zA-Z0-9]{1,255}");

  /** EC2's limits of descriptions, without the braces that CloudFormation may interpret. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;!$*]{1,255}");

  private final Map<String, Object> parameters;
  private final Map<String, String> values;
  private final Set<String> used = new HashSet<>();

  /** The names of the groups that the template makes, by logical id. */
  private final Map<String, String> groups = new TreeMap<>();

  private final SortedSet<Permission> permissions = new TreeSet<>();
  private final List<String> refused = new ArrayList<>();

  private DeployedStack(Map<String, Object> template, Map<String, String> values) {
    this.parameters = map(template.getOrDefault("Parameters", Map.of()));
    this.values = values;
  }

  /**
   * Reads a template.
   *
   * @param values of the parameters, by name
   */
  static DeployedStack of(Map<String, Object> template, Map<String, String> values) {
    DeployedStack stack = new DeployedStack(template, values);
    stack.read(template);
    return stack;
  }

  /** What the rules of the template say against the values of its parameters. */
  List<String> refused() {
    return refused;
  }

  /** Every permission of every group, but for those that match nothing. */
  SortedSet<Permission> permissions() {
    return permissions;
  }

  /** The parameters for prefix lists, by the endpoints that their names tell. */
  static Map<String, String> prefixLists(Map<String, Object> template) {
    Map<String, String> lists = new TreeMap<>();
    for (String name : map(template.getOrDefault("Parameters", Map.of())).keySet()) {
      if (name.endsWith("PrefixListId")) {
        lists.put(endpoint(name, "PrefixListId"), name);
      }
    }
    return lists;
  }

  /**
   * {@code MailRelayPrefixListId} is for {@code mail-relay}, {@code DcN01PrefixListId} for {@code
   * dc-01}, {@code NtoXPrefixListId} for {@code to-x}: an N stands before a digit and before the
   * words that join the parts of a name, and before what looks like one with such an N.
   */
  static String endpoint(String name, String suffix) {
    assertThat(name).endsWith(suffix);
    String words = name.substring(0, name.length() - suffix.length());
    return Stream.of(words.split("(?=[A-Z])"))
        .map(word -> word.replaceFirst("^N(?=n*([0-9]|(to|from|existing|cidr)$))", ""))
        .collect(Collectors.joining("-"))
        .toLowerCase(Locale.ROOT);
  }

  private void read(Map<String, Object> template) {
    assertThat(SECTIONS).containsAll(template.keySet());
    assertThat(template.get("AWSTemplateFormatVersion")).isEqualTo("2010-09-09");
    requireHarmless(template);
    assertThat(parameters.keySet()).isEqualTo(values.keySet());
    parameters.forEach((name, parameter) -> requireParameter(name, map(parameter)));
    refused.addAll(violations(map(template.getOrDefault("Rules", Map.of()))));
    Map<String, Object> resources = map(template.get("Resources"));
    resources.forEach(this::readGroup);
    resources.forEach(this::readRules);
    for (String group : groups.values()) {
      // Without any inline rule AWS would have added its own.
      Permission noTraffic =
          Permission.of(group, Direction.EGRESS, "icmp", 252, 86, "cidr:255.255.255.255/32");
      assertThat(permissions.remove(noTraffic)).as("%s is closed", group).isTrue();
    }
    assertThat(used).as("parameters that are used").isEqualTo(parameters.keySet());
    Map<String, Object> outputs = map(template.getOrDefault("Outputs", Map.of()));
    outputs.forEach(this::requireOutput);
    assertThat(outputs).hasSameSizeAs(groups);
  }

  private List<String> violations(Map<String, Object> rules) {
    List<String> violations = new ArrayList<>();
    for (Object rule : rules.values()) {
      assertThat(map(rule)).containsOnlyKeys("Assertions");
      for (Object assertion : list(map(rule).get("Assertions"))) {
        assertThat(map(assertion)).containsOnlyKeys("Assert", "AssertDescription");
        List<Object> not = list(map(map(assertion).get("Assert")).get("Fn::Not"));
        List<Object> equal = list(map(not.get(0)).get("Fn::Equals"));
        assertThat(not).hasSize(1);
        assertThat(equal).hasSize(2);
        if (resolve(equal.get(0)).equals(resolve(equal.get(1)))) {
          violations.add((String) map(assertion).get("AssertDescription"));
        }
      }
    }
    // The rules use a parameter, but do nothing with it.
    used.clear();
    return violations;
  }

  private static void requireHarmless(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            assertThat((String) key).doesNotStartWith("Fn::Sub").doesNotContain("{");
            requireHarmless(item);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(DeployedStack::requireHarmless);
    } else if (value instanceof String text) {
      assertThat(text).doesNotContain("{", "}").isNotEmpty();
    } else {
      assertThat(value).isInstanceOf(Integer.class);
    }
  }

  private void requireParameter(String name, Map<String, Object> parameter) {
    requireLogicalId(name);
    assertThat((String) parameter.get("Description")).hasSizeBetween(1, 4_000);
    if (name.equals("VpcId")) {
      assertThat(parameter).containsOnlyKeys("Type", "Description");
      assertThat(parameter.get("Type")).isEqualTo("AWS::EC2::VPC::Id");
    } else {
      assertThat(parameter)
          .containsOnlyKeys("Type", "Description", "AllowedPattern", "ConstraintDescription");
      assertThat(parameter.get("Type")).isEqualTo("String");
      assertThat(values.get(name)).matches((String) parameter.get("AllowedPattern"));
    }
  }

  private static void requireLogicalId(String name) {
    assertThat(LOGICAL_ID.matcher(name).matches()).as(name).isTrue();
  }

  private void requireOutput(String name, Object output) {
    requireLogicalId(name);
    assertThat(map(output)).containsOnlyKeys("Description", "Value");
    String group = resolve(map(output).get("Value"));
    assertThat(group).isEqualTo("group:" + endpoint(name, "SecurityGroupId"));
  }

  private void readGroup(String id, Object resource) {
    requireLogicalId(id);
    assertThat(parameters).doesNotContainKey(id);
    if (map(resource).get("Type").equals("AWS::EC2::SecurityGroup")) {
      Map<String, Object> properties = properties(resource);
      assertThat(GROUP).containsAll(properties.keySet());
      Map<String, Object> tag = map(list(properties.get("Tags")).get(0));
      assertThat(list(properties.get("Tags"))).hasSize(1);
      assertThat(tag.get("Key")).isEqualTo("Name");
      String name = (String) tag.get("Value");
      assertThat(properties.get("GroupDescription")).isEqualTo("Firewall rules of " + name);
      assertThat(resolve(properties.get("VpcId"))).isEqualTo(values.get("VpcId"));
      assertThat(groups.values()).doesNotContain(name);
      groups.put(id, name);
    }
  }

  private void readRules(String id, Object resource) {
    Map<String, Object> properties = properties(resource);
    switch ((String) map(resource).get("Type")) {
      case "AWS::EC2::SecurityGroup" -> {
        String name = groups.get(id);
        for (Object rule : list(properties.getOrDefault("SecurityGroupIngress", List.of()))) {
          add(name, Direction.INGRESS, map(rule), false);
        }
        for (Object rule : list(properties.get("SecurityGroupEgress"))) {
          add(name, Direction.EGRESS, map(rule), false);
        }
      }
      case "AWS::EC2::SecurityGroupIngress" -> addResource(Direction.INGRESS, properties);
      case "AWS::EC2::SecurityGroupEgress" -> addResource(Direction.EGRESS, properties);
      default -> throw new AssertionError("Unexpected resource " + resource);
    }
  }

  private void addResource(Direction direction, Map<String, Object> properties) {
    Map<String, Object> rule = new TreeMap<>(properties);
    String group = resolve(rule.remove("GroupId")).replaceFirst("^group:", "");
    add(group, direction, rule, true);
  }

  private void add(
      String group, Direction direction, Map<String, Object> rule, boolean isResource) {
    String end = direction == Direction.INGRESS ? "Source" : "Destination";
    List<String> peers = new ArrayList<>();
    Set<String> known = new HashSet<>(RULE);
    known.add(end + "PrefixListId");
    known.add(end + "SecurityGroupId");
    assertThat(known).containsAll(rule.keySet());
    addPeer(peers, rule, "CidrIp", "cidr:");
    addPeer(peers, rule, "CidrIpv6", "cidr:");
    addPeer(peers, rule, end + "PrefixListId", "prefix-list:");
    addPeer(peers, rule, end + "SecurityGroupId", "");
    assertThat(peers).as("the peers of %s", rule).hasSize(1);
    assertThat(rule.containsKey("CidrIpv6")).isEqualTo(peers.get(0).matches("cidr:.*:.*"));
    // Groups that refer to each other must not depend on each other.
    assertThat(isResource || !rule.containsKey(end + "SecurityGroupId")).isTrue();
    assertThat((String) rule.get("Description")).matches(DESCRIPTION);
    String protocol = (String) rule.get("IpProtocol");
    assertThat(rule.containsKey("FromPort")).isEqualTo(WITH_PORTS.contains(protocol));
    Permission permission =
        new Permission(
            group, direction, protocol, port(rule, "FromPort"), port(rule, "ToPort"), peers.get(0));
    // What the rules of the template refuse does not come to be.
    assertThat(permissions.add(permission) || !refused.isEmpty())
        .as("%s occurs once", permission)
        .isTrue();
  }

  private void addPeer(List<String> peers, Map<String, Object> rule, String name, String kind) {
    if (rule.containsKey(name)) {
      String value = resolve(rule.get(name));
      peers.add(
          name.endsWith("GroupId") && value.startsWith("sg-") ? "group:" + value : kind + value);
    }
  }

  private static OptionalInt port(Map<String, Object> rule, String name) {
    return rule.containsKey(name) ? OptionalInt.of((Integer) rule.get(name)) : OptionalInt.empty();
  }

  /** Text, the value of a parameter, or {@code group:NAME} for the id of a group. */
  private String resolve(Object value) {
    if (value instanceof String text) {
      return text;
    }
    Map<String, Object> function = map(value);
    assertThat(function).hasSize(1);
    if (function.containsKey("Ref")) {
      String parameter = (String) function.get("Ref");
      used.add(parameter);
      assertThat(values).containsKey(parameter);
      return values.get(parameter);
    }
    List<Object> attribute = list(function.get("Fn::GetAtt"));
    assertThat(attribute).hasSize(2).endsWith("GroupId");
    assertThat(groups).containsKey((String) attribute.get(0));
    return "group:" + groups.get((String) attribute.get(0));
  }

  private static Map<String, Object> properties(Object resource) {
    assertThat(Set.of("Type", "Metadata", "Properties")).containsAll(map(resource).keySet());
    return map(map(resource).get("Properties"));
  }

  @SuppressWarnings("unchecked") // keys are text in both notations; another class fails
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // a list of anything
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}

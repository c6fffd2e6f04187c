package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.reference.AwsOptions;
import dev.rulecast.testkit.reference.Direction;
import dev.rulecast.testkit.reference.Permission;
import dev.rulecast.testkit.reference.Reference;
import dev.rulecast.testkit.tools.GroupRule;
import dev.rulecast.testkit.tools.MotoServer;
import dev.rulecast.testkit.tools.Tool;
import dev.rulecast.testkit.tools.WithTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What exists after a stack was made is what the documents say, so far as moto goes. Its
 * CloudFormation knows inbound rules with ports for IPv4 and for groups, and ignores outbound ones.
 * Hence the permissions of both directions, as the template has them, are also sent through its EC2
 * API, which refuses blocks that are none, and permissions that occur twice.
 */
@WithTools(Tool.MOTO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudFormationOnMotoTest {
  /** The group that exists already, in the documents. */
  private static final String EXISTING = "sg-0123456789abcdef0";

  private MotoServer moto;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    moto = MotoServer.start(folder);
  }

  @AfterAll
  void stop() {
    moto.close();
  }

  @BeforeEach
  void forget() throws IOException, InterruptedException {
    moto.reset();
  }

  /** The example with a group that moto has. */
  private Example inMoto(Example example, String existing) {
    Fixture fixture = example.fixture();
    String environment = fixture.environment().orElse("").replace(EXISTING, existing);
    return environment.isEmpty()
        ? example
        : new Example(example.name(), fixture.in(environment), example.options());
  }

  private static SortedSet<Permission> expected(
      Example example, Map<String, List<String>> inputs, Set<Direction> directions) {
    SortedSet<Permission> expected =
        new TreeSet<>(
            Reference.of(Fixture.AS_OF, example.documents())
                .awsSecurityGroups(new AwsOptions(example.groupsFirst(), inputs)));
    expected.removeIf(permission -> !directions.contains(permission.direction()));
    return expected;
  }

  private SortedSet<Permission> found(Map<String, String> names, Set<Direction> directions)
      throws IOException, InterruptedException {
    SortedSet<Permission> found = new TreeSet<>();
    for (GroupRule rule : moto.securityGroupRules()) {
      Permission permission = rule.permission(names);
      // The default group of the VPC is nobody's.
      if (names.containsKey(rule.group()) && directions.contains(permission.direction())) {
        assertThat(found.add(permission)).as("%s exists once", permission).isTrue();
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logon-activity-production",
        "logon-activity-production-groups",
        "logon-activity-reusable",
        "self-flow",
        "two-endpoints-one-cidr",
        "merged-purposes",
        "deny-apart",
        "deny-overlapping",
        "expired",
        "parameters",
        "predefined-windows",
        "existing-groups"
      })
  void aStackHasTheInboundRules(String name) throws IOException, InterruptedException {
    String existing = moto.createSecurityGroup("existing");
    for (String format : List.of("yaml", "json")) {
      Example example = inMoto(Example.named(name), existing).with("format", format);
      Map<String, String> outputs =
          moto.createStack(
              example.name(),
              example.export().files().get("template." + format),
              Map.of("VpcId", moto.defaultVpc()));
      Map<String, String> names = new HashMap<>();
      outputs.forEach(
          (output, id) -> names.put(id, DeployedStack.endpoint(output, "SecurityGroupId")));
      names.put(existing, existing);
      SortedSet<Permission> expected = expected(example, Map.of(), Set.of(Direction.INGRESS));
      assertThat(found(names, Set.of(Direction.INGRESS))).isEqualTo(expected).isNotEmpty();
      moto.reset();
      existing = moto.createSecurityGroup("existing");
    }
  }

  /** All but the one whose protocols have no ports: moto answers 500. */
  static Stream<Example> examplesForEc2() throws IOException {
    return Example.all().stream().filter(example -> !example.name().equals("other-protocols"));
  }

  @ParameterizedTest
  @MethodSource("examplesForEc2")
  void ec2TakesThePermissionsOfBothDirections(Example of) throws IOException, InterruptedException {
    String existing = moto.createSecurityGroup("existing");
    Example example = inMoto(of, existing);
    Map<String, Object> template = TemplateReader.yaml(example.export().yaml());
    Map<String, String> values = new HashMap<>();
    Map<String, List<String>> inputs = new HashMap<>();
    DeployedStack.prefixLists(template)
        .forEach(
            (endpoint, parameter) -> {
              values.put(parameter, "pl-%08x".formatted(inputs.size() + 1));
              inputs.put(endpoint, List.of(values.get(parameter)));
            });
    values.put("VpcId", moto.defaultVpc());
    Map<String, String> ids = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Set<Direction> both = Set.of(Direction.INGRESS, Direction.EGRESS);
    SortedSet<Permission> expected = expected(example, inputs, both);
    expected.removeIf(CloudFormationOnMotoTest::hasNoPorts);
    for (Permission permission : DeployedStack.of(template, values).permissions()) {
      for (String group : groups(permission)) {
        if (!ids.containsKey(group)) {
          String id = group.equals(existing) ? existing : moto.createSecurityGroup(group);
          moto.revokeDefaultEgress(id);
          ids.put(group, id);
          names.put(id, group);
        }
      }
      if (!hasNoPorts(permission)) {
        moto.authorize(
            ids.get(permission.group()), permission.direction(), fields(permission, ids));
      }
    }
    assertThat(found(names, both)).isEqualTo(expected).isNotEmpty();
  }

  /** What moto does not know. It does know all protocols at once. */
  private static boolean hasNoPorts(Permission permission) {
    return permission.fromPort().isEmpty() && !permission.ipProtocol().equals("-1");
  }

  private static List<String> groups(Permission permission) {
    return permission.peer().startsWith("group:")
        ? List.of(permission.group(), permission.peer().substring("group:".length()))
        : List.of(permission.group());
  }

  private static Map<String, String> fields(Permission permission, Map<String, String> ids) {
    Map<String, String> fields = new HashMap<>(Map.of("IpProtocol", permission.ipProtocol()));
    permission.fromPort().ifPresent(port -> fields.put("FromPort", Integer.toString(port)));
    permission.toPort().ifPresent(port -> fields.put("ToPort", Integer.toString(port)));
    String[] peer = permission.peer().split(":", 2);
    switch (peer[0]) {
      case "cidr" -> {
        boolean ipv6 = peer[1].contains(":");
        fields.put(ipv6 ? "Ipv6Ranges.1.CidrIpv6" : "IpRanges.1.CidrIp", peer[1]);
      }
      case "prefix-list" -> fields.put("PrefixListIds.1.PrefixListId", peer[1]);
      case "group" -> fields.put("Groups.1.GroupId", ids.get(peer[1]));
      default -> throw new AssertionError(permission);
    }
    return fields;
  }
}

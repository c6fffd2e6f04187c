package dev.rulecast.ansible;

import static dev.rulecast.ansible.PlannedRole.fixture;
import static dev.rulecast.ansible.PlannedRole.predefined;
import static dev.rulecast.ansible.PlannedRole.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.ansible.AnsiblePlan.BuiltInGroup;
import dev.rulecast.ansible.AnsiblePlan.InputNeeds;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import dev.rulecast.testkit.Fixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in a plan besides what each rule matches. */
class AnsiblePlanTest {
  private static final String BOUND = "a: {addresses: [10.0.0.1]}, b: {addresses: [10.0.1.0/24]}";
  private static final String HTTPS = "protocol: tcp, ports: [443]";
  private static final String ECHO = "File and Printer Sharing (Echo Request - ICMPv%s-In)";
  private static final String TASKS = "Remote Scheduled Tasks Management (RPC)";
  private static final String TASKS_EPMAP = "Remote Scheduled Tasks Management (RPC-EPMAP)";
  private static final String TASKS_GROUP = "@FirewallAPI.dll,-33252";

  private static String ends(String source, String destination, String rest) {
    return "source: %s, destination: %s, %s".formatted(source, destination, rest);
  }

  @Test
  void isEmptyWhereNothingIsManaged() {
    Fixture fixture =
        fixture(rule("r", ends("a", "b", HTTPS)), "", BOUND.replace("]}", "], managedBy: []}"));
    assertThat(PlannedRole.of(fixture).plan().isEmpty()).isTrue();
    assertThat(
            PlannedRole.of(fixture(rule("r", ends("a", "b", HTTPS)), "", BOUND)).plan().isEmpty())
        .isFalse();
  }

  /** In the order of endpoints; each flow once, although both ends have a rule for it. */
  @Test
  void namesHostsByIdAndFlowsInCanonicalOrder() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                rule("s", ends("b", "a", HTTPS)) + ", " + rule("r", ends("cloud", "b", HTTPS)),
                predefined("q", "b", "a", TASKS) + ", " + predefined("p", "a", "b", TASKS),
                BOUND + ", cloud: {addresses: [192.0.2.1]}"));
    assertThat(planned.plan().hosts())
        .extracting(host -> host.endpoint().id())
        .containsExactly("a", "b");
    assertThat(planned.plan().flows())
        .extracting(flow -> flow.references().get(0))
        .containsExactly("test/r", "test/s");
    assertThat(planned.plan().predefined())
        .extracting(demand -> demand.use().reference())
        .containsExactly("test/p", "test/q");
    assertThat(planned.plan().inputs()).isEmpty();
    assertThat(planned.outcomes())
        .containsExactly(
            "p inbound exact: ",
            "q inbound exact: ",
            "r inbound exact: ",
            "s outbound exact: ",
            "s inbound exact: ");
  }

  /**
   * Predefined rules last; outbound before inbound, denies before allows, and by what they match.
   */
  @Test
  void rulesHaveAnOrderThatDoesNotDependOnTheirIds() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                String.join(
                    ", ",
                    rule("r1", ends("b", "a", "protocol: udp, ports: [53]")),
                    rule("r2", ends("b", "a", "protocol: tcp, ports: [443]")),
                    rule("r3", ends("b", "a", "protocol: tcp, ports: [80]")),
                    rule("r4", ends("a", "b", "protocol: tcp, ports: [99]")),
                    rule("r5", ends("b", "a", "protocol: udp, ports: [99], action: deny")),
                    rule("r6", ends("c", "a", "protocol: tcp, ports: [80]"))),
                predefined(
                    "p",
                    "b",
                    "a",
                    TASKS,
                    "Remote Event Log Management (RPC)",
                    "Remote Service Management (RPC)",
                    "Performance Logs and Alerts (TCP-In)",
                    "Windows Management Instrumentation (WMI-In)"),
                BOUND + ", c: {addresses: [10.0.2.0/24]}"));
    assertThat(planned.names("a"))
        .containsExactly(
            "out tcp 99 a to b",
            "in deny udp 99 b to a",
            "in tcp 80 b to a",
            "in tcp 80 c to a",
            "in tcp 443 b to a",
            "in udp 53 b to a",
            "in tcp Performance Logs and Alerts (TCP-In) b to a",
            "in tcp Remote Event Log Management (RPC) b to a",
            "in tcp Remote Scheduled Tasks Management (RPC) b to a",
            "in tcp Remote Service Management (RPC) b to a",
            "in tcp Windows Management Instrumentation (WMI-In) b to a");
  }

  @Test
  void peersWithOneAddressAreOneRuleWithTheNameOfTheFirstAndThePurposesOfAll() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                String.join(
                    ", ",
                    rule("r1", ends("c", "b", HTTPS)),
                    rule("r2", ends("a", "b", HTTPS)),
                    rule("r3", ends("cloud", "b", HTTPS))),
                "",
                BOUND + ", c: {addresses: [10.0.0.1]}, cloud: {addresses: [10.0.0.1]}"));
    assertThat(planned.names("b")).containsExactly("in tcp 443 a to b");
    assertThat(planned.rules("b").get(0).purposes())
        .containsExactly("Because of r1", "Because of r2", "Because of r3");
    assertThat(planned.rules("b").get(0).remote()).isEqualTo(new Remote.Known("10.0.0.1"));
  }

  /** Without settings they hold in every profile. */
  @Test
  void rulesHoldInTheProfilesThatTheSettingsSay() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                rule("r", ends("a", "b", HTTPS)),
                "",
                "a: {addresses: [10.0.0.1], settings: {ansible: {profiles: [public, domain]}}},"
                    + " b: {addresses: [10.0.1.0/24]}"));
    assertThat(planned.plan().hosts())
        .extracting(AnsiblePlan.HostRules::profiles)
        .containsExactly(List.of("domain", "public"), List.of("domain", "private", "public"));
    assertThat(planned.rules("a").get(0).endpoint().id()).isEqualTo("a");
  }

  private static List<String> inputs(PlannedRole planned) {
    return planned.plan().inputs().stream()
        .map(input -> input.endpoint().id() + " " + input.usable() + " " + input.required())
        .toList();
  }

  /** An input that can be of either family needs none of them in particular. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          protocol: tcp, ports: [443]  |                                    | a [IPv4, IPv6] [] ; b [IPv4, IPv6] []
          protocol: icmp               |                                    | a [IPv4] [IPv4] ; b [IPv4] [IPv4]
          protocol: [icmp, any]        |                                    | a [IPv4, IPv6] [IPv4] ; b [IPv4, IPv6] [IPv4]
          protocol: [icmp, icmpv6]     |                                    | a [IPv4, IPv6] [IPv4, IPv6] ; b [IPv4, IPv6] [IPv4, IPv6]
          protocol: tcp, ports: [443]  | a: {addresses: [10.0.0.1]}         | b [IPv4] [IPv4]
          protocol: tcp, ports: [443]  | b: {addresses: ['2001:db8::1']}    | a [IPv6] [IPv6]
          """)
  void anUnboundEndpointIsAnInputOfTheFamiliesThatItsRulesCanUse(
      String rule, String bindings, String inputs) {
    PlannedRole planned =
        PlannedRole.of(
            fixture(rule("r", ends("a", "b", rule)), "", bindings == null ? "" : bindings));
    assertThat(String.join(" ; ", inputs(planned))).isEqualTo(inputs);
  }

  @Test
  void familiesOfAnInputAreACopyInTheirOrder() {
    Endpoint endpoint =
        PlannedRole.of(fixture(rule("r", ends("a", "b", HTTPS)), "", BOUND))
            .rules("a")
            .get(0)
            .endpoint();
    InputNeeds needs =
        new InputNeeds(endpoint, Set.of(IpFamily.IPV6, IpFamily.IPV4), Set.of(IpFamily.IPV6));
    assertThat(needs.usable()).containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    assertThat(needs.required()).containsExactly(IpFamily.IPV6);
  }

  @Test
  void aFlowWhoseAddressesNoRuleCanNameIsUnsupportedWhereItIsAPeer() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                rule("r", ends("a", "b", HTTPS)),
                "",
                "a: {addresses: ['::1']}, b: {addresses: ['2001:db8::1']}"));
    assertThat(planned.outcomes())
        .containsExactly(
            "r outbound exact: ",
            "r inbound unsupported: Windows Firewall rules cannot name an address of `a`");
    assertThat(planned.names("a")).containsExactly("out tcp 443 a to b");
    assertThat(planned.plan().hosts()).hasSize(1);
    assertThat(planned.plan().flows()).hasSize(1);
  }

  @Test
  void aPredefinedRuleThatNobodyKnowsIsUnsupportedWithAllThatIsWantedWithIt() {
    PlannedRole planned =
        PlannedRole.of(
            fixture("", predefined("p", "a", "b", TASKS, PlannedRole.UNKNOWN_RULE), BOUND));
    assertThat(planned.outcomes())
        .containsExactly(
            "p inbound unsupported: no predefined rule of Windows is known as"
                + " A rule that nobody knows");
    assertThat(planned.plan().isEmpty()).isTrue();
    assertThat(planned.plan().predefined()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.1.1, 6",
    "2001:db8::1, '2001:db8:1::1', 4",
    "10.0.0.1, '10.0.1.1, 2001:db8:1::1', 6",
    "'10.0.0.1, 2001:db8::1', 10.0.1.1, 6",
    "::1, 2001:db8:1::1, 6"
  })
  void predefinedRulesOfAFamilyThatTheEndsHaveNotInCommonAreNotApplicable(
      String source, String endpoint, int family) {
    String addresses = "%s: {addresses: ['%s']}";
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                "",
                predefined("p", "a", "b", ECHO.formatted(family)),
                addresses.formatted("a", source.replace(", ", "', '"))
                    + ", "
                    + addresses.formatted("b", endpoint.replace(", ", "', '"))));
    assertThat(planned.outcomes())
        .containsExactly(
            "p inbound not-applicable: `a` and `b` have no address that the predefined rules are"
                + " for");
    assertThat(planned.result().warnings())
        .containsExactly(
            "test/p: `a` and `b` have no address in common that `%s` is for; there is no rule for it."
                .formatted(ECHO.formatted(family)));
    assertThat(planned.plan().isEmpty()).isTrue();
    assertThat(planned.plan().predefined()).isEmpty();
  }

  /** Whatever addresses would be given, none could use the rule. */
  @Test
  void aPredefinedRuleForAnInputOfAFamilyThatTheEndpointHasNotIsNotApplicable() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                "", predefined("p", "a", "b", ECHO.formatted(6)), "b: {addresses: [10.0.1.1]}"));
    assertThat(planned.outcomes())
        .containsExactly(
            "p inbound not-applicable: `a` and `b` have no address that the predefined rules are"
                + " for");
    assertThat(planned.plan().inputs()).isEmpty();
  }

  @Test
  void aPredefinedRuleIsForTheSourcesAddressesOfItsFamily() {
    PlannedRole planned =
        PlannedRole.of(
            fixture(
                "",
                predefined(
                    "p",
                    "a",
                    "b",
                    ECHO.formatted(4),
                    ECHO.formatted(6),
                    "Network Discovery (NB-Name-In)"),
                "a: {addresses: [10.0.0.1, '2001:db8::1']},"
                    + " b: {addresses: [10.0.1.1, '2001:db8:1::1']}"));
    assertThat(planned.rules("b"))
        .extracting(FirewallRule::remote)
        .containsExactlyInAnyOrder(
            new Remote.Known("10.0.0.1"),
            new Remote.Known("2001:db8::1"),
            new Remote.Known("10.0.0.1,2001:db8::1"));
  }

  @Test
  void aPredefinedRuleSaysWhatItIsAndWhatItIsFor() {
    String use = predefined("p", "a", "b", TASKS, TASKS);
    PlannedRole planned =
        PlannedRole.of(fixture("", use.replace("}", ", purpose: Watching}"), BOUND));
    assertThat(planned.rules("b")).hasSize(1);
    assertThat(planned.rules("b").get(0).purposes())
        .containsExactly("As the predefined rule " + TASKS, "Watching");
    assertThat(PlannedRole.of(fixture("", use, BOUND)).rules("b").get(0).purposes())
        .containsExactly("As the predefined rule " + TASKS);
  }

  /** Of two sources each has its reason, and rules of other groups stay rules. */
  @Test
  void aBuiltInGroupIsEnabledWhereEveryRuleOfItIsWanted() {
    String all = TASKS + ", " + TASKS_EPMAP;
    Fixture fixture =
        fixture(
            "",
            String.join(
                ", ",
                predefined("p", "c", "b", all),
                predefined("q", "a", "b", all, "Remote Service Management (RPC)"),
                predefined("r", "cloud", "b", TASKS)),
            BOUND + ", c: {addresses: [10.0.2.1]}, cloud: {addresses: [192.0.2.1]}");
    PlannedRole planned = PlannedRole.of(fixture, PredefinedMode.GROUP);
    String reason = "built-in groups of Windows are not limited to the source `%s`";
    assertThat(planned.plan().hosts()).hasSize(1);
    assertThat(planned.plan().hosts().get(0).builtInGroups())
        .containsExactly(
            new BuiltInGroup(TASKS_GROUP, List.of(reason.formatted("a"), reason.formatted("c"))));
    assertThat(planned.names("b"))
        .containsExactly(
            "in tcp Remote Scheduled Tasks Management (RPC) cloud to b",
            "in tcp Remote Service Management (RPC) a to b");
    assertThat(planned.outcomes())
        .containsExactly(
            "p inbound wider: " + reason.formatted("c"),
            "q inbound wider: " + reason.formatted("a"),
            "r inbound exact: ");
    assertThat(planned.plan().predefined()).hasSize(3);
    assertThat(PlannedRole.of(fixture).plan().hosts().get(0).builtInGroups()).isEmpty();
    assertThat(PlannedRole.of(fixture).names("b")).hasSize(6);
  }

  @Test
  void knowsTheGroupsOfWhichItKnowsEveryRule() {
    assertThat(WindowsRules.groupsWithin(WindowsRules.names()))
        .containsExactly(
            "@FirewallAPI.dll,-29252", "@FirewallAPI.dll,-33252", "@FirewallAPI.dll,-34752");
    assertThat(WindowsRules.groupsWithin(Set.of(TASKS))).isEmpty();
    assertThat(WindowsRules.groupsWithin(Set.of(TASKS, TASKS_EPMAP))).containsExactly(TASKS_GROUP);
    assertThat(WindowsRules.names()).hasSize(16).contains(TASKS);
    assertThat(WindowsRules.named(TASKS).orElseThrow().group()).isEqualTo(TASKS_GROUP);
    assertThat(WindowsRules.named(PlannedRole.UNKNOWN_RULE)).isEmpty();
  }
}

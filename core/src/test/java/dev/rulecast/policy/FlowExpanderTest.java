package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowExpanderTest {

  @Test
  void multipliesTheListsOfARule() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a b", "c d").protocols("tcp udp").ports("53"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly(
            "allow a -> c tcp 53",
            "allow a -> c udp 53",
            "allow a -> d tcp 53",
            "allow a -> d udp 53",
            "allow b -> c tcp 53",
            "allow b -> c udp 53",
            "allow b -> d tcp 53",
            "allow b -> d udp 53");
  }

  @Test
  void includesAnEndpointWithItselfInTheProduct() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a b", "a b").tcp("22"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly(
            "allow a -> a tcp 22",
            "allow a -> b tcp 22",
            "allow b -> a tcp 22",
            "allow b -> b tcp 22");
  }

  @ParameterizedTest
  @CsvSource({
    "80 443, 80|443",
    "443 80, 80|443",
    "80-90 85-100, 80-100",
    "80-90 91-100, 80-100",
    "80-90 92-100, 80-90|92-100",
    "1-100 20-30, 1-100",
    "80 80, 80",
    "0-65535, any",
    "1-65535, any",
    "1-1000 1001-65535, any",
    "any 80, any",
  })
  void joinsPortsInsideARule(String written, String expected) {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").tcp(written));

    String services =
        Bound.unbound(ruleSet).policy().flows().stream()
            .map(flow -> flow.traffic().service())
            .collect(Collectors.joining("|"));
    assertThat(services).isEqualTo(expected);
  }

  @Test
  void keepsTouchingPortsOfTwoRulesApart() {
    RuleSet ruleSet =
        RuleSets.of("web", allow("r", "a", "b").tcp("80"), allow("s", "a", "b").tcp("81"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly("allow a -> b tcp 80", "allow a -> b tcp 81");
  }

  @Test
  void joinsSourcePortsInsideARule() {
    RuleSet ruleSet =
        RuleSets.of("web", allow("r", "a", "b").tcp("80").sourcePorts("2000 1024-1999 5000"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly("allow a -> b tcp 80 from [1024-2000, 5000]");
  }

  @Test
  void readsEverySourcePortAsNoRestriction() {
    RuleSet ruleSet =
        RuleSets.of(
            "web",
            allow("r", "a", "b").tcp("80").sourcePorts("1-1000 1001-65535"),
            allow("s", "a", "b").tcp("80"));

    assertThat(Bound.unbound(ruleSet).flows()).containsExactly("allow a -> b tcp 80");
  }

  @Test
  void makesOneFlowOfEachIcmpType() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").protocols("icmp").icmpTypes("8 3/4"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly("allow a -> b icmp 3/4", "allow a -> b icmp 8");
  }

  @Test
  void givesEachIcmpProtocolItsOwnTypes() {
    RuleSet ruleSet =
        RuleSets.of("web", allow("r", "a", "b").protocols("icmp icmpv6").icmpTypes("echo-request"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly("allow a -> b icmp 8", "allow a -> b icmpv6 128");
  }

  @Test
  void takesEveryIcmpTypeWhereNoneIsNamed() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").protocols("icmp"));

    assertThat(Bound.unbound(ruleSet).flows()).containsExactly("allow a -> b icmp any");
  }

  @Test
  void expandsProtocolsWithoutPorts() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").protocols("any gre esp ah 89"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly(
            "allow a -> b gre",
            "allow a -> b esp",
            "allow a -> b ah",
            "allow a -> b 89",
            "allow a -> b any");
  }

  @Test
  void keepsTheProgram() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").tcp("80").program("C:\\x.exe"));

    assertThat(Bound.unbound(ruleSet).flows()).containsExactly("allow a -> b tcp 80 of C:\\x.exe");
  }

  @Test
  void mergesEqualFlowsAcrossRuleSets() {
    RuleSet one = RuleSets.of("one", allow("r", "a", "b").tcp("80").purpose("Shop"));
    RuleSet two =
        RuleSets.of(
            "two",
            allow("s", "a", "b").tcp("80").purpose("Mail"),
            allow("t", "a", "b").tcp("80").purpose("Shop"));

    List<Flow> flows = Bound.unbound(two, one).policy().flows();

    assertThat(flows).hasSize(1);
    assertThat(flows.get(0).references()).containsExactly("one/r", "two/s", "two/t");
    assertThat(flows.get(0).purposes()).containsExactly("Shop", "Mail");
  }

  @Test
  void namesTheRulesOfAFlowInTheirOrderWhateverThatOfTheDocument() {
    RuleSet ruleSet =
        RuleSets.of(
            "web",
            allow("t", "a", "b").tcp("80").purpose("Mail"),
            allow("s", "a", "b").tcp("80").purpose("Shop"));

    Flow flow = Bound.unbound(ruleSet).policy().flows().get(0);

    assertThat(flow.references()).containsExactly("web/s", "web/t");
    assertThat(flow.purposes()).containsExactly("Shop", "Mail");
  }

  @Test
  void keepsAllowAndDenyOfTheSameTrafficApart() {
    RuleSet ruleSet =
        RuleSets.of("web", allow("r", "a", "b").tcp("80"), deny("s", "a", "b").tcp("80"));

    assertThat(Bound.unbound(ruleSet).flows())
        .containsExactly("allow a -> b tcp 80", "deny a -> b tcp 80");
  }

  @Test
  void namesARuleOnceThatAsksTwiceForAFlow() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a a", "b").tcp("80"));

    assertThat(Bound.unbound(ruleSet).policy().flows().get(0).references())
        .containsExactly("web/r");
  }

  @Test
  @Tag("slow")
  void mergesManyRulesWithoutComparingEachWithEach() {
    Rules[] rules =
        IntStream.range(0, 200_000)
            .mapToObj(i -> allow("r" + i, "a", "b").tcp("80"))
            .toArray(Rules[]::new);

    assertThat(Bound.unbound(RuleSets.of("web", rules)).policy().flows().get(0).origins())
        .hasSize(200_000);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 10.0.0.1, 2001:db8::1, IPv4, IPv6, give both ends addresses of one family",
    "icmp, 2001:db8::1, '', IPv6, unbound, icmp needs IPv4 at both ends",
    "icmpv6, '', 10.0.0.1, unbound, IPv4, icmp needs IPv4 at both ends",
    "icmp, 10.0.0.1, 2001:db8::1, IPv4, IPv6, icmp needs IPv4 at both ends",
  })
  void namesBothEndsWithoutACommonFamily(
      String protocol, String source, String destination, String here, String there, String hint) {
    Rules rule = allow("r", "a", "b").protocols(protocol);
    RuleSet ruleSet = RuleSets.of("web", protocol.equals("tcp") ? rule.ports("80") : rule);

    String expected =
        "rules.yaml:10:5: Protocol %s cannot flow from `a` (%s) to `b` (%s): no address family"
            + " is common. [no-common-family] Hint: %s";
    assertThat(Bound.in(Environments.of("a", source, "b", destination), ruleSet).errors())
        .singleElement()
        .asString()
        .startsWith(expected.formatted(protocol, here, there, hint));
  }

  @Test
  void reportsAMissingFamilyOnceForAllPorts() {
    RuleSet ruleSet = RuleSets.of("web", allow("r", "a", "b").tcp("80 443 8080"));
    Environment environment = Environments.of("a", "10.0.0.1", "b", "2001:db8::1");

    assertThat(Bound.in(environment, ruleSet).errors()).hasSize(1);
  }

  @Test
  void boundsTheErrorsOfARuleWithoutCommonFamilies() {
    String many = IntStream.range(0, 50).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));
    Environments environment = Environments.empty();
    List.of(many.split(" ")).forEach(id -> environment.at(id, "10.0.0.1"));
    environment.at("b", "2001:db8::1");

    RuleSet ruleSet = RuleSets.of("web", allow("r", many, "b").tcp("80"));

    assertThat(Bound.in(environment.build(), ruleSet).errors()).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, '', '', IPV4 IPV6",
    "tcp, 10.0.0.1, '', IPV4",
    "tcp, 10.0.0.1 2001:db8::1, 2001:db8::2, IPV6",
    "tcp, any, any, IPV4 IPV6",
    "tcp, 0.0.0.0/0, any, IPV4",
    "icmp, '', '', IPV4",
    "icmpv6, any, '', IPV6",
  })
  void pairsTheFamiliesThatBothEndsHave(
      String protocol, String source, String destination, String expected) {
    Rules rule = allow("r", "a", "b").protocols(protocol);
    RuleSet ruleSet = RuleSets.of("web", protocol.equals("tcp") ? rule.ports("80") : rule);

    Flow flow =
        Bound.in(Environments.of("a", source, "b", destination), ruleSet).policy().flows().get(0);
    assertThat(flow.families().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  /** None of the rule's flows is kept: they would be a thousand million. */
  @Test
  void refusesARuleThatIsMoreThanTheLimitByItselfBeforeItIsExpanded() {
    String many = IntStream.range(0, 1_000).mapToObj(i -> "e" + i).collect(Collectors.joining(" "));
    String ports =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Integer.toString(2 * i + 1))
            .collect(Collectors.joining(" "));
    Bound bound = Bound.unbound(RuleSets.of("web", allow("r", many, many).tcp(ports)));

    assertThat(bound.policy().flows()).isEmpty();
    assertThat(bound.errors())
        .singleElement()
        .asString()
        .contains("With the rule `web/r` the run has more than 10000000 flows.");
  }

  @Test
  void refusesMoreFlowsThanTheLimit() {
    Diagnostics diagnostics = bindWithLimit(3, allow("r", "a", "b").tcp("1 3 5 7"));

    assertThat(diagnostics.sorted())
        .extracting(Bound::text)
        .containsExactly(
            "rules.yaml:10:5: With the rule `web/r` the run has more than 3 flows."
                + " [too-many-flows] Hint: its lists are multiplied with each other; join endpoints"
                + " or ports");
  }

  @Test
  void acceptsAsManyFlowsAsTheLimit() {
    Diagnostics diagnostics =
        bindWithLimit(3, allow("r", "a", "b").tcp("1 3 5"), allow("s", "a", "b").tcp("3"));

    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void stopsExpandingAtTheLimit() {
    String many =
        IntStream.range(0, 20_000).mapToObj(i -> "e" + i).collect(Collectors.joining(" "));

    Diagnostics diagnostics = bindWithLimit(3, allow("r", many, many).tcp("1 3 5 7 9"));

    assertThat(diagnostics.sorted()).hasSize(1);
  }

  @Test
  void countsPredefinedRulesAgainstTheLimit() {
    RuleSet ruleSet =
        RuleSets.named("web")
            .predefined("p", "a b", "c d", "Remote Desktop")
            .predefined("q", "a", "c", "Remote Desktop")
            .build();
    Diagnostics diagnostics = new Diagnostics();

    Policy policy =
        new Binder(Bound.PLATFORMS, Bound.TODAY, diagnostics, 3)
            .bind(List.of(ruleSet), Environment.none());

    assertThat(diagnostics.sorted()).hasSize(1);
    assertThat(policy.predefined()).hasSize(3);
  }

  private static Diagnostics bindWithLimit(int limit, Rules... rules) {
    Diagnostics diagnostics = new Diagnostics();
    new Binder(Bound.PLATFORMS, Bound.TODAY, diagnostics, limit)
        .bind(List.of(RuleSets.of("web", rules)), Environment.none());
    return diagnostics;
  }
}

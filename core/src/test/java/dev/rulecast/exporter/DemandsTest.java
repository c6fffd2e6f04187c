package dev.rulecast.exporter;

import static dev.rulecast.fixture.Rules.allow;
import static dev.rulecast.fixture.Rules.deny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.Rules;
import dev.rulecast.fixture.ScriptedExporter;
import dev.rulecast.model.Environment;
import dev.rulecast.model.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandsTest {
  private static final Capabilities EXACT = Capabilities.exact();
  private static final Capabilities NO_DENY = EXACT.withoutDeny();

  @Test
  void needsAFlowOutboundAtTheSourceAndInboundAtTheDestination() {
    assertThat(toWrite(EXACT, allow("r", "a", "b").tcp("80")))
        .containsExactly("web/r outbound at a to b: exact", "web/r inbound at b to a: exact");
  }

  @Test
  void needsASelfFlowBothWays() {
    assertThat(toWrite(EXACT, allow("r", "a", "a").tcp("80")))
        .containsExactly("web/r outbound at a to a: exact", "web/r inbound at a to a: exact");
  }

  @Test
  void needsNothingAtAnEndpointManagedElsewhere() {
    Environment environment = Environments.empty().managedBy("a", "ansible").build();

    assertThat(toWrite(EXACT, environment, allow("r", "a", "b").tcp("80")))
        .containsExactly("web/r inbound at b to a: exact");
  }

  @Test
  void accountsForAFlowManagedElsewhereAtBothEnds() {
    Environment environment = Environments.empty().defaults("ansible").build();

    assertThat(decided(EXACT, environment, allow("r", "a", "b").tcp("80")))
        .containsExactly("web/r: not-applicable: neither `a` nor `b` is managed by aws-sg");
    assertThat(decided(EXACT, environment, allow("r", "a", "a").tcp("80")))
        .containsExactly("web/r: not-applicable: `a` is not managed by aws-sg");
  }

  /**
   * The deny is written nowhere here, and what it refuses must not be allowed at another endpoint.
   */
  @Test
  void doesNotWriteAnAllowThatADenyManagedElsewhereOverlaps() {
    Environments places =
        Environments.empty()
            .at("internet", "any")
            .managedBy("internet", "")
            .at("lab", "10.9.0.0/16")
            .managedBy("lab", "ansible");
    Rules[] rules = {
      allow("r", "internet", "lab-web").tcp("443"), deny("d", "internet", "lab").tcp("1-65535")
    };

    Environment inside = places.at("lab-web", "10.9.0.80").build();
    assertThat(toWrite(EXACT, inside, rules)).isEmpty();
    assertThat(decided(EXACT, inside, rules))
        .containsExactlyInAnyOrder(
            "web/r inbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " express that deny rule",
            "web/d: unsupported: neither `internet` nor `lab` is managed by aws-sg, and an allow rule"
                + " overlaps this deny rule");

    Environment outside = places.at("lab-web", "10.10.0.80").build();
    assertThat(toWrite(EXACT, outside, rules))
        .containsExactly("web/r inbound at lab-web to internet: exact");
    assertThat(decided(EXACT, outside, rules))
        .containsExactly(
            "web/d: not-applicable: neither `internet` nor `lab` is managed by aws-sg");
  }

  @Test
  void reportsEveryRuleOfAMergedFlow() {
    Environment environment = Environments.empty().defaults("").build();

    assertThat(
            decided(
                EXACT, environment, allow("r", "a", "b").tcp("80"), allow("s", "a", "b").tcp("80")))
        .extracting(text -> text.substring(0, 5))
        .containsExactly("web/r", "web/s");
  }

  @Test
  void writesNothingOutboundWhereThePlatformHasNoOutboundRules() {
    Rules rule = allow("r", "a", "b").tcp("80");

    assertThat(toWrite(EXACT.withoutOutbound(), rule))
        .containsExactly("web/r inbound at b to a: exact");
    assertThat(decided(EXACT.withoutOutbound(), rule))
        .containsExactly(
            "web/r outbound: not-applicable: EC2 security groups have no rules for outbound"
                + " traffic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gre", "icmpv6", "89"})
  void doesNotWriteProtocolsThatThePlatformDoesNotKnow(String protocol) {
    assertThat(decided(EXACT.withCommonProtocolsOnly(), allow("r", "a", "b").protocols(protocol)))
        .containsExactly(
            "web/r outbound: unsupported: EC2 security groups do not know the protocol " + protocol,
            "web/r inbound: unsupported: EC2 security groups do not know the protocol " + protocol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"icmp", "esp", "ah", "any"})
  void writesTheCommonProtocols(String protocol) {
    assertThat(decided(EXACT.withCommonProtocolsOnly(), allow("r", "a", "b").protocols(protocol)))
        .isEmpty();
  }

  @Test
  void expectsAnAllowToBeWiderInWhatThePlatformCannotMatch() {
    Rules rule = allow("r", "a", "b").tcp("80").sourcePorts("53 1024-65535").program("C:\\x.exe");

    assertThat(toWrite(EXACT.widening(Dimension.PROGRAM, Dimension.SOURCE_PORTS), rule))
        .containsExactly(
            "web/r outbound at a to b: wider [SOURCE_PORTS]: EC2 security groups do not match"
                + " source ports 53, 1024-65535",
            "web/r inbound at b to a: wider [SOURCE_PORTS, PROGRAM]: EC2 security groups do not"
                + " match source ports 53, 1024-65535 and the program");
  }

  @Test
  void expectsAnIcmpTypeToBeLost() {
    assertThat(
            toWrite(
                EXACT.widening(Dimension.ICMP_TYPE),
                allow("r", "a", "b").protocols("icmp").icmpTypes("8")))
        .first()
        .isEqualTo(
            "web/r outbound at a to b: wider [ICMP_TYPE]: EC2 security groups do not match the"
                + " ICMP type");
  }

  @Test
  void expectsWhatARuleDoesNotNameToBeExact() {
    assertThat(
            toWrite(
                EXACT.widening(Dimension.ICMP_TYPE, Dimension.PROGRAM, Dimension.SOURCE_PORTS),
                allow("r", "a", "b").tcp("80")))
        .allMatch(text -> text.endsWith("exact"));
  }

  @Test
  void writesADenyThatThePlatformCanExpress() {
    assertThat(toWrite(EXACT, deny("d", "a", "b").tcp("80"), allow("r", "a", "b").tcp("80")))
        .hasSize(4);
  }

  @Test
  void takesADenyForExactWhereNothingIsOpened() {
    assertThat(decided(NO_DENY, deny("d", "a", "b").tcp("80"), allow("r", "a", "b").tcp("81")))
        .containsExactly("web/d outbound: exact: ", "web/d inbound: exact: ");
  }

  @Test
  void takesADenyOfAnUnknownProtocolForExactWhereNothingIsOpened() {
    assertThat(decided(NO_DENY.withCommonProtocolsOnly(), deny("d", "a", "b").protocols("gre")))
        .containsExactly("web/d outbound: exact: ", "web/d inbound: exact: ");
  }

  @Test
  void takesADenyForExactBesideAnAllowThatIsNotRendered() {
    assertThat(
            decided(
                NO_DENY.withCommonProtocolsOnly(),
                deny("d", "a", "b").protocols("gre"),
                allow("r", "a", "b").protocols("gre")))
        .filteredOn(text -> text.startsWith("web/d"))
        .allMatch(text -> text.contains("exact"));
  }

  @Test
  void writesNeitherADenyNorWhatItOverlapsWithoutDenyRules() {
    assertThat(
            decided(
                NO_DENY,
                deny("d", "a", "b").tcp("80"),
                allow("r", "a", "b").tcp("1-100"),
                allow("s", "a", "b").tcp("443")))
        .containsExactly(
            "web/d outbound: unsupported: EC2 security groups cannot deny, and an allow rule"
                + " overlaps this deny rule",
            "web/d inbound: unsupported: EC2 security groups cannot deny, and an allow rule"
                + " overlaps this deny rule",
            "web/r outbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " deny",
            "web/r inbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " deny");
  }

  @Test
  void findsADenyOfIntersectingAddresses() {
    Environment environment =
        Environments.of("a", "10.0.0.0/24", "b", "10.1.0.1", "c", "10.0.0.7", "d", "10.1.0.0/16");

    assertThat(
            decided(
                NO_DENY,
                environment,
                deny("d", "c", "d").protocols("any"),
                allow("r", "a", "b").tcp("80")))
        .hasSize(4)
        .allMatch(text -> text.contains("unsupported"));
  }

  @Test
  void leavesAnAllowBetweenOtherAddresses() {
    Environment environment =
        Environments.of("a", "10.0.0.1", "b", "10.1.0.1", "c", "10.0.0.2", "d", "10.1.0.2");

    assertThat(
            toWrite(
                NO_DENY,
                environment,
                deny("d", "c", "d").protocols("any"),
                allow("r", "a", "b").tcp("80")))
        .hasSize(2);
  }

  @Test
  void findsADenyOfAnUnboundEndpoint() {
    Environment environment = Environments.of("a", "10.0.0.1", "b", "10.1.0.1", "d", "10.1.0.1");

    assertThat(
            decided(
                NO_DENY,
                environment,
                deny("d", "c", "d").tcp("80"),
                allow("r", "a", "b").tcp("80")))
        .hasSize(4)
        .allMatch(text -> text.contains("unsupported"));
  }

  @Test
  void ignoresAnAllowThatThePlatformDoesNotRender() {
    Environment environment =
        Environments.empty().managedBy("a", "ansible").managedBy("b", "ansible").build();

    assertThat(
            decided(
                NO_DENY,
                environment,
                deny("d", "c", "c").tcp("80"),
                allow("r", "a", "b").tcp("80")))
        .contains("web/d outbound: exact: ", "web/d inbound: exact: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOURCE_PORTS", "ICMP_TYPE"})
  void neverWritesADenyWider(String dimension) {
    Rules rule =
        dimension.equals("ICMP_TYPE")
            ? deny("d", "a", "b").protocols("icmp").icmpTypes("8")
            : deny("d", "a", "b").tcp("80").sourcePorts("1-1023");

    assertThat(decided(EXACT.widening(Dimension.valueOf(dimension)), rule))
        .hasSize(2)
        .allMatch(text -> text.contains("unsupported: EC2 security groups do not match "));
  }

  @Test
  void writesADenyOfAProgramOnlyWhereTheProgramListens() {
    Rules[] rules = {
      deny("d", "a", "b").tcp("80").program("C:\\old.exe"), allow("r", "a", "b").tcp("80")
    };

    assertThat(toWrite(EXACT, rules))
        .containsExactly(
            "web/d inbound at b to a: exact",
            "web/r outbound at a to b: exact",
            "web/r inbound at b to a: exact");
    assertThat(decided(EXACT, rules))
        .containsExactly(
            "web/d outbound: not-applicable: the program listens at `b`, where the rule is written");
  }

  @Test
  void doesNotWriteADenyOfAProgramThatListensWhereNothingIsManaged() {
    Environment environment = Environments.empty().managedBy("b", "ansible").build();
    Rules[] rules = {
      deny("d", "a", "b").tcp("80").program("C:\\old.exe"), allow("r", "a", "b").tcp("80")
    };

    assertThat(toWrite(EXACT, environment, rules)).isEmpty();
    assertThat(decided(EXACT, environment, rules))
        .containsExactly(
            "web/d outbound: unsupported: EC2 security groups do not match the program",
            "web/r outbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " express that deny rule");
  }

  @Test
  void doesNotWriteAnAllowBesideADenyThatItCannotExpress() {
    assertThat(
            decided(
                EXACT.widening(Dimension.ICMP_TYPE),
                deny("d", "a", "b").protocols("icmp").icmpTypes("8"),
                allow("r", "a", "b").protocols("icmp"),
                allow("s", "a", "b").tcp("80")))
        .containsExactly(
            "web/d outbound: unsupported: EC2 security groups do not match the ICMP type",
            "web/d inbound: unsupported: EC2 security groups do not match the ICMP type",
            "web/r outbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " express that deny rule",
            "web/r inbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " express that deny rule");
  }

  /** Written without its type, it would permit what the deny refuses. */
  @Test
  void doesNotWriteAnAllowOfAnIcmpTypeBesideADenyOfAnother() {
    assertThat(
            decided(
                EXACT.widening(Dimension.ICMP_TYPE),
                deny("d", "a", "b").protocols("icmp").icmpTypes("8"),
                allow("r", "a", "b").protocols("icmp").icmpTypes("3/4")))
        .contains(
            "web/r outbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " express that deny rule",
            "web/r inbound: unsupported: a deny rule overlaps it, and EC2 security groups cannot"
                + " express that deny rule");
  }

  @Test
  void writesAnAllowOfAnIcmpTypeBesideADenyOfAnotherWhereTypesAreMatched() {
    assertThat(
            toWrite(
                EXACT,
                deny("d", "a", "b").protocols("icmp").icmpTypes("8"),
                allow("r", "a", "b").protocols("icmp").icmpTypes("3/4")))
        .hasSize(4);
  }

  @Test
  void doesNotWriteAnAllowOfEverythingBesideADenyOfAnUnknownProtocol() {
    assertThat(
            toWrite(
                EXACT.withCommonProtocolsOnly(),
                deny("d", "a", "b").protocols("gre"),
                allow("r", "a", "b").protocols("any")))
        .isEmpty();
  }

  @Test
  void enablesPredefinedRulesWhereThePlatformCan() {
    RuleSet ruleSet = RuleSets.named("web").predefined("p", "a", "b", "Remote Desktop").build();

    Demands demands = demands(EXACT.enablingPredefined("windows"), Bound.unbound(ruleSet));

    assertThat(demands.toWrite()).singleElement().isInstanceOf(PredefinedDemand.class);
  }

  @Test
  void accountsForPredefinedRulesOfAnotherPlatform() {
    RuleSet ruleSet = RuleSets.named("web").predefined("p", "a", "b", "Remote Desktop").build();

    assertThat(texts(demands(EXACT, Bound.unbound(ruleSet)).decided()))
        .containsExactly(
            "web/p inbound: not-applicable: EC2 security groups have no predefined rules of"
                + " windows");
  }

  @Test
  void accountsForPredefinedRulesOfAnEndpointManagedElsewhere() {
    RuleSet ruleSet = RuleSets.named("web").predefined("p", "a", "b", "Remote Desktop").build();
    Environment environment = Environments.empty().managedBy("b", "").build();

    assertThat(
            texts(
                demands(EXACT.enablingPredefined("windows"), Bound.in(environment, ruleSet))
                    .decided()))
        .containsExactly("web/p inbound: not-applicable: `b` is not managed by aws-sg");
  }

  private static List<String> toWrite(Capabilities capabilities, Rules... rules) {
    return toWrite(capabilities, Environment.none(), rules);
  }

  private static List<String> toWrite(
      Capabilities capabilities, Environment environment, Rules... rules) {
    return demands(capabilities, Bound.in(environment, RuleSets.of("web", rules)))
        .toWrite()
        .stream()
        .map(DemandsTest::text)
        .toList();
  }

  private static List<String> decided(Capabilities capabilities, Rules... rules) {
    return decided(capabilities, Environment.none(), rules);
  }

  private static List<String> decided(
      Capabilities capabilities, Environment environment, Rules... rules) {
    return texts(demands(capabilities, Bound.in(environment, RuleSets.of("web", rules))).decided());
  }

  private static Demands demands(Capabilities capabilities, Bound bound) {
    assertThat(bound.errors()).isEmpty();
    return Demands.of(bound.policy(), ScriptedExporter.info(capabilities));
  }

  private static List<String> texts(List<ReportedOutcome> outcomes) {
    return outcomes.stream()
        .map(
            o ->
                o.rule()
                    + o.side().map(side -> " " + side.word()).orElse("")
                    + ": "
                    + o.outcome().kind().word()
                    + ": "
                    + o.outcome().reason())
        .toList();
  }

  private static String text(Demand demand) {
    Outcome expected = demand.expected();
    String outcome =
        expected.lost().isEmpty()
            ? expected.kind().word()
            : expected.kind().word() + " " + expected.lost() + ": " + expected.reason();
    return "%s %s at %s to %s: %s"
        .formatted(
            String.join(" ", demand.references()),
            demand.side().word(),
            demand.endpoint().id(),
            demand.peer().id(),
            outcome);
  }
}

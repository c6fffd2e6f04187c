package dev.rulecast.awssg;

import static dev.rulecast.awssg.Planned.tcp;
import static dev.rulecast.awssg.PlannerFixtures.oneRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.exporter.Outcome;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Side;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a plan says of itself: its groups, its flows, and the order of its permissions. */
class AwsSgPlanTest {
  private static final String GROUP = "{settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}}";

  private static Planned shared() {
    return Planned.of(
        Fixture.inline(
            "a: {title: First}, b: {title: Second}, c: {title: c}, d: {title: Fourth}",
            tcp("r1", "[a, b]", "c", "443", "Web") + ", " + tcp("r2", "c", "d", "443", "Web"),
            "a: " + GROUP + ", b: " + GROUP));
  }

  @Test
  void aGroupIsKnownByItsEndpointsAndIfItExistsByItsId() {
    assertThat(shared().plan().groups())
        .extracting(SecurityGroup::label)
        .containsExactly("a, b (sg-1a2b3c4d)", "c", "d");
  }

  @Test
  void aHeadingHasTitlesUnlessTheySayNoMoreThanTheIds() {
    assertThat(shared().plan().groups())
        .extracting(SecurityGroup::heading)
        .containsExactly(
            "a: First, b: Second, in the existing group sg-1a2b3c4d", "c", "d: Fourth");
  }

  @Test
  void makesTheGroupsThatDoNotExist() {
    assertThat(shared().plan().created()).extracting(SecurityGroup::name).containsExactly("c", "d");
  }

  @Test
  void hasAFlowOnceThoughBothEndsAskForIt() {
    AwsSgPlan plan = shared().plan();
    assertThat(plan.demands()).hasSize(6);
    assertThat(plan.flows())
        .extracting(flow -> flow.source().id() + " to " + flow.destination().id())
        .containsExactlyInAnyOrder("a to c", "b to c", "c to d");
  }

  @Test
  void isRefusedAsAWhole() {
    Fixture fixture = oneRule("a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.0/24]}");
    assertThat(Planned.refused(fixture, "it is too large").outcomes())
        .extracting(reported -> reported.outcome())
        .containsExactly(
            Outcome.unsupported("it is too large"), Outcome.unsupported("it is too large"));
  }

  @Test
  void ordersBlocksAsNumbersAndTheOthersAsNames() {
    Planned planned =
        Planned.of(
            Fixture.inline(
                "a: {}, b: {}, q: {}, y: {}, x: {}, w: {}, v: {}, u: {}",
                tcp("r", "a", "[y, w, q, x, u, b, v]", "443", "Web"),
                "b: {addresses: [10.0.101.0/24, 10.0.9.0/24, 10.0.20.0/24, 9.0.0.0/8]}"));
    List<String> keys = planned.keys("a", Side.OUTBOUND);
    assertThat(keys)
        .filteredOn(key -> key.contains("/"))
        .containsExactly(
            "tcp-443-9.0.0.0/8",
            "tcp-443-10.0.9.0/24",
            "tcp-443-10.0.20.0/24",
            "tcp-443-10.0.101.0/24");
    assertThat(keys)
        .filteredOn(key -> !key.contains("/"))
        .containsExactly(
            "tcp-443-q", "tcp-443-u", "tcp-443-v", "tcp-443-w", "tcp-443-x", "tcp-443-y");
  }

  @Test
  void whatIsExactHasNoWidening() {
    Fixture fixture = oneRule("a: {addresses: [10.0.1.0/24]}, b: {addresses: [10.0.2.0/24]}");
    assertThat(Planned.of(fixture).group("b").ingress())
        .singleElement()
        .satisfies(permission -> assertThat(permission.widenings()).isEmpty());
  }

  /** One permission of a group that two endpoints share is for the addresses of both. */
  @Test
  void anInputOfASharedGroupHasTheFamiliesOfAllItsEndpoints() {
    String bound = "{addresses: [%s], settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}}";
    Planned planned =
        Planned.of(
            Fixture.inline(
                "a: {}, b: {}, partner: {external: true}",
                tcp("r", "[a, b]", "partner", "443", "Web"),
                "a: %s, b: %s"
                    .formatted(bound.formatted("10.0.0.1"), bound.formatted("\"2001:db8::1\""))));
    assertThat(planned.keys("sg-1a2b3c4d", Side.OUTBOUND)).containsExactly("tcp-443-partner");
    assertThat(planned.plan().inputs())
        .singleElement()
        .satisfies(
            input ->
                assertThat(input.needs()).containsExactly(Set.of(IpFamily.IPV4, IpFamily.IPV6)));
  }

  @Test
  void keysNameEveryProtocolAndNumbersAsSuch() {
    assertThat(Planned.of(Fixtures.named("every-port")).keys("lab", Side.OUTBOUND))
        .allMatch(key -> key.startsWith("all-") && !key.startsWith("all--"));
    String numbered = "{id: r, source: a, destination: b, protocol: 99, purpose: Odd}";
    assertThat(Planned.of(Fixture.inline("a: {}, b: {}", numbered, "")).keys("a", Side.OUTBOUND))
        .containsExactly("protocol-99-b");
    String named = numbered.replace("99", "esp");
    assertThat(Planned.of(Fixture.inline("a: {}, b: {}", named, "")).keys("a", Side.OUTBOUND))
        .containsExactly("esp-b");
  }
}

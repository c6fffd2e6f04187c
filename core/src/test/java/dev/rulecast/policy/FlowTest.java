package dev.rulecast.policy;

import static dev.rulecast.fixture.Rules.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.model.Action;
import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpFamily;
import dev.rulecast.model.PortRange;
import dev.rulecast.model.Protocol;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {
  private static final Flow WEB =
      Bound.unbound(RuleSets.of("web", allow("r", "a", "b").tcp("80"))).policy().flows().get(0);

  @Test
  void isSeenFromBothSides() {
    assertThat(WEB.at(Side.OUTBOUND).id()).isEqualTo("a");
    assertThat(WEB.peerOf(Side.OUTBOUND).id()).isEqualTo("b");
    assertThat(WEB.at(Side.INBOUND).id()).isEqualTo("b");
    assertThat(WEB.peerOf(Side.INBOUND).id()).isEqualTo("a");
  }

  @Test
  void refusesToBeWithoutARule() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Flow(Action.ALLOW, WEB.source(), WEB.destination(), WEB.traffic(), List.of()));
  }

  @Test
  void hasNoFamilyWhereTheEndsShareNone() {
    Flow flow = flow(endpoint("a", "10.0.0.1"), endpoint("b", "2001:db8::1"));

    assertThat(flow.families()).isEqualTo(EnumSet.noneOf(IpFamily.class));
  }

  @ParameterizedTest
  @CsvSource({
    "a, 10.0.0.1, a, 10.0.0.1, true",
    "a, '', a, '', true",
    "a, 10.0.0.1, b, 10.0.0.1, true",
    "a, 10.0.0.0/8, b, 10.2.3.0/24, true",
    "a, 10.0.0.1, b, 10.0.0.2, false",
    "a, 10.0.0.1, b, '', true",
    "a, '', b, 10.0.0.1, true",
    "a, any, b, 2001:db8::1, true",
    "a, 0.0.0.0/0, b, 2001:db8::1, false",
  })
  void overlapsWhereAnEndMayBeTheSame(
      String one, String here, String other, String there, boolean expected) {
    Endpoint peer = endpoint("p", "192.0.2.1");
    Endpoint a = endpoint(one, here);
    Endpoint b = endpoint(other, there);

    assertThat(flow(a, peer).mayOverlap(flow(b, peer))).as("source").isEqualTo(expected);
    assertThat(flow(peer, a).mayOverlap(flow(peer, b))).as("destination").isEqualTo(expected);
  }

  @Test
  void doesNotOverlapItsReverse() {
    Endpoint a = endpoint("a", "10.0.0.1");
    Endpoint b = endpoint("b", "10.0.0.2");

    assertThat(flow(a, b).mayOverlap(flow(b, a))).isFalse();
  }

  @Test
  void doesNotOverlapOtherTrafficOfTheSameEnds() {
    Traffic https =
        new Traffic(
            Protocol.TCP,
            Optional.of(new PortRange(443, 443)),
            Optional.empty(),
            List.of(),
            Optional.empty());

    assertThat(
            WEB.mayOverlap(
                new Flow(Action.ALLOW, WEB.source(), WEB.destination(), https, WEB.origins())))
        .isFalse();
  }

  @Test
  void namesItsSidesInWords() {
    assertThat(Side.OUTBOUND.word()).isEqualTo("outbound");
    assertThat(Side.INBOUND.word()).isEqualTo("inbound");
  }

  private static Flow flow(Endpoint source, Endpoint destination) {
    return new Flow(Action.ALLOW, source, destination, WEB.traffic(), WEB.origins());
  }

  private static Endpoint endpoint(String id, String addresses) {
    AddressSet set = Environments.addresses(addresses);
    return new Endpoint(id, id, false, List.of(), set, Set.of(), Map.of());
  }
}

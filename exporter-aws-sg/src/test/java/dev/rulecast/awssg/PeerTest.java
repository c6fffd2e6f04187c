package dev.rulecast.awssg;

import static dev.rulecast.awssg.PlannerFixtures.oneRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.Cidr;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which quota a permission counts against, and what its key calls the other end. */
class PeerTest {
  private static final Set<IpFamily> BOTH = Set.of(IpFamily.IPV4, IpFamily.IPV6);

  private static Endpoint endpoint() {
    return Planned.of(oneRule("a: {addresses: [10.0.1.0/24]}")).group("b").endpoints().get(0);
  }

  @Test
  void addressesCountInTheirFamily() {
    assertThat(new Peer.Block(Cidr.parse("10.0.0.0/8")).countedFamilies())
        .containsExactly(IpFamily.IPV4);
    assertThat(new Peer.Block(Cidr.parse("2001:db8::/32")).countedFamilies())
        .containsExactly(IpFamily.IPV6);
    Set<IpFamily> one = Set.of(IpFamily.IPV6);
    assertThat(new Peer.Input(endpoint(), one).countedFamilies()).isEqualTo(one);
  }

  @Test
  void groupsAndListsCountInBothFamilies() {
    assertThat(new Peer.PrefixList("pl-1a2b3c4d").countedFamilies()).isEqualTo(BOTH);
    assertThat(new Peer.ExistingGroup("sg-1a2b3c4d").countedFamilies()).isEqualTo(BOTH);
    assertThat(new Peer.PlannedGroup(endpoint()).countedFamilies()).isEqualTo(BOTH);
  }

  @Test
  void aGroupIsOneThatExistsOrIsPlanned() {
    assertThat(new Peer.ExistingGroup("sg-1a2b3c4d").isGroup()).isTrue();
    assertThat(new Peer.PlannedGroup(endpoint()).isGroup()).isTrue();
    assertThat(new Peer.PrefixList("pl-1a2b3c4d").isGroup()).isFalse();
    assertThat(new Peer.Block(Cidr.parse("10.0.0.0/8")).isGroup()).isFalse();
    assertThat(new Peer.Input(endpoint(), BOTH).isGroup()).isFalse();
  }

  @Test
  void anInputIsCalledAsItsEndpoint() {
    assertThat(new Peer.Input(endpoint(), BOTH).key()).isEqualTo("b");
  }
}

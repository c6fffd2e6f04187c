package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.AddressSet;
import dev.rulecast.model.IpFamily;
import dev.rulecast.policy.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputFamiliesTest {
  private static final Endpoint A = unbound("a");
  private static final Endpoint B = unbound("b");
  private static final Endpoint C = unbound("c");
  private static final Endpoint D = unbound("d");

  private final InputFamilies families = new InputFamilies();

  private static Endpoint unbound(String id) {
    return new Endpoint(id, id, false, List.of(), AddressSet.of(List.of()), Set.of(), Map.of());
  }

  @Test
  void anEndpointThatNothingIsNeededOfHasOneInputOfEitherFamily() {
    assertThat(families.of(A)).isEmpty();
    assertThat(families.input(A, Optional.of(IpFamily.IPV6)))
        .isEqualTo(new PrefixInput(A, Optional.empty(), true));
  }

  @Test
  void anEndpointThatMeetsOneFamilyHasOneInputOfIt() {
    families.need(A, IpFamily.IPV6);
    assertThat(families.of(A)).containsExactly(IpFamily.IPV6);
    assertThat(families.input(A, Optional.empty()))
        .isEqualTo(new PrefixInput(A, Optional.of(IpFamily.IPV6), true));
  }

  @Test
  void anEndpointThatMeetsBothHasAnInputOfEach() {
    families.need(A, IpFamily.IPV6);
    families.need(A, IpFamily.IPV4);
    assertThat(families.of(A)).containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    assertThat(families.input(A, Optional.of(IpFamily.IPV6)))
        .isEqualTo(new PrefixInput(A, Optional.of(IpFamily.IPV6), false));
  }

  @Test
  void endpointsThatMeetNeedWhatOneOfThemNeeds() {
    families.need(A, IpFamily.IPV4);
    families.need(B, IpFamily.IPV6);
    families.join(A, B);
    assertThat(families.of(A)).containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    assertThat(families.of(B)).isEqualTo(families.of(A));
    assertThat(families.of(C)).isEmpty();
  }

  /** In whatever order, and over however many others. */
  @Test
  void whatIsNeededReachesEveryEndpointThatMeetsAnother() {
    families.join(A, B);
    families.join(C, D);
    families.join(B, C);
    families.join(D, A);
    families.need(D, IpFamily.IPV6);
    families.need(B, IpFamily.IPV4);
    for (Endpoint endpoint : List.of(A, B, C, D)) {
      assertThat(families.of(endpoint)).containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    }
  }

  @Test
  void whatWasNeededBeforeTheyMetStaysNeeded() {
    families.need(D, IpFamily.IPV6);
    families.join(A, B);
    families.join(B, D);
    families.join(D, D);
    families.join(A, D);
    assertThat(families.of(A)).containsExactly(IpFamily.IPV6);
    assertThat(families.of(D)).containsExactly(IpFamily.IPV6);
  }
}

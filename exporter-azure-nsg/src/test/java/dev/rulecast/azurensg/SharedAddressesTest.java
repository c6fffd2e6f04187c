package dev.rulecast.azurensg;

import static dev.rulecast.azurensg.PlannedNsg.fixture;
import static dev.rulecast.azurensg.PlannedNsg.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which endpoints are found to have addresses in common, but not the group. */
class SharedAddressesTest {
  /** The pairs that a warning names, of endpoints {@code a}, {@code b}, … with these addresses. */
  private static List<String> pairs(String... addresses) {
    List<String> endpoints = new ArrayList<>(List.of("peer: {external: true}"));
    List<String> bindings = new ArrayList<>(List.of("peer: {addresses: [any]}"));
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < addresses.length; i++) {
      String id = Character.toString('a' + i);
      endpoints.add(id + ": {}");
      bindings.add(id + ": {addresses: [" + addresses[i] + "]}");
      rules.add(tcp("r-" + id, "peer", id, "443"));
    }
    return PlannedNsg.of(
            fixture(
                String.join(", ", endpoints),
                String.join(", ", rules),
                String.join(", ", bindings)))
        .result()
        .warnings()
        .stream()
        .map(text -> text.replaceFirst("^`(.*)` and `(.*)` have addresses.*", "$1 $2"))
        .toList();
  }

  @Test
  void addressesThatOnlyTouchAreNotInCommon() {
    assertThat(pairs("10.0.1.0/24", "10.0.2.0/24")).isEmpty();
    assertThat(pairs("10.0.1.0-10.0.2.0", "10.0.2.0/24")).containsExactly("a b");
    assertThat(pairs("10.0.1.0/24", "\"::a00:100/120\"")).isEmpty();
  }

  /** However many of their addresses are, and whichever begins first. */
  @Test
  void namesAPairOnceTheFirstByIdFirst() {
    assertThat(pairs("10.0.0.1, 10.0.0.3, \"2001:db8::/64\"", "10.0.0.0/29, \"2001:db8::1\""))
        .containsExactly("a b");
    assertThat(pairs("10.0.0.0/29", "10.0.0.1, 10.0.0.3")).containsExactly("a b");
  }

  @Test
  void namesPairsInTheirOrder() {
    assertThat(pairs("10.0.9.0/24", "10.0.0.0/16", "10.0.1.0/24, 10.0.9.9", "10.0.1.7"))
        .containsExactly("a b", "a c", "b c", "b d", "c d");
  }

  /** What began before a range that is over may still go on. */
  @Test
  void aRangeThatIsOverHidesNoneThatGoesOn() {
    assertThat(pairs("10.0.0.0/16", "10.0.1.0/24", "10.0.2.0/24")).containsExactly("a b", "a c");
    assertThat(pairs("10.0.0.1, 10.0.5.0/24", "10.0.0.0/24, 10.0.9.1", "10.0.5.1"))
        .containsExactly("a b", "a c");
  }
}

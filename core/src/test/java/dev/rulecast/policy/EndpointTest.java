package dev.rulecast.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.Environments;
import dev.rulecast.model.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointTest {

  @Test
  void listsItsPlatformsInOrder() {
    Set<String> platforms = Set.of("f", "c", "e", "a", "d", "b");

    assertThat(endpoint("10.0.0.1", platforms, Map.of()).managedBy())
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void listsItsSettingsInOrder() {
    Map<String, Record> settings =
        Map.of("c", new Bound.Svm("3"), "b", new Bound.Svm("2"), "a", new Bound.Svm("1"));

    assertThat(endpoint("10.0.0.1", Set.of(), settings).settings().keySet())
        .containsExactly("a", "b", "c");
  }

  @Test
  void mayHaveBothFamiliesWhereItIsUnbound() {
    assertThat(endpoint("", Set.of(), Map.of()).families())
        .containsExactlyInAnyOrder(IpFamily.IPV4, IpFamily.IPV6);
  }

  @Test
  void hasTheFamiliesOfItsAddresses() {
    assertThat(endpoint("2001:db8::1", Set.of(), Map.of()).families())
        .containsExactly(IpFamily.IPV6);
  }

  @Test
  void hasNoSettingsForAnotherPlatform() {
    Endpoint endpoint = endpoint("", Set.of(), Map.of("a", new Bound.Svm("1")));

    assertThat(endpoint.settings("b", Bound.Svm.class)).isEmpty();
  }

  @Test
  void isManagedByItsPlatformsAlone() {
    Endpoint endpoint = endpoint("", Set.of("aws-sg"), Map.of());

    assertThat(endpoint.isManagedBy("aws-sg")).isTrue();
    assertThat(endpoint.isManagedBy("ansible")).isFalse();
  }

  @Test
  void isTheSameWhereverItIsAsItsIdIs() {
    Endpoint here = named("a", "10.0.0.1");

    assertThat(here).isEqualTo(named("a", "10.0.0.2")).hasSameHashCodeAs(named("a", "10.0.0.2"));
    assertThat(here).isNotEqualTo(named("b", "10.0.0.1")).isNotEqualTo("a");
  }

  private static Endpoint named(String id, String addresses) {
    return new Endpoint(
        id, "E", false, List.of(), Environments.addresses(addresses), Set.of(), Map.of());
  }

  private static Endpoint endpoint(
      String addresses, Set<String> managedBy, Map<String, Record> settings) {
    return new Endpoint(
        "e", "E", false, List.of(), Environments.addresses(addresses), managedBy, settings);
  }
}

package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.model.AddressSet;
import dev.rulecast.policy.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedEndpointsTest {
  private static Endpoint endpoint(String id) {
    return new Endpoint(id, id, false, List.of(), AddressSet.empty(), Set.of(), Map.of());
  }

  /** Endpoints whose names stand in their ids: {@code x-a-b} is known as a and b. */
  private static List<Endpoint> endpoints(String... ids) {
    return List.of(ids).stream().map(SharedEndpointsTest::endpoint).toList();
  }

  private static List<String> names(Endpoint endpoint) {
    List<String> parts = List.of(endpoint.id().split("-"));
    return parts.subList(1, parts.size());
  }

  private static SharedEndpoints shared(List<Endpoint> endpoints) {
    return SharedEndpoints.of(endpoints, SharedEndpointsTest::names);
  }

  @Test
  void leavesAloneWhatHasNamesOfItsOwn() {
    List<Endpoint> all = endpoints("one-a", "two-b", "three");

    SharedEndpoints shared = shared(all);

    assertThat(shared.isEmpty()).isTrue();
    assertThat(shared.isShared(all.get(0))).isFalse();
    assertThat(shared.with(all.get(0))).containsExactly(all.get(0));
  }

  @Test
  void unitesWhatSharesAName() {
    List<Endpoint> all = endpoints("one-a", "two-b", "three-a");

    SharedEndpoints shared = shared(all);

    assertThat(shared.isEmpty()).isFalse();
    assertThat(shared.with(all.get(2))).containsExactly(all.get(0), all.get(2));
    assertThat(shared.isShared(all.get(0))).isTrue();
    assertThat(shared.isShared(all.get(1))).isFalse();
  }

  @Test
  void unitesWhatSharesThroughOthers() {
    List<Endpoint> all = endpoints("one-a", "two-b", "three-c", "four-a-b", "five-c-b");

    SharedEndpoints shared = shared(all);

    for (Endpoint endpoint : all) {
      assertThat(shared.with(endpoint)).isEqualTo(all);
    }
  }

  @Test
  void isNotConfusedByAnEndpointWithOneNameTwice() {
    List<Endpoint> all = endpoints("one-a-a", "two-b");

    assertThat(shared(all).isEmpty()).isTrue();
  }

  @Test
  void findsTheEndOfALongChain() {
    List<Endpoint> all = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      all.add(endpoint("e" + i + "-n" + i));
    }
    // Each puts one more step between the first endpoint and the one that stands for all.
    for (int i = 1; i < 50_000; i++) {
      all.add(endpoint("j" + i + "-n0-n" + i));
    }

    SharedEndpoints shared = shared(all);

    assertThat(shared.with(all.get(0))).hasSize(all.size());
  }
}

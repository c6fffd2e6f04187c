package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WindowsRulesTest {
  private static final String EVENT_LOG = "@FirewallAPI.dll,-29252";

  private static Set<String> eventLog() {
    return new TreeSet<>(
        Set.of(
            "Remote Event Log Management (NP-In)",
            "Remote Event Log Management (RPC)",
            "Remote Event Log Management (RPC-EPMAP)"));
  }

  @Test
  void noTwoHaveOneName() {
    assertThat(WindowsRules.names()).hasSize(16);
    for (String name : WindowsRules.names()) {
      assertThat(WindowsRules.named(name).orElseThrow().name()).isEqualTo(name);
    }
  }

  @Test
  void aGroupIsMeantIfAllItsRulesAre() {
    assertThat(WindowsRules.groupsWithin(eventLog())).containsExactly(EVENT_LOG);
    Set<String> some = eventLog();
    some.remove("Remote Event Log Management (RPC)");
    assertThat(WindowsRules.groupsWithin(some)).isEmpty();
    assertThat(WindowsRules.groupsWithin(WindowsRules.names())).hasSize(3).isSorted();
  }

  /** There are rules of it that we do not know. */
  @Test
  void aGroupWithOthersIsNever() {
    assertThat(
            WindowsRules.groupsWithin(
                Set.of("Remote Service Management (NP-In)", "Remote Service Management (RPC)")))
        .isEmpty();
  }
}

package dev.rulecast.testkit.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToolsAvailableTest {

  @Test
  void runsTestsThatNeedNothing() {
    assertThat(ToolsAvailable.decide("", true).isDisabled()).isFalse();
    assertThat(ToolsAvailable.decide("", false).isDisabled()).isFalse();
  }

  @Test
  void skipsAndSaysWhy() {
    var decision = ToolsAvailable.decide("moto_server is not on PATH", false);

    assertThat(decision.isDisabled()).isTrue();
    assertThat(decision.getReason().orElseThrow()).contains("moto_server is not on PATH");
  }

  @Test
  void failsWhereTheToolsAreRequired() {
    assertThatThrownBy(() -> ToolsAvailable.decide("moto_server is not on PATH", true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("moto_server is not on PATH");
  }
}

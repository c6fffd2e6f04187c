package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PlatformTest {
  /** Settings of a platform. */
  private record Settings() {}

  @Test
  void isDeclaredAlikeWithTheSameSettings() {
    assertThat(Platform.of("x", "X").withSettings(Settings.class))
        .isEqualTo(Platform.of("x", "X").withSettings(Settings.class))
        .isNotEqualTo(Platform.of("x", "X"));
  }

  @Test
  void refusesAnIdThatNoDocumentCouldName() {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Platform.of("X", "X"));
  }

  @Test
  void keepsItsNeedOfSettings() {
    Platform ontap = new Platform("x", "X", java.util.Optional.empty(), true);

    assertThat(ontap.withSettings(Settings.class).onlyWithSettings()).isTrue();
  }
}

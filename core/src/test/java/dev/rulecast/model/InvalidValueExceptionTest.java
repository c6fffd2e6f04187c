package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidValueExceptionTest {

  @Test
  void carriesTheMessageAndTheHint() {
    InvalidValueException mistake = new InvalidValueException("`x` is wrong.", "write y");

    assertThat(mistake).hasMessage("`x` is wrong.");
    assertThat(mistake.hint()).hasValue("write y");
  }

  @Test
  void hasNoHintWhereItIsEmpty() {
    assertThat(new InvalidValueException("`x` is wrong.", "").hint()).isEmpty();
  }

  @Test
  void hasNoStackTrace() {
    assertThat(new InvalidValueException("`x` is wrong.", "").getStackTrace()).isEmpty();
  }
}

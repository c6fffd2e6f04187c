package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

  @Test
  void listsWhatIsLostInOrder() {
    Outcome outcome = Outcome.wider(Set.copyOf(EnumSet.allOf(Dimension.class)), "why");

    assertThat(outcome.lost()).containsExactly(Dimension.values());
  }

  @Test
  void refusesToBeWiderInNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Outcome.wider(Set.of(), "why"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.Kind.class,
      names = {"EXACT", "UNSUPPORTED", "NOT_APPLICABLE"})
  void refusesToLoseSomethingAndNotBeWider(Outcome.Kind kind) {
    String reason = kind == Outcome.Kind.EXACT ? "" : "why";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome(kind, Set.of(Dimension.PORTS), reason));
  }

  @Test
  void refusesToBeUnsupportedWithoutAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> Outcome.unsupported(" "));
  }

  @Test
  void refusesToBeExactWithAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome(Outcome.Kind.EXACT, Set.of(), "why"));
  }
}

package dev.rulecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UniqueIdsTest {
  private final UniqueIds ids = new UniqueIds();

  @Test
  void numbersFromTwoOn() {
    assertThat(ids.unique("web")).isEqualTo("web");
    assertThat(ids.unique("web")).isEqualTo("web-2");
    assertThat(ids.unique("web")).isEqualTo("web-3");
    assertThat(ids.unique("db")).isEqualTo("db");
  }

  @Test
  void passesOverWhatIsTakenOtherwise() {
    assertThat(ids.take("web")).isTrue();
    assertThat(ids.take("web")).isFalse();
    assertThat(ids.take("web-2")).isTrue();
    assertThat(ids.unique("web")).isEqualTo("web-3");
    assertThat(ids.take("web-4")).isTrue();
    assertThat(ids.unique("web")).isEqualTo("web-5");
    assertThat(ids.unique("web-2")).isEqualTo("web-2-2");
  }

  @Test
  void cutsIdsToMakeRoomForTheNumber() {
    String longest = "a".repeat(63);
    ids.take(longest);
    assertThat(ids.unique(longest)).isEqualTo("a".repeat(61) + "-2");
  }

  /** Tried one by one from 2 on each time, this would take minutes. */
  @Test
  void manyWhoWantOneIdTakeNoTime() {
    String last = "";
    for (int i = 0; i < 300_000; i++) {
      last = ids.unique("web");
    }
    assertThat(last).isEqualTo("web-300000");
  }
}

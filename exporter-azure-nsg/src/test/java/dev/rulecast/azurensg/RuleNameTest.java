package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleNameTest {
  @Test
  void isReadableWhereItFits() {
    assertThat(new RuleName("x".repeat(80), "what it is").name()).isEqualTo("x".repeat(80));
  }

  @Test
  void endsWithAHashOfWhatItIsWhereItDoesNot() {
    String name = new RuleName("x".repeat(81), "what it is").name();
    assertThat(name).hasSize(80).matches("x{71}-[0-9a-f]{8}");
    assertThat(new RuleName("x".repeat(90), "what it is").name()).isEqualTo(name);
    assertThat(new RuleName("x".repeat(81), "another").name()).isNotEqualTo(name);
  }

  /** In whole where there is room for it. */
  @Test
  void isUnmistakableWithALongerHash() {
    assertThat(new RuleName("short", "what it is").unmistakableName())
        .matches("short-[0-9a-f]{16}")
        .isNotEqualTo(new RuleName("short", "another").unmistakableName());
    assertThat(new RuleName("x".repeat(63), "what it is").unmistakableName())
        .matches("x{63}-[0-9a-f]{16}");
    assertThat(new RuleName("x".repeat(64), "what it is").unmistakableName())
        .matches("x{63}-[0-9a-f]{16}");
  }

  @Test
  void namesThatDifferInCaseHaveOneKey() {
    assertThat(RuleName.key("Allow-a")).isEqualTo(RuleName.key("ALLOW-A"));
    assertThat(RuleName.key("allow-a")).isNotEqualTo(RuleName.key("allow-b"));
  }

  @Test
  void areInTheOrderOfWhatTheyAre() {
    RuleName first = new RuleName("z", "1");
    RuleName second = new RuleName("a", "2");
    assertThat(Stream.of(second, first).sorted().toList()).isEqualTo(List.of(first, second));
  }
}

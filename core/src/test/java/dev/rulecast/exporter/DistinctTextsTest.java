package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistinctTextsTest {
  private final DistinctTexts texts = new DistinctTexts();

  @Test
  void holdsNothingAtFirst() {
    assertThat(texts.toList()).isEmpty();
    assertThat(texts.sorted()).isEmpty();
  }

  @Test
  void holdsTheSameTextOnce() {
    texts.add("a");
    texts.add("a");

    assertThat(texts.toList()).containsExactly("a");
    assertThat(texts.sorted()).containsExactly("a");
  }

  @Test
  void keepsTheOrder() {
    texts.add("b");
    texts.addAll(List.of("a", "b", "c", "a"));

    assertThat(texts.toList()).containsExactly("b", "a", "c");
    assertThat(texts.sorted()).containsExactly("a", "b", "c");
  }
}

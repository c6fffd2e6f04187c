package dev.rulecast.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionsForManyTest {
  private final SuggestionsForMany suggestions = new SuggestionsForMany();

  @Test
  void suggestsWhatASingleSearchWould() {
    assertThat(suggestions.didYouMean("destinaton", List.of("destination", "source")))
        .isEqualTo(Suggestions.didYouMean("destinaton", List.of("destination", "source")))
        .isPresent();
    assertThat(suggestions.didYouMean("x", List.of("destination"))).isEmpty();
  }

  @Test
  void endsAfterAHundredThousandComparisons() {
    List<String> known = IntStream.range(0, 1_000).mapToObj(i -> "server-" + i).toList();
    for (int i = 0; i < 100; i++) {
      assertThat(suggestions.didYouMean("sever-7", known)).isPresent();
    }
    assertThat(suggestions.didYouMean("sever-7", known)).isEmpty();
  }
}

package dev.rulecast.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "destination, destination",
    "destinaton, destination",
    "destinattion, destination",
    "destinatoin, destination",
    "destenation, destination",
    "DESTINATION, destination",
    "dstnation, destination",
    "suorce, source",
    "sorces, source",
    "prots, ports",
    "port, ports",
    "tcq, tcp",
  })
  void findsTheNearestName(String written, String expected) {
    assertThat(Suggestions.closest(written, List.of("source", "destination", "ports", "tcp")))
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"dstntn", "purpose", "xyz", "porcelain", "tcpdump", "des", "''"})
  void findsNothingFarther(String written) {
    assertThat(Suggestions.closest(written, List.of("source", "destination", "ports", "tcp")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"destination-address, destination", "dest, destination", "portsmouth, ports"})
  void findsANameThatGoesOnFromTheOther(String written, String expected) {
    assertThat(Suggestions.closest(written, List.of("source", "destination", "ports", "tcp")))
        .contains(expected);
  }

  @Test
  void takesTheLongestOfThoseThatTheWordGoesOnFrom() {
    assertThat(
            Suggestions.closest(
                "web-server-of-the-shop", List.of("web-server", "web-server-of", "web-serv")))
        .contains("web-server-of");
  }

  @Test
  void takesTheAlphabeticallyFirstOfEqualsInAnyOrder() {
    List<String> names = new ArrayList<>(Arrays.asList("web-d", "web-b", "web-c", "web-a"));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(names, new Random(seed));

      assertThat(Suggestions.closest("web-x", names)).contains("web-a");
    }
  }

  @Test
  void findsNothingAmongNothing() {
    assertThat(Suggestions.closest("source", List.of())).isEmpty();
  }

  @Test
  void doesNotCompareLongWords() {
    assertThat(Suggestions.closest("x".repeat(129), List.of("x".repeat(129)))).isEmpty();
    assertThat(Suggestions.closest("x".repeat(128), List.of("x".repeat(127)))).isPresent();
  }

  @Test
  void asksWhetherTheNameWasMeant() {
    assertThat(Suggestions.didYouMean("suorce", List.of("source")))
        .contains("did you mean `source`?");
  }
}

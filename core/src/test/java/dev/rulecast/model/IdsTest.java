package dev.rulecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a1", "web", "domain-controllers", "a-1-b2", "any-host", "selfish"})
  void acceptsAnId(String id) {
    assertThat(Ids.require(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "A", "Web", "1a", "-a", "a-", "a--b", "a_b", "a.b", "a b", " a", "a\n", "é", "aé", "а",
        "../a", "a/b", "$a", "`a`"
      })
  void refusesWhatIsNoId(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ids.require(text))
        .withMessageEndingWith(" is not an id.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "all", "none", "self", "ungrouped"})
  void refusesReservedWords(String word) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ids.require(word))
        .withMessage("`" + word + "` is a reserved word and cannot be an id.");
  }

  @Test
  void acceptsSixtyThreeCharactersAndNoMore() {
    assertThat(Ids.require("a".repeat(63))).hasSize(63);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ids.require("a".repeat(64)));
  }

  @ParameterizedTest
  @CsvSource({
    "Web, write web",
    "Domain Controllers, write domain-controllers",
    "a_b, write a-b",
    "a--b, write a-b",
    "-a-, write a",
    "`a~, write a",
    "1a, 'use lower-case letters, digits and single hyphens, beginning with a letter'",
    "é, 'use lower-case letters'",
    "aé, 'use lower-case letters'",
    "Any, 'use lower-case letters'",
    "$, 'use lower-case letters'",
    "a b\u007f, 'use lower-case letters'",
  })
  void suggestsTheIdThatIsMeant(String text, String hint) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Ids.require(text))
        .satisfies(e -> assertThat(e.hint().orElseThrow()).startsWith(hint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a-", "any", "ungrouped", "a\n"})
  void tellsWhatIsNoId(String text) {
    assertThat(Ids.isId(text)).isFalse();
  }

  @Test
  void tellsIdsOfSixtyThreeCharactersAndNoMore() {
    assertThat(Ids.isId("z" + "9".repeat(62))).isTrue();
    assertThat(Ids.isId("z" + "0".repeat(63))).isFalse();
  }
}

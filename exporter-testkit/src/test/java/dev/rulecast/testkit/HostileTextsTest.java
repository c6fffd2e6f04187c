package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Ids;
import dev.rulecast.policy.Policy;
import dev.rulecast.template.Language;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextsTest {
  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.HostileTexts#all")
  void standsInEveryFieldAsItIs(HostileText text) {
    assertThat(text.line().codePoints()).noneMatch(UserText::isForbidden);
    PlainExporter exporter = new PlainExporter();
    Documents documents = Documents.read(HostileTexts.fixture(text), exporter);
    var ruleSet = documents.ruleSets().get(0);
    var note = ruleSet.rules().get(0).note();
    assertThat(note.purpose()).isEqualTo(Field.PURPOSE.of(text)).isEqualTo(text.text());
    assertThat(note.owner()).contains(Field.OWNER.of(text));
    assertThat(note.ticket()).contains(Field.TICKET.of(text));
    assertThat(note.notes()).contains(Field.NOTES.of(text));
    assertThat(ruleSet.title()).contains(Field.RULE_SET_TITLE.of(text));
    assertThat(ruleSet.reference()).contains(Field.REFERENCE.of(text));
    assertThat(ruleSet.endpoints())
        .allMatch(endpoint -> endpoint.title().orElse("").equals(Field.ENDPOINT_TITLE.of(text)));
    assertThat(ruleSet.parameters().get(0).description())
        .contains(Field.PARAMETER_DESCRIPTION.of(text));
    assertThat(ruleSet.predefinedRules().get(0).purpose())
        .contains(Field.PREDEFINED_PURPOSE.of(text));
  }

  @Test
  void hasAnIdForEach() {
    Set<String> names = new HashSet<>();
    for (HostileText text : both()) {
      assertThat(Ids.require(text.name())).matches(names::add);
    }
  }

  private static List<HostileText> both() {
    return Stream.concat(HostileTexts.all().stream(), HostileTexts.forbidden().stream()).toList();
  }

  /** What begins or ends something in one of the languages that rulecast writes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${",
        "$${",
        "%{",
        "%%{",
        "{{ ",
        "{% ",
        "{# ",
        "{{resolve:",
        "[resourceGroup().id]",
        "[[x]",
        "\"",
        "'",
        "`",
        "“",
        "«",
        "\\",
        "\\\"",
        "\n",
        "\n\n",
        "\t",
        "*/",
        "-->",
        "\nEOT\n",
        "---\n",
        "\n...",
        "!!python",
        "&anchor",
        "*alias",
        "=cmd|",
        "+1",
        "-2",
        "@SUM",
        "$(id)",
        "`id`",
        "; ",
        "?",
        "#",
        "<script>",
        "|",
        "\uD83D\uDD25",
        "\u0308",
        "\u0645",
        "\u200D",
        "\uFFFD"
      })
  void holdsWhatMeansSomethingSomewhere(String piece) {
    assertThat(HostileTexts.all()).anyMatch(text -> text.text().contains(piece));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"on", "no", "null", "22:22", "010", "1e3", ".inf", "2026-01-15", "?", "-"})
  void holdsWhatIsNoTextToYaml(String whole) {
    assertThat(HostileTexts.all()).anyMatch(text -> text.text().equals(whole));
  }

  @Test
  void holdsTextsAsLongAsTheyMayBe() {
    assertThat(HostileTexts.all())
        .anyMatch(text -> text.text().codePointCount(0, text.text().length()) == 4_096);
  }

  /** In a title and in a purpose: what the one may hold beside the other, the other test has. */
  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.HostileTexts#forbidden")
  void refusesWhatIsForbiddenWithItsPlace(HostileText text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Documents.read(HostileTexts.fixture(text), new PlainExporter()))
        .withMessageContaining("hostile-" + text.name() + ".yaml:3:")
        .withMessageContaining("holds the character U+")
        .satisfies(
            e ->
                assertThat(e.getMessage().codePoints().filter(c -> c != '\n'))
                    .noneMatch(UserText::isForbidden));
  }

  @ParameterizedTest
  @MethodSource("both")
  void noNameHoldsAnyOfIt(HostileText text) {
    Fixture fixture = HostileTexts.fixture(text);
    String id = "id: " + HostileTexts.scalar("X" + text.text());
    for (String named : List.of("id: text\n", "id: unbound\n")) {
      Fixture other =
          new Fixture("name", fixture.ruleSets().replace(named, id + "\n"), fixture.environment());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> Documents.read(other, new PlainExporter()))
          .withMessageMatching(
              "(?s).*name\\.yaml:[0-9]+:[0-9]+: `X.*` (is not an id|has more than 63 ch).*");
    }
  }

  /** As GitHub shows it; characters that a line cannot have are spaces. */
  @ParameterizedTest
  @MethodSource("both")
  void markdownShowsItAsText(HostileText text) {
    String cell = Language.markdown().escape().apply(text.text());
    assertThat(cell.chars()).noneMatch(c -> c < 0x20);

    List<String> cells = MarkdownReader.texts("| a | b |\n| --- | --- |\n| " + cell + " | end |\n");

    assertThat(cells).hasSize(4);
    assertThat(words(cells.get(2))).isEqualTo(words(text.text()));
    assertThat(cells.get(3)).isEqualTo("end");
  }

  /** Without white space at the ends, and one space or line feed for any other. */
  private static String words(String text) {
    return text.strip()
        .replaceAll("[\\x00-\\x09\\x0B-\\x20]+", " ")
        .replaceAll(" ?\n ?", "\n")
        .replace('\0', '\uFFFD')
        .strip();
  }

  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.Fixtures#all")
  void everyFixtureIsValid(Fixture fixture) {
    Policy policy = fixture.policy(new PlainExporter());
    assertThat(policy.flows()).isNotEmpty();
    Policy shuffled =
        Documents.read(fixture, new PlainExporter()).shuffled(7).bind(new PlainExporter());
    assertThat(shuffled.flows()).hasSameSizeAs(policy.flows());
  }
}

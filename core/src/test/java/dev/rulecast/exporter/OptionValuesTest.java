package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.ScriptedExporter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionValuesTest {
  private enum Style {
    PLAIN,
    VERY_FANCY
  }

  private static final Option<Style> STYLE =
      Option.choice("style", "How it looks.", Style.class, Style.PLAIN);

  private static final ExporterInfo INFO =
      ScriptedExporter.info(Capabilities.exact()).withOptions(STYLE);

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void takesTheDefault() {
    assertThat(parse(Map.of()).value(STYLE)).contains(Style.PLAIN);
  }

  @Test
  void takesWhatIsGiven() {
    assertThat(parse(Map.of("style", "very-fancy")).value(STYLE)).contains(Style.VERY_FANCY);
  }

  @Test
  void describesWhatMayBeGiven() {
    assertThat(STYLE.allowed()).isEqualTo("plain|very-fancy");
    assertThat(STYLE.defaultText()).isEqualTo("plain");
  }

  @Test
  void suggestsAnOption() {
    parse(Map.of("stile", "plain"));

    assertThat(diagnostics.sorted())
        .extracting(Bound::text)
        .containsExactly(
            "The exporter `test` has no option `stile`. [unknown-option] Hint: did you mean"
                + " `style`?");
  }

  @Test
  void listsTheOptionsWhereNoneIsNear() {
    parse(Map.of("frobnicate", "plain"));

    assertThat(diagnostics.sorted())
        .extracting(Bound::text)
        .containsExactly(
            "The exporter `test` has no option `frobnicate`. [unknown-option] Hint: its options"
                + " are style");
  }

  @Test
  void saysThatAnExporterTakesNoOptions() {
    OptionValues.parse(
        ScriptedExporter.info(Capabilities.exact()), Map.of("style", "plain"), diagnostics);

    assertThat(diagnostics.sorted())
        .extracting(Bound::text)
        .first()
        .asString()
        .endsWith("Hint: it takes none");
  }

  @Test
  void suggestsAValue() {
    parse(Map.of("style", "very-fancey"));

    assertThat(diagnostics.sorted())
        .extracting(Bound::text)
        .containsExactly(
            "`very-fancey` is not a value of the option style. [option] Hint: did you mean"
                + " `very-fancy`?");
  }

  @Test
  void listsTheValuesWhereNoneIsNear() {
    parse(Map.of("style", "PLAIN."));

    assertThat(diagnostics.hasErrors()).isTrue();
  }

  @Test
  void tellsUpperFromLowerCase() {
    parse(Map.of("style", "Plain"));

    assertThat(diagnostics.hasErrors()).isTrue();
  }

  @Test
  void showsAHostileNameHarmlessly() {
    parse(Map.of("a\u001b[31m", "x"));

    assertThat(diagnostics.sorted().get(0).message()).contains("`a\\u001B[31m`");
  }

  @Test
  void namesTheExporterWhoseParserFails() {
    Option<Integer> option =
        new Option<>("count", "How many.", "number", "1", text -> Integer.valueOf(text));
    ExporterInfo info = ScriptedExporter.info(Capabilities.exact()).withOptions(option);

    assertThatExceptionOfType(PluginException.class)
        .isThrownBy(() -> OptionValues.parse(info, Map.of("count", "x"), diagnostics))
        .withMessageStartingWith(
            "The exporter `test` failed to read its option `count`:"
                + " java.lang.NumberFormatException");
  }

  @Test
  void doesNotKnowTheOptionsOfAnotherExporter() {
    Option<String> other = new Option<>("other", "Other.", "text", "x", text -> text);

    assertThat(parse(Map.of()).value(other)).isEmpty();
  }

  @Test
  void refusesTwoOptionsWithOneName() {
    Option<String> again = new Option<>("style", "Again.", "text", "x", text -> text);

    assertThatIllegalArgumentException().isThrownBy(() -> INFO.withOptions(STYLE, again));
  }

  private OptionValues parse(Map<String, String> given) {
    return OptionValues.parse(INFO, given, diagnostics);
  }
}

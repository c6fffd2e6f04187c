package dev.rulecast.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of these templates puts every text between two guillemets. */
class TemplatesTest {
  private static final Language TEXT =
      new Language(
          "Text",
          ".txt",
          text -> {
            if (text.contains("\u0007")) {
              throw new IllegalArgumentException("A bell cannot be written.");
            }
            return "«" + text + "»";
          });

  private final Templates templates = new Templates(TemplatesTest.class, TEXT);

  /** A record as exporters show them to templates. */
  public record Named(String name) {}

  @Test
  void escapesText() {
    assertThat(render("value.txt.ftl", "a")).isEqualTo("«a»");
  }

  @Test
  void printsCodeAsItIs() {
    assertThat(render("value.txt.ftl", new Code("${var.x}"))).isEqualTo("${var.x}");
  }

  @Test
  void escapesWhatATemplatePutsTogether() {
    assertThat(render("concatenated.txt.ftl", "a")).isEqualTo("«xay»");
  }

  @Test
  void escapesTextBesideCode() {
    assertThat(render("concatenated.txt.ftl", new Code("${x}"))).isEqualTo("«x»${x}«y»");
  }

  @Test
  void escapesWhatATemplateKeepsOnce() {
    assertThat(render("captured.txt.ftl", "a")).isEqualTo("«a»");
  }

  @Test
  void escapesWhatAFunctionReturns() {
    assertThat(render("function.txt.ftl", "a")).isEqualTo("«aa»");
  }

  @Test
  void escapesInAnIncludedTemplate() {
    assertThat(render("include-from-root.txt.ftl", "a")).isEqualTo("«a»");
  }

  @Test
  void repeatsForEachItemWithoutEmptyLines() {
    assertThat(render("list.txt.ftl", List.of("x", "y"))).isEqualTo("- «x»\n- «y»\n");
  }

  @Test
  void readsRecords() {
    assertThat(render("name.txt.ftl", new Named("x"))).isEqualTo("«x»");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-esc",
        "noautoesc",
        "header-auto-esc",
        "header-plain-text",
        "header-html",
        "block-plain-text",
        "block-xml",
        "block-combined",
        "new",
        "api",
        "include-outside",
        "include-html",
        "interpret",
        "eval",
        "unclosed",
      })
  void refusesATemplateThatLeavesItsLanguageOrItsFolder(String name) {
    assertThatIllegalStateException()
        .isThrownBy(() -> render(name + ".txt.ftl", "a"))
        .withMessageStartingWith("Template " + name + ".txt.ftl: ");
  }

  @Test
  void refusesALanguageThatTheExporterDoesNotHave() {
    assertThatIllegalStateException()
        .isThrownBy(() -> render("value.other.ftl", "a"))
        .withMessage("No language has templates named value.other.ftl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../template/value.txt.ftl",
        "parts/../value.txt.ftl",
        "/value.txt.ftl",
        "/dev/rulecast/template/value.txt.ftl",
        "./value.txt.ftl",
        "//value.txt.ftl",
        "*/value.txt.ftl",
        "parts\\value.txt.ftl",
        "file:value.txt.ftl",
        "file:///value.txt.ftl",
        "parts//value.txt.ftl",
        " value.txt.ftl",
        "",
      })
  void refusesANameThatIsNotBesideTheOwner(String name) {
    assertThatIllegalStateException()
        .isThrownBy(() -> render(name, "a"))
        .withMessage("Not the name of a template: " + name);
  }

  @Test
  void findsATemplateInAFolder() {
    assertThat(render("parts/value.txt.ftl", "a")).isEqualTo("«a»");
  }

  @Test
  void namesATemplateThatDoesNotExist() {
    assertThatIllegalStateException()
        .isThrownBy(() -> render("absent.txt.ftl", "a"))
        .withMessageContaining("absent.txt.ftl");
  }

  @Test
  void namesTemplateAndLineOfAMissingValue() {
    assertThatIllegalStateException()
        .isThrownBy(() -> render("missing.txt.ftl", new Named("x")))
        .withMessageContaining("value.missing")
        .withMessageContaining("\"missing.txt.ftl\"")
        .withMessageContaining("line 3, column 5");
  }

  @Test
  void namesTemplateAndLineOfTextThatTheLanguageCannotHold() {
    assertThatIllegalStateException()
        .isThrownBy(() -> render("value.txt.ftl", "\u0007"))
        .withMessageContaining("A bell cannot be written.")
        .withMessageContaining("\"value.txt.ftl\"")
        .withMessageContaining("line 1, column 1");
  }

  @Test
  void refusesTextThatTheLanguageCannotHoldBesideCode() {
    Language bell =
        new Language(
            "Text",
            ".txt",
            text -> {
              throw new IllegalArgumentException("Nothing can be written.");
            });

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                render(
                    new Templates(TemplatesTest.class, bell),
                    "concatenated.txt.ftl",
                    new Code("x")))
        .withMessageContaining("Nothing can be written.");
  }

  @Test
  void wrapsWhateverAnEscaperThrows() {
    Language broken =
        new Language(
            "Text",
            ".txt",
            text -> {
              throw new UnsupportedOperationException("oops");
            });

    assertThatIllegalStateException()
        .isThrownBy(() -> render(new Templates(TemplatesTest.class, broken), "value.txt.ftl", "a"))
        .withMessageContaining("oops");
  }

  @Test
  void passesTheFailureOfTheWriterUnchanged() {
    IOException full = new IOException("disk full");

    assertThatThrownBy(() -> templates.render("value.txt.ftl", Map.of("value", "a"), failing(full)))
        .isSameAs(full);
  }

  private static Writer failing(IOException failure) {
    return new Writer() {
      @Override
      public void write(char[] buffer, int from, int length) throws IOException {
        throw failure;
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR", "fr-FR"})
  void writesNumbersAlikeInEveryLocale(String locale) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    try {
      assertThat(render(new Templates(TemplatesTest.class, TEXT), "value.txt.ftl", 65_535))
          .isEqualTo("«65535»");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesBooleansAsWords() {
    assertThat(render("value.txt.ftl", true)).isEqualTo("«true»");
  }

  @Test
  void takesTheEscapingOfTheSuffixWhereLanguagesShareAName() {
    Language yml = new Language("YAML", ".yml", text -> "yml:" + text);
    Language yaml = new Language("YAML", ".yaml", text -> "yaml:" + text);
    Templates both = new Templates(TemplatesTest.class, yml, yaml);

    assertThat(render(both, "value.yml.ftl", "a")).isEqualTo("yml:a");
    assertThat(render(both, "value.yaml.ftl", "a")).isEqualTo("yaml:a");
  }

  @Test
  void hasMarkdownAmongItsLanguages() {
    assertThat(
            render(new Templates(TemplatesTest.class, Language.markdown()), "value.md.ftl", "a|b"))
        .isEqualTo("a\\|b");
  }

  @Test
  void rendersInManyThreads() {
    assertThat(
            IntStream.range(0, 1_000).parallel().mapToObj(i -> render("value.txt.ftl", i)).toList())
        .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "«" + i + "»").toList());
  }

  private String render(String name, Object value) {
    return render(templates, name, value);
  }

  private static String render(Templates templates, String name, Object value) {
    StringWriter out = new StringWriter();
    try {
      templates.render(name, Map.of("value", value), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}

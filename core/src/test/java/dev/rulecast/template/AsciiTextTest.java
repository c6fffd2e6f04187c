package dev.rulecast.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTextTest {
  private static final AsciiText FEW = new AsciiText("-._");
  private static final AsciiText MORE = new AsciiText("._-:/(),@+=%");

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '^',
      textBlock =
          """
          AT&T           = ATandT
          a -> b→c       = a to btoc
          a–b—c~d        = a-b-c-d
          What? No!      = What. No.
          it's "x" `y`   = its x y
          “a” „b‟ «c»    = a b c
          <b>|[i];{j}    = _b___i___j_
          Żółw é ﬁ ＤＮ ①² = Zo_w e fi DN 12
          """)
  void replacesWhatIsNotTaken(String text, String line) {
    assertThat(FEW.line(text)).isEqualTo(line);
  }

  @Test
  void prefersTheNearestThatIsTaken() {
    assertThat(MORE.line("<b>|[i];{j}\\^")).isEqualTo("(b)/(i),(j)/_");
  }

  @Test
  void isOneLineWithSingleBlanks() {
    assertThat(FEW.line("  first\n\n\tsecond \u00A0 \r\u2028third  "))
        .isEqualTo("first second third");
  }

  @Test
  void isNeverEmpty() {
    assertThat(FEW.line("")).isEqualTo("-");
    assertThat(FEW.line(" \n")).isEqualTo("-");
    assertThat(FEW.line("\"\u0301")).isEqualTo("-");
  }

  @Test
  void replacesCharactersThatNoTextShouldHave() {
    assertThat(FEW.line("a\0b\uD800c\uDC00\uDBFF\uDFFF\u0085")).isEqualTo("a_b_c___");
  }

  @Test
  void cutsWhatIsTooLongAndSaysSo() {
    assertThat(AsciiText.cut("12345678", 8)).isEqualTo("12345678");
    assertThat(AsciiText.cut("123456789", 8)).isEqualTo("12345...");
    assertThat(AsciiText.cut("1234 6789", 8)).isEqualTo("1234...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-.", "-._ ", "-._\n", "-._ä"})
  void refusesPunctuationThatIsNoneOrNotEnough(String punctuation) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AsciiText(punctuation));
  }
}

package dev.rulecast.awssg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionsTest {
  private static String of(String... purposes) {
    return Descriptions.of(List.of(purposes));
  }

  @Test
  void keepsEveryCharacterOfEc2() {
    String all =
        "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 ._-:/()#,@[]+=;{}!$*";
    assertThat(of(all)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '^',
      textBlock =
          """
          AT&T           = ATandT
          a -> b         = a to b
          a→b            = atob
          C:\\temp\\x    = C:/temp/x
          a | b          = a / b
          <b>x</b>       = (b)x(/b)
          it's "x" `y`   = its x y
          “a” „b” ‘c’    = a b c
          a – b — c ~ d  = a - b - c - d
          50 % ^ ?       = 50 _ _ .
          größer         = groer
          """)
  void replacesTheOthers(String purpose, String description) {
    // The letter ß has no decomposition, ö has one.
    assertThat(of(purpose)).isEqualTo(description.replace("groer", "gro_er"));
  }

  @Test
  void decomposesLettersAndWidths() {
    assertThat(of("Żółw e\u0301 ﬁle ＤＮＳ ①²")).isEqualTo("Zo_w e file DNS 12");
    assertThat(of("\uD83D\uDD25 wall")).isEqualTo("_ wall");
  }

  @Test
  void makesOneLineWithSingleSpaces() {
    assertThat(of("  first\n\n\tsecond \u00A0 third  ")).isEqualTo("first second third");
  }

  @Test
  void isNeverEmpty() {
    assertThat(of("\u0301")).isEqualTo("-");
    assertThat(of("\"")).isEqualTo("-");
  }

  @Test
  void joinsPurposes() {
    assertThat(of("LDAP", "DNS")).isEqualTo("LDAP; DNS");
  }

  @Test
  void keepsExactly255Characters() {
    assertThat(of("x".repeat(255))).isEqualTo("x".repeat(255));
    assertThat(of("x".repeat(200), "y".repeat(53))).hasSize(255).endsWith("; " + "y".repeat(53));
  }

  @Test
  void cutsWhatIsLonger() {
    assertThat(of("x".repeat(256))).isEqualTo("x".repeat(252) + "...");
    assertThat(of("x".repeat(251) + " yyyyy")).isEqualTo("x".repeat(251) + "...");
    assertThat(of("x".repeat(200), "y".repeat(54))).hasSize(255).endsWith("y...");
    assertThat(of("\uD83D\uDD25".repeat(300))).isEqualTo("_".repeat(252) + "...");
  }

  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.HostileTexts#all")
  void isAlwaysADescriptionThatEc2Takes(HostileText text) {
    assertThat(of(text.text(), text.line()))
        .matches("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=;{}!$*]{1,255}")
        .doesNotMatch(" .*|.* |.*  .*");
  }
}

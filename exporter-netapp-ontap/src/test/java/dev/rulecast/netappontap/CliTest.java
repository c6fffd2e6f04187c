package dev.rulecast.netappontap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.netappontap.oracle.Terminal;
import dev.rulecast.testkit.HostileTexts;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CliTest {
  @Test
  void replacesOrLeavesOutTheRest() {
    assertThat(Cli.comment("What else?")).isEqualTo("What else.");
    assertThat(Cli.comment("x; delete -policy * #")).isEqualTo("x, delete -policy _ _");
    assertThat(Cli.comment("the \"old\" server's C:\\x")).isEqualTo("the old servers C:/x");
    assertThat(Cli.comment("größer – → [x] {y} <z> a|b & c -> d"))
        .isEqualTo("gro_er - to (x) (y) (z) a/b and c to d");
    assertThat(Cli.comment(" a\n\tb\r\u2028c\u0085d ")).isEqualTo("a b c_d");
    assertThat(List.of(Cli.comment(""), Cli.comment("\"\""), Cli.comment("\u200B")))
        .containsExactly("-", "-", "_");
    assertThat(Cli.comment("x".repeat(500))).isEqualTo("x".repeat(197) + "...");
  }

  @Test
  void tellsThatMoreFollows() {
    String words = "x".repeat(195) + " yyyy";
    assertThat(Cli.comment(words)).isEqualTo(words);
    assertThat(Cli.comment(words + "\n ")).isEqualTo(words);
    assertThat(Cli.comment(words + " z")).isEqualTo("x".repeat(195) + " y...");
  }

  static List<HostileText> texts() {
    return Stream.concat(HostileTexts.all().stream(), HostileTexts.forbidden().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noTextIsMoreThanAComment(HostileText text) {
    assertThat(Terminal.problems("# " + Cli.comment(text.text()) + "\n")).isEmpty();
  }
}

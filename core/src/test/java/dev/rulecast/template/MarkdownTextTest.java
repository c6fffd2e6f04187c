package dev.rulecast.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** By the rules of GitHub Flavored Markdown, section numbers of version 0.29. */
class MarkdownTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("plain text", "LDAP. DC query, account resolve", null),
        arguments("pipe ends a cell (4.10)", "a|b", "a\\|b"),
        arguments("backslash before a pipe", "a\\|b", "a\\\\\\|b"),
        arguments("two backslashes before a pipe", "a\\\\|b", "a\\\\\\\\\\|b"),
        arguments("trailing backslash (6.11)", "C:\\Temp\\", "C:\\\\Temp\\\\"),
        arguments("code span (6.3)", "`rm -rf`", "\\`rm -rf\\`"),
        arguments("double backtick", "``a`b``", "\\`\\`a\\`b\\`\\`"),
        arguments("raw HTML (6.10)", "<b onclick=\"x\">", "&lt;b onclick=\"x\"\\>"),
        arguments("HTML comment", "<!-- x -->", "&lt;\\!-- x --\\>"),
        arguments("link (6.6)", "[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        arguments("image (6.7)", "![x](http://a/b.png)", "\\!\\[x\\](http://a/b.png)"),
        arguments("reference", "[x]: http://a", "\\[x\\]: http://a"),
        arguments("autolink (6.8)", "<https://a.example>", "&lt;https://a.example\\>"),
        arguments("extended autolink (6.9) shows its target", "https://a.example/b", null),
        arguments("footnote", "text[^1]", "text\\[^1\\]"),
        arguments("task (5.3)", "[ ] todo", "\\[ \\] todo"),
        arguments("heading (4.2)", "# one", "\\# one"),
        arguments("closing number signs", "one ##", "one \\#\\#"),
        arguments("bullet (5.2)", "- one", "\\- one"),
        arguments("other bullet", "+ one", "\\+ one"),
        arguments("star bullet", "* one", "\\* one"),
        arguments("ordered list", "1. one", "1\\. one"),
        arguments("ordered list with a parenthesis", "12) one", "12\\) one"),
        arguments("empty list item", "-", "\\-"),
        arguments("empty ordered item", "3.", "3\\."),
        arguments("thematic break (4.1)", "---", "\\---"),
        arguments("thematic break with spaces", "- - -", "\\- - -"),
        arguments("an option is no list", "--force", null),
        arguments("a number is no list", "1.5 Gbit/s", null),
        arguments("a negative number is no list", "-5", null),
        arguments("a hyphen inside is no list", "a - b", null),
        arguments("a number inside is no list", "see 1. and 2)", null),
        arguments("block quote (5.1)", "> one", "\\> one"),
        arguments("fence (4.5)", "~~~", "\\~\\~\\~"),
        arguments("strikethrough (6.5)", "~~a~~", "\\~\\~a\\~\\~"),
        arguments("emphasis (6.4)", "*a* and **b**", "\\*a\\* and \\*\\*b\\*\\*"),
        arguments("underscore emphasis", "_a_ and __b__", "\\_a\\_ and \\_\\_b\\_\\_"),
        arguments("underscore in a word", "vpc_id", null),
        arguments("underscore at an end of a word", "vpc_ _id", "vpc\\_ \\_id"),
        arguments("two underscores in a word", "a__b", "a\\_\\_b"),
        arguments(
            "entity (6.2)", "&lt;b&gt; &amp; &#60;", "&amp;lt;b&amp;gt; &amp;amp; &amp;\\#60;"),
        arguments("ampersand", "R&D", "R&amp;D"),
        arguments("line feed", "a\nb", "a<br>b"),
        arguments("blank line and block", "a\n\n# b", "a<br><br>\\# b"),
        arguments("list behind a line feed", "a\n- b", "a<br>- b"),
        arguments("carriage return", "a\rb", "a b"),
        arguments("tab", "a\tb", "a b"),
        arguments("leading spaces (4.4)", "    code", "code"),
        arguments("leading tab", "\tcode", "code"),
        arguments("bullet behind spaces", "  - one", "\\- one"),
        arguments("two spaces at the end (6.12)", "a  ", "a"),
        arguments("mathematics", "$a$ and $$b$$", "\\$a\\$ and \\$\\$b\\$\\$"),
        arguments("template of Jekyll", "{{ x }} {% y %}", "\\{\\{ x \\}\\} \\{% y %\\}"),
        arguments("mention is no link in a file", "@octocat", null),
        arguments("other letters", "Größe 東京 “x” – é", null),
        arguments("beyond the first plane", "𝟙_𝟚", "𝟙\\_𝟚"),
        arguments("control character", "a\u0000b\u001bc", "a b c"),
        arguments("nothing", "", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void writesTextAsText(String what, String text, String expected) {
    assertThat(MarkdownText.escape(text)).isEqualTo(expected == null ? text : expected);
  }

  @Test
  void putsAnOddNumberOfBackslashesBeforeEveryPipe() {
    for (int backslashes = 0; backslashes < 10; backslashes++) {
      String text = "\\".repeat(backslashes) + "|";

      String before = MarkdownText.escape(text).replace("|", "");
      assertThat(before.length() % 2).as("%s backslashes", backslashes).isEqualTo(1);
    }
  }

  @Test
  void writesOneLine() {
    StringBuilder everything = new StringBuilder();
    for (char c = 0; c < 0x2100; c++) {
      everything.append(c);
    }

    assertThat(MarkdownText.escape(everything.toString())).doesNotContain("\n", "\r", "\t");
  }
}

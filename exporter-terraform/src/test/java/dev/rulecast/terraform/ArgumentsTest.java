package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.template.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static List<String> lines(Arguments arguments) {
    return arguments.aligned().stream().map(Code::text).toList();
  }

  @Test
  void alignsLinesThatFollowEachOther() {
    Arguments arguments =
        new Arguments().text("a", "x").number("long", 1).texts("bc", List.of("x")).code("d", "e");
    assertThat(lines(arguments))
        .containsExactly("a    = \"x\"", "long = 1", "bc   = [\"x\"]", "d    = e");
  }

  /** As {@code terraform fmt} does. */
  @Test
  void aListOfSeveralLinesInterrupts() {
    Arguments arguments =
        new Arguments()
            .text("a", "x")
            .text("bc", "x")
            .texts("longest", List.of("x", "y"))
            .text("d", "x")
            .text("efg", "x");
    assertThat(lines(arguments))
        .containsExactly(
            "a  = \"x\"",
            "bc = \"x\"",
            "longest = [\n        \"x\",\n        \"y\",\n      ]",
            "d   = \"x\"",
            "efg = \"x\"");
  }

  @Test
  void textIsData() {
    Arguments arguments = new Arguments().text("a", "\"${b}\"\n").texts("c", List.of("%{d}"));
    assertThat(lines(arguments)).containsExactly("a = \"\\\"$${b}\\\"\\n\"", "c = [\"%%{d}\"]");
  }
}

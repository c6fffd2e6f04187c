package dev.rulecast.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static List<String> names(Arguments arguments) {
    return arguments.aligned().stream().map(argument -> argument.name().text()).toList();
  }

  @Test
  void alignsLinesThatFollowEachOther() {
    Arguments arguments =
        new Arguments().text("a", "x").number("long", 1).texts("bc", List.of("x")).code("d", "e");
    assertThat(names(arguments)).containsExactly("a   ", "long", "bc  ", "d   ");
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
    assertThat(names(arguments)).containsExactly("a ", "bc", "longest", "d  ", "efg");
  }
}

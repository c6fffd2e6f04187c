package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.rulecast.policy.Policy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** What holds of every line of every file. */
final class LayoutCheck {
  private LayoutCheck() {}

  /** Whether tabs, or spaces at the ends of lines, may come from the texts of the model. */
  static boolean hasOddTexts(Policy policy) {
    return policy.flows().stream()
        .flatMap(flow -> flow.origins().stream())
        .map(origin -> origin.rule().note())
        .map(note -> note.purpose() + "\n" + note.notes().orElse("") + "\n")
        .anyMatch(text -> text.contains("\t") || text.contains(" \n"));
  }

  static void check(Map<String, String> files, boolean oddTexts) {
    files.forEach((path, text) -> check(path, text, oddTexts));
  }

  private static void check(String path, String text, boolean oddTexts) {
    if (!text.endsWith("\n") || text.endsWith("\n\n") || text.equals("\n")) {
      fail("%s must end with exactly one line feed; end the template with one.".formatted(path));
    }
    if (text.indexOf('\r') >= 0) {
      fail(
          "%s has a carriage return. Lines end with \\n on every system: do not use println or %%n."
              .formatted(path));
    }
    if (text.indexOf('\uFEFF') == 0) {
      fail("%s begins with a byte order mark; write the text alone.".formatted(path));
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!oddTexts && line.indexOf('\t') >= 0) {
        fail("%s:%s has a tab; indent with spaces.".formatted(path, number));
      }
      if (!oddTexts && !line.equals(line.stripTrailing())) {
        fail(
            "%s:%s ends with white space, which editors remove and reviewers see."
                .formatted(path, number));
      }
      String today = LocalDate.now(Clock.systemUTC()).toString();
      if (line.contains(today) && !Fixture.AS_OF.toString().equals(today)) {
        fail(
            "%s:%s has today's date. The output must not depend on when it is made."
                .formatted(path, number));
      }
    }
  }
}

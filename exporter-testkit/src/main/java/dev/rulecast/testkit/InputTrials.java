package dev.rulecast.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;

/** What people put into inputs. */
final class InputTrials {
  private static final List<List<String>> WRONG =
      List.of(
          List.of(),
          List.of(""),
          List.of("any"),
          List.of("*"),
          List.of("0.0.0.0/0"),
          List.of("::/0"),
          List.of("10.0.0.0/24", "0.0.0.0/0"),
          List.of("10.0.0.0/24", ""),
          List.of("10.0.0.1/24"),
          List.of("10.0.0.0/33"),
          List.of("10.0.0/24"));

  private InputTrials() {}

  static void check(InputCheck check, Map<String, String> files, String endpoint) throws Exception {
    for (List<String> given : WRONG) {
      if (!check.refuses(files, endpoint, given)) {
        fail(
            "The output accepts %s as the addresses of `%s`. Check inputs in the target's own"
                    .formatted(shown(given), endpoint)
                + " language: not empty, no empty item, zero host bits, no any, * or /0.");
      }
    }
    if (check.refuses(files, endpoint, check.right())) {
      fail(
          "The output refuses %s as the addresses of `%s`, which are right. Refuse only what is"
                  .formatted(shown(check.right()), endpoint)
              + " empty, no network, has host bits, or is everything.");
    }
  }

  private static String shown(List<String> given) {
    return given.stream().map(text -> '"' + text + '"').toList().toString();
  }
}

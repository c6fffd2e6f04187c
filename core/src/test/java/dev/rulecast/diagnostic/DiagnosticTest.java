package dev.rulecast.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
  private static final List<Diagnostic> ORDERED =
      List.of(
          Diagnostic.error("z", new Location("a.yaml", 1, 9), "m"),
          Diagnostic.error("b", new Location("a.yaml", 2, 1), "m"),
          Diagnostic.error("b", new Location("a.yaml", 2, 1), "n"),
          Diagnostic.error("c", new Location("a.yaml", 2, 1), "a"),
          Diagnostic.warning("a", new Location("a.yaml", 2, 1), "a"),
          Diagnostic.error("a", new Location("a.yaml", 2, 10), "a"),
          Diagnostic.error("a", new Location("a.yaml", 10, 1), "a"),
          Diagnostic.warning("a", new Location("b.yaml", 1, 1), "a"),
          Diagnostic.of(Severity.ERROR, "z", "z"),
          Diagnostic.of(Severity.WARNING, "a", "a"),
          Diagnostic.of(Severity.WARNING, "a", "a").about(List.of("web/a")),
          Diagnostic.of(Severity.WARNING, "a", "a").about(List.of("web/b")),
          Diagnostic.of(Severity.WARNING, "a", "a").withHint("h"),
          Diagnostic.of(Severity.NOTE, "a", "a"));

  @Test
  void isOrderedByPlaceThenSeverityThenText() {
    for (int seed = 0; seed < 200; seed++) {
      List<Diagnostic> shuffled = new ArrayList<>(ORDERED);
      Collections.shuffle(shuffled, new Random(seed));
      Diagnostics diagnostics = new Diagnostics();
      shuffled.forEach(diagnostics::add);

      assertThat(diagnostics.sorted()).as("seed %s", seed).isEqualTo(ORDERED);
    }
  }

  @Test
  void keepsAllButWhatIsChanged() {
    Location place = new Location("a.yaml", 1, 2);

    assertThat(
            Diagnostic.of(Severity.NOTE, "id", "Message.")
                .withHint("hint")
                .at(place)
                .about(List.of("web/r")))
        .hasToString(
            "Diagnostic[severity=NOTE, id=id, location=Optional[a.yaml:1:2], message=Message.,"
                + " hint=Optional[hint], subjects=[web/r]]");
  }

  @Test
  void isAnErrorOnlyByItsSeverity() {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.add(Diagnostic.of(Severity.WARNING, "a", "a"));
    assertThat(diagnostics.hasErrors()).isFalse();

    diagnostics.add(Diagnostic.of(Severity.ERROR, "a", "a"));
    diagnostics.add(Diagnostic.of(Severity.NOTE, "a", "a"));
    assertThat(diagnostics.hasErrors()).isTrue();
  }

  @Test
  void takesErrorsOverFromAnotherCollector() {
    Diagnostics others = new Diagnostics();
    others.add(Diagnostic.of(Severity.ERROR, "a", "a"));
    Diagnostics diagnostics = new Diagnostics();

    diagnostics.addAll(others);

    assertThat(diagnostics.hasErrors()).isTrue();
    assertThat(diagnostics.sorted()).hasSize(1);
  }

  @Test
  void isPlacedAtALineFromOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Location("a", 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Location("a", 1, 0));
  }

  @Test
  void isPlacedAsTerminalsLinkIt() {
    assertThat(new Location("rules/web.yaml", 12, 3)).hasToString("rules/web.yaml:12:3");
  }
}

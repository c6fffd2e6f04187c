package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.Diagnostics;
import dev.rulecast.fixture.Bound;
import dev.rulecast.fixture.RuleSets;
import dev.rulecast.fixture.ScriptedExporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredefinedNamesTest {

  @Test
  void acceptsAKnownName() {
    assertThat(check(exporter("a", "Remote Desktop (TCP-In)"), "Remote Desktop (TCP-In)"))
        .isEmpty();
  }

  @Test
  void suggestsAName() {
    assertThat(check(exporter("a", "Remote Desktop (TCP-In)"), "remote desktop (TCP)"))
        .containsExactly(
            "web.yaml:30:3: `remote desktop (TCP)` is not a predefined rule of windows that an"
                + " installed exporter knows. [unknown-predefined-rule] Hint: did you mean"
                + " `Remote Desktop (TCP-In)`?");
  }

  @Test
  void reportsEveryUnknownName() {
    assertThat(check(exporter("a", "Remote Desktop (TCP-In)"), "X", "Y")).hasSize(2);
  }

  @Test
  void acceptsEveryNameWhereNoExporterKnowsThePlatform() {
    assertThat(check(ScriptedExporter.obedient(Capabilities.exact()), "X")).isEmpty();
  }

  @Test
  void knowsWhatAnyExporterKnows() {
    Exporters both = Exporters.of(List.of(exporter("a", "X"), exporter("b", "Y")));

    assertThat(check(both, "X", "Y")).isEmpty();
  }

  private static RuleExporter exporter(String id, String... names) {
    ExporterInfo info =
        new ExporterInfo(
            id,
            "Title",
            "1",
            Bound.WINDOWS,
            List.of(),
            Capabilities.exact(),
            Map.of("windows", Set.of(names)));
    return new ScriptedExporter(info, ScriptedExporter::writeAll);
  }

  private static List<String> check(RuleExporter exporter, String... names) {
    return check(Exporters.of(List.of(exporter)), names);
  }

  private static List<String> check(Exporters exporters, String... names) {
    Diagnostics diagnostics = new Diagnostics();
    PredefinedNames.check(
        List.of(RuleSets.named("web").predefined("p", "a", "b", names).build()),
        exporters,
        diagnostics);
    return diagnostics.sorted().stream().map(Bound::text).toList();
  }
}

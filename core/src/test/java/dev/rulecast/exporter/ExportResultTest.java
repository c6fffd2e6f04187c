package dev.rulecast.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExportResultTest {
  private static final Outcome ELSEWHERE = Outcome.notApplicable("managed elsewhere");

  @Test
  void countsEveryKind() {
    assertThat(result(Outcome.exact(), Outcome.exact(), ELSEWHERE).counts())
        .hasToString("{EXACT=2, WIDER=0, UNSUPPORTED=0, NOT_APPLICABLE=1}");
  }

  @Test
  void tellsWhetherSomethingIsUnsupported() {
    assertThat(result(Outcome.exact(), Outcome.unsupported("no")).hasUnsupported()).isTrue();
    assertThat(result(Outcome.exact(), ELSEWHERE).hasUnsupported()).isFalse();
  }

  @Test
  void appliesWhereSomethingIsItsBusiness() {
    assertThat(result(ELSEWHERE, Outcome.unsupported("no")).applies()).isTrue();
    assertThat(result(ELSEWHERE).applies()).isFalse();
    assertThat(result().applies()).isFalse();
  }

  private static ExportResult result(Outcome... outcomes) {
    List<ReportedOutcome> reported =
        Arrays.stream(outcomes)
            .map(outcome -> new ReportedOutcome("web/r", Optional.empty(), outcome))
            .toList();
    return new ExportResult("test", reported, List.of(), new TreeMap<>());
  }
}

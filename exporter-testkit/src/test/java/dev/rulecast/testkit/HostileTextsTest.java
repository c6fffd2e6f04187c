package dev.rulecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rulecast.diagnostic.UserText;
import dev.rulecast.model.Ids;
import dev.rulecast.policy.Policy;
import dev.rulecast.testkit.HostileTexts.Field;
import dev.rulecast.testkit.HostileTexts.HostileText;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextsTest {
  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.HostileTexts#all")
  void standsInEveryFieldAsItIs(HostileText text) {
    assertThat(text.line().codePoints()).noneMatch(UserText::isForbidden);
    PlainExporter exporter = new PlainExporter();
    Documents documents = Documents.read(HostileTexts.fixture(text), exporter);
    var ruleSet = documents.ruleSets().get(0);
    var note = ruleSet.rules().get(0).note();
    assertThat(note.purpose()).isEqualTo(Field.PURPOSE.of(text)).isEqualTo(text.text());
    assertThat(note.owner()).contains(Field.OWNER.of(text));
    assertThat(note.ticket()).contains(Field.TICKET.of(text));
    assertThat(note.notes()).contains(Field.NOTES.of(text));
    assertThat(ruleSet.title()).contains(Field.RULE_SET_TITLE.of(text));
    assertThat(ruleSet.reference()).contains(Field.REFERENCE.of(text));
    assertThat(ruleSet.endpoints())
        .allMatch(endpoint -> endpoint.title().orElse("").equals(Field.ENDPOINT_TITLE.of(text)));
    assertThat(ruleSet.parameters().get(0).description())
        .contains(Field.PARAMETER_DESCRIPTION.of(text));
  }

  @Test
  void hasAnIdForEach() {
    Set<String> names = new HashSet<>();
    for (HostileText text : HostileTexts.all()) {
      assertThat(Ids.require(text.name())).matches(names::add);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.rulecast.testkit.Fixtures#all")
  void everyFixtureIsValid(Fixture fixture) {
    Policy policy = fixture.policy(new PlainExporter());
    assertThat(policy.flows()).isNotEmpty();
    Policy shuffled =
        Documents.read(fixture, new PlainExporter()).shuffled(7).bind(new PlainExporter());
    assertThat(shuffled.flows()).hasSameSizeAs(policy.flows());
  }
}

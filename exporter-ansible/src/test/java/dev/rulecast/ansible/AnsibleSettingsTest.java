package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.model.InvalidValueException;
import dev.rulecast.testkit.Fixture;
import dev.rulecast.testkit.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsibleSettingsTest {
  @Test
  void takesProfilesInAnyOrder() {
    assertThat(new AnsibleSettings(List.of("public", "domain", "public")).profiles())
        .containsExactly("domain", "public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Domain", "any", "all", "domain,private", "privat"})
  void refusesOtherProfiles(String profile) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AnsibleSettings(List.of("domain", profile)))
        .withMessage("`" + profile + "` is not a profile of Windows Firewall.");
  }

  @Test
  void suggestsTheProfileThatWasMeant() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AnsibleSettings(List.of("privat")))
        .satisfies(e -> assertThat(e.hint()).contains("did you mean `private`?"));
  }

  @Test
  void refusesRulesThatWouldHoldInNoProfile() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AnsibleSettings(List.of()))
        .withMessage("The list of profiles is empty, so that no rule would hold.");
  }

  @Test
  void isReadFromAnEnvironment() {
    Fixture fixture = Fixtures.named("self-flow");
    String environment = fixture.environment().orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                fixture
                    .in(environment + "    settings: {ansible: {profiles: [domain, pubic]}}\n")
                    .policy(new AnsibleExporter()))
        .withMessageContaining("`pubic` is not a profile of Windows Firewall.");
  }
}

package dev.rulecast.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rulecast.model.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"rulecast_firewall", "a", "x9", "no", "ansibles"})
  void takesWhatAnsibleTakes(String name) {
    assertThat(RoleName.parse(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Firewall",
        "9a",
        "_a",
        "a-b",
        "a.b",
        "../a",
        "a/b",
        "a b",
        "a\n",
        "ä",
        "{{a}}",
        "a23456789012345678901234567890123456789012"
      })
  void refusesWhatIsNoName(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RoleName.parse(name))
        .withMessageContaining("is not the name of a role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ansible", "ansible_firewall", "con", "nul", "com1", "lpt9"})
  void refusesNamesThatBelongToOthers(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RoleName.parse(name))
        .withMessageContaining("cannot be the name of a role")
        .satisfies(e -> assertThat(RoleName.parse("rulecast_" + name)).isNotEmpty());
  }
}

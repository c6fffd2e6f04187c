package dev.rulecast.awssg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rulecast.model.InvalidValueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSgSettingsTest {
  private static AwsSgSettings group(String id) {
    return new AwsSgSettings(Optional.of(id), Optional.empty());
  }

  private static AwsSgSettings prefixList(String id) {
    return new AwsSgSettings(Optional.empty(), Optional.of(id));
  }

  @Test
  void takesIdsOfBothLengths() {
    assertThat(group("sg-0123456789abcdef0").securityGroup()).contains("sg-0123456789abcdef0");
    assertThat(group("sg-1a2b3c4d").securityGroup()).contains("sg-1a2b3c4d");
    assertThat(prefixList("pl-63a5400a").prefixList()).contains("pl-63a5400a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sg-",
        "sg-1a2b3c4",
        "sg-1a2b3c4d5",
        "sg-1A2B3C4D",
        "sg-1a2b3c4g",
        "SG-1a2b3c4d",
        "pl-1a2b3c4d",
        " sg-1a2b3c4d",
        "sg-1a2b3c4d\n",
        "sg-\"${x}..."
      })
  void refusesWhatEc2NeverGaveOut(String id) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> group(id))
        .withMessageEndingWith("is not the id of a security group.")
        .satisfies(e -> assertThat(e.hint()).hasValueSatisfying(h -> h.contains("sg-0123")));
  }

  @Test
  void tellsPrefixListsFromGroups() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> prefixList("sg-1a2b3c4d"))
        .withMessage("`sg-1a2b3c4d` is not the id of a prefix list.");
  }

  @Test
  void isReadFromAnEnvironment() {
    String binding = "a: {settings: {aws-sg: {securityGroup: sg-1a2b3c4d}}}";
    Planned planned = Planned.of(PlannerFixtures.oneRule(binding));
    assertThat(planned.group("sg-1a2b3c4d").existingId()).contains("sg-1a2b3c4d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {settings: {aws-sg: {securityGroup: sg-1}}}",
        "a: {settings: {aws-sg: {securityGroups: sg-1a2b3c4d}}}",
        "a: {settings: {aws-sg: {securityGroup: 12345678}}}",
        "a: {settings: {aws-sg: {securityGroup: [sg-1a2b3c4d]}}}"
      })
  void anEnvironmentWithAMistakeIsRefused(String binding) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Planned.of(PlannerFixtures.oneRule(binding)))
        .withMessageContaining("inline.environment.yaml:4:");
  }
}

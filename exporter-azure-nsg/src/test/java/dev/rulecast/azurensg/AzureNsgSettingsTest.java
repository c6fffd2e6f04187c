package dev.rulecast.azurensg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rulecast.model.InvalidValueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureNsgSettingsTest {
  private static final String ID =
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg.a_(1)/providers/"
          + "Microsoft.Network/applicationSecurityGroups/asg-web";

  private static AzureNsgSettings nsg(String name) {
    return new AzureNsgSettings(Optional.of(name), Optional.empty(), Optional.empty());
  }

  private static AzureNsgSettings tag(String tag) {
    return new AzureNsgSettings(Optional.empty(), Optional.of(tag), Optional.empty());
  }

  private static AzureNsgSettings group(String group) {
    return new AzureNsgSettings(Optional.empty(), Optional.empty(), Optional.of(group));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nsg-web", "N", "1_", "a.b-c_d"})
  void takesNames(String name) {
    assertThat(nsg(name).nsg()).contains(name);
    assertThat(group(name).group()).contains(new ApplicationSecurityGroup(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a.", "_a", "a b", "a/b", "ä", "a\n", "[a]", "a'b"})
  void refusesOtherNames(String name) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> nsg(name));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> group(name));
  }

  @Test
  void namesHaveEightyCharacters() {
    assertThat(nsg("a".repeat(80)).nsg()).isPresent();
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> nsg("a".repeat(81)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Internet", "VirtualNetwork", "Storage.WestEurope", "M365ManagementActivityApi"})
  void takesTags(String tag) {
    assertThat(tag(tag).serviceTag()).contains(tag);
  }

  /** Azure reads Any and * as every address. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "any", "Any", "10.0.0.0/8", "0.0.0.0", "a..b", ".a", "a.", "a b", "::"})
  void refusesWhatIsNoTag(String tag) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> tag(tag));
  }

  @Test
  void takesResourceIds() {
    ApplicationSecurityGroup group = group(ID).group().orElseThrow();
    assertThat(group.isResourceId()).isTrue();
    assertThat(ResourceTypes.id(group))
        .isEqualTo(
            "resourceId('00000000-0000-0000-0000-000000000000', 'rg.a_(1)',"
                + " 'Microsoft.Network/applicationSecurityGroups', 'asg-web')");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x", "/../", "//a", "/asg-web'"})
  void refusesOtherResourceIds(String end) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> group(ID + end));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> group(end));
  }

  @Test
  void anEndpointIsNotTwoThings() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () ->
                new AzureNsgSettings(Optional.empty(), Optional.of("Sql"), Optional.of("asg-sql")));
  }

  @Test
  void nothingIsRequired() {
    assertThat(new AzureNsgSettings(null, null, null))
        .isEqualTo(new AzureNsgSettings(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
